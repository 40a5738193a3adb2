/** What the address asks for. */
export type Address = Common &
  ({ page: 'book'; service: string | null } | { page: 'manage'; token: string } | { page: 'embed' });

interface Common {
  isEmbedded: boolean;
  isSandbox: boolean;
  lang: string | null;
  theme: 'light' | 'dark' | null;
}

export function readAddress({ pathname, search }: { pathname: string; search: string }): Address {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const common: Common = {
    isEmbedded: query.get('embed') === '1',
    isSandbox: query.get('sandbox') === '1',
    lang: query.get('lang'),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
  const token = /^\/manage\/([^/]+)/.exec(pathname)?.[1];
  if (token) return { page: 'manage', token: decodeURIComponent(token), ...common };
  if (/^\/book\/embed\/?$/.test(pathname)) return { page: 'embed', ...common };
  return { page: 'book', service: query.get('service'), ...common };
}

/** An address of this site that keeps language, theme and mode of the present one. */
export function linkTo(path: string, search: string, changes: Record<string, string | null> = {}): string {
  const now = new URLSearchParams(search);
  const query = new URLSearchParams();
  for (const key of ['lang', 'theme', 'sandbox', 'embed']) if (now.has(key)) query.set(key, now.get(key) ?? '');
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
