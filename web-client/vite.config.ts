import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { leanStrophe } from './build/lean-strophe';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is bundled from others asks for its licence to go with it. */
function licenceOf(name: string): Plugin {
  return {
    name: 'licence',
    generateBundle() {
      const source = readFileSync(here(`node_modules/${name}/LICENSE.txt`), 'utf8');
      this.emitFile({ type: 'asset', fileName: `licences/${name}.txt`, source });
    },
  };
}

export default defineConfig({
  plugins: [leanStrophe(), licenceOf('strophe.js')],
  root: here('src'),
  // The plugin's servlet serves everything below this path.
  base: '/usher/',
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  build: {
    outDir: here('target/classes/usher-web'),
    emptyOutDir: true,
    target: 'es2022',
    // A kilobyte less than esbuild's own.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 3 } },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      output: {
        // What only a few need shares parts with the page; in a file of their own they would compress less well.
        manualChunks(id) {
          if (/src\/drive\/(policy|hop-channel)/.test(id)) return 'policy';
          return /strophe|src\/(chat|wire)\//.test(id) ? 'chat' : undefined;
        },
      },
      input: ['chat', 'framed', 'handed-in', 'frame', 'hop', 'missing'].map((page) =>
        here(`src/${page}.html`),
      ),
    },
  },
  worker: { format: 'es' },
  test: {
    // Those that need a DOM say so in their first line.
    environment: 'node',
    // Tests meet the browser's build of strophe.js, not the one for Node.
    server: { deps: { inline: ['strophe.js'] } },
  },
});
