import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  // The plugin's servlet serves everything below this path.
  base: '/usher/',
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  build: {
    outDir: here('target/classes/usher-web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: ['chat', 'frame', 'hop', 'missing'].map((page) => here(`src/${page}.html`)),
    },
  },
  worker: { format: 'es' },
  test: {
    environment: 'happy-dom',
    // Tests meet the browser's build of strophe.js, not the one for Node.
    server: { deps: { inline: ['strophe.js'] } },
  },
});
