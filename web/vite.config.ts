import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (name: string) => resolve(import.meta.dirname, name);
const api = process.env['SMOOTH_API'] ?? 'http://localhost:3000';

/**
 * Two entries: the app (business, platform, portal) and the booking page, which stays small and shares nothing with
 * the app but React. The server serves `dist/`; nothing of the environment is baked in.
 */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: page('index.html'), book: page('book.html') } },
  },
  server: { allowedHosts: true, proxy: { '/api': { target: api, changeOrigin: false, ws: true } } },
});
