import { parseSync } from 'vite';

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}
interface Found {
  line: number;
  text: string;
}

/** Attributes and fields whose value is read by people, whatever it looks like. */
const SHOWN = new Set(
  ['label', 'title', 'placeholder', 'description', 'message', 'text', 'alt', 'children', 'heading', 'hint', 'suffix']
    .concat([
      'name',
      'verb',
      'about',
      'none',
      'word',
      'confirm',
      'nothingFound',
      'nothingFoundMessage',
      'legend',
      'caption',
    ])
    .concat(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']),
);
const WORD = /\p{L}{2}/u;
/** What reads like words to each other: a capital first and more behind it, or two words side by side. */
const PROSE = /^\p{Lu}[\p{L}’'-]*[,.:]? [\p{L}\d]|\p{L}{2,} \p{L}{2,}/u;
/** Code: shown to be copied, or the language of styles and selectors. */
const CODE = /<\w+ [^>]*>|^[#']|^\(prefers-|^input,|rgb\(|^npm run /;
/** Names that are the same in every language. */
const NAMES = /^(SmoothSchedule|#[\da-f]+|[\w.+-]+@[\w.-]+|https?:\S*)$/;

/** Every literal of a source file that a person would read, so that it belongs into a dictionary. */
export function literalWords(path: string, source: string): Found[] {
  const found: Found[] = [];
  const lineOf = (at: number) => source.slice(0, at).split('\n').length;
  const add = (node: Node, text: string) => {
    const trimmed = text.trim();
    if (WORD.test(trimmed) && !NAMES.test(trimmed)) found.push({ line: lineOf(node.start), text: trimmed });
  };
  walk(parseSync(path, source).program as unknown as Node, null, (node, parent) => {
    if (node.type === 'JSXText') add(node, String(node['value']));
    const text = textOf(node);
    if (text === null || parent === null || isForMachines(parent, node) || CODE.test(text)) return;
    const field = nameOf(parent);
    if (field === null ? PROSE.test(text) || parent.type === 'JSXExpressionContainer' : isShown(field, text))
      add(node, text);
  });
  return found;
}

const isShown = (field: string, text: string) =>
  field === 'className' ? false : (SHOWN.has(field) && !/^[a-z_\d.…]+$/.test(text)) || PROSE.test(text);

/** The name of the attribute or the property that a literal is the value of. */
function nameOf(parent: Node): string | null {
  if (parent.type === 'JSXAttribute') return jsxName(parent['name'] as Node);
  if (parent.type !== 'Property') return null;
  const key = parent['key'] as Node;
  return key.type === 'Identifier' ? String(key['name']) : String(key['value']);
}

function jsxName(name: Node): string {
  if (name.type === 'JSXIdentifier') return String(name['name']);
  return `${jsxName(name['namespace'] as Node)}:${jsxName(name['name'] as Node)}`;
}

/** Errors that only a programmer meets, imports, types and names of properties. */
function isForMachines(parent: Node, node: Node): boolean {
  if (/^(Import|Export|TS)/.test(parent.type) || parent['key'] === node) return true;
  const callee = parent['callee'] as Node | undefined;
  return callee?.type === 'Super' || (parent.type === 'NewExpression' && callee?.['name'] === 'Error');
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}

/** Visits every node with what holds it; choices such as `open ? 'Open' : 'Closed'` are looked through. */
function walk(node: Node, parent: Node | null, see: (node: Node, parent: Node | null) => void): void {
  see(node, parent);
  for (const [field, value] of Object.entries(node)) {
    const holder = isChoice(node) && field !== 'test' ? parent : node;
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && 'type' in child)
        walk(child as Node, isInAttribute(node, parent) ? parent : holder, see);
  }
}

const isChoice = ({ type }: Node) => type === 'ConditionalExpression' || type === 'LogicalExpression';
const isInAttribute = ({ type }: Node, parent: Node | null) =>
  type === 'JSXExpressionContainer' && parent?.type === 'JSXAttribute';
