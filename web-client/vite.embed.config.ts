import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Whoever writes TypeScript may fetch the types beside the script. */
function types(): Plugin {
  return {
    name: 'types',
    generateBundle() {
      const source = readFileSync(here('src/embed/embed.d.ts'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'embed.d.ts', source });
    },
  };
}

/** The script for other people's pages: one file under a name that stays, and nothing that it would have to load. */
export default defineConfig({
  plugins: [types()],
  publicDir: false,
  build: {
    outDir: here('target/classes/usher-web'),
    // After the pages, beside them.
    emptyOutDir: false,
    // Those pages have visitors with older browsers than a chat needs.
    target: 'es2020',
    reportCompressedSize: false,
    lib: {
      entry: here('src/embed/main.ts'),
      formats: ['iife'],
      name: 'usherEmbed',
      fileName: () => 'embed.js',
    },
  },
});
