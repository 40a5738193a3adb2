/** The letter after `g` that leads to a room. */
export const roomKeys: Record<string, string> = {
  '/today': 't',
  '/calendar': 'd',
  '/appointments': 'a',
  '/customers': 'c',
  '/services': 's',
  '/resources': 'r',
  '/closures': 'l',
  '/overview': 'o',
  '/settings': ',',
};

/** The keys that act at once, with the keys of their words in the help sheet. */
export const actionKeys = {
  n: 'new_appointment',
  '/': 'search_here',
  '?': 'show_shortcuts',
  j: 'next_in_list',
  k: 'previous_in_list',
} as const;
export type ActionKey = keyof typeof actionKeys;

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The shortcut of the palette as this keyboard names it. */
export const paletteKeys = (): string[] => [isMac() ? '⌘' : 'Ctrl', 'K'];

/** Every word that was typed begins a word of the text, in any order. */
export function matches(query: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).every((typed) => words.some((word) => word.startsWith(typed)));
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
