/** Paints in the theme asked for, else in the one of the device, and follows when that changes. */
export function followTheme(asked: 'light' | 'dark' | null): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    document.documentElement.dataset['theme'] = asked ?? (dark.matches ? 'dark' : 'light');
  };
  paint();
  dark.addEventListener('change', paint);
}
