import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from './start.ts';

/** Bytes, gzipped, of a page that shows an empty React root: below this no page of ours can be. */
export async function emptyReactPage(): Promise<number> {
  // Inside the web package, so that it finds the same React.
  const folder = mkdtempSync(join(ROOT, 'web/node_modules/.bench-'));
  try {
    writeFileSync(
      join(folder, 'main.js'),
      "import { createRoot } from 'react-dom/client';\ncreateRoot(document.body).render(null);\n",
    );
    const out = join(folder, 'out');
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: out,
        target: 'es2022',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: join(folder, 'main.js') },
      },
    });
    const assets = join(out, 'assets');
    return readdirSync(assets).reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
