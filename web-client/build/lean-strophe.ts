import type { Plugin } from 'vite';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the chat page never does: other ways to log in than anonymously, stream management, a shared worker, stx. */
const LEFT_OUT =
  /\/(sasl-(plain|sha\d+|external|oauthbearer|xoauth2)|transports\/worker-websocket|stream-management|stanza)$/;

/** In their place: nothing of it is ever called, as long as the options that ask for it are not given. */
const NOTHING = `
  export default class {}
  export class MemoryStorageBackend {}
  export class SessionStorageBackend {}
  export class StreamManagementMirror {}
  export class Stanza {}
  export const stx = undefined;
  export const isCountableStanza = undefined;
  export const toStanzaView = undefined;
`;

/**
 * strophe.js from its sources, which come with its package, without what the chat page never uses: a quarter of it. Its own
 * bundle is one piece, and nothing can be left out of that.
 */
export function leanStrophe(): Plugin {
  const sources = fileURLToPath(new URL('../node_modules/strophe.js/src/', import.meta.url));
  return {
    name: 'lean-strophe',
    enforce: 'pre',
    resolveId(wanted, from) {
      if (wanted === 'strophe.js') return join(sources, 'index.ts');
      if (!from?.startsWith(sources) || !wanted.startsWith('.')) return null;
      const path = join(dirname(from), wanted);
      return LEFT_OUT.test(path) ? '\0left-out' : null;
    },
    load: (id) => (id === '\0left-out' ? NOTHING : null),
  };
}
