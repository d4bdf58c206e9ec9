import type { Plugin } from 'vite';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the chat page never does: other ways to log in than anonymously, stream management, a shared worker. */
const LEFT_OUT =
  /\/(sasl-(plain|sha\d+|external|oauthbearer|xoauth2)|transports\/worker-websocket|stream-management)$/;

/** In their place: nothing of it is ever called, as long as the options that ask for it are not given. */
const NOTHING = `
  export default class {}
  export class MemoryStorageBackend {}
  export class SessionStorageBackend {}
  export class StreamManagementMirror {}
  export const isCountableStanza = undefined;
  export const toStanzaView = undefined;
`;

/** What the chat page calls. The package's own entry names everything in one object, and nothing could be left out. */
const entry = (sources: string) => `
  import Connection from '${sources}connection';
  import SASLAnonymous from '${sources}sasl-anon';
  import log from '${sources}log';
  import { ErrorCondition, LOG_LEVELS as LogLevel, Status } from '${sources}constants';
  export { $iq, $msg, $pres } from '${sources}builder';
  const { setLogLevel } = log;
  export const Strophe = { Connection, SASLAnonymous, ErrorCondition, LogLevel, Status, setLogLevel };
`;

/** strophe.js from its sources, which come with its package, without what the chat page never uses: a third of it. */
export function leanStrophe(): Plugin {
  const sources = fileURLToPath(new URL('../node_modules/strophe.js/src/', import.meta.url));
  return {
    name: 'lean-strophe',
    enforce: 'pre',
    resolveId(wanted, from) {
      if (wanted === 'strophe.js') return '\0strophe';
      if (!from?.startsWith(sources) || !wanted.startsWith('.')) return null;
      const path = join(dirname(from), wanted);
      return LEFT_OUT.test(path) ? '\0left-out' : null;
    },
    load(id) {
      if (id === '\0strophe') return entry(sources);
      return id === '\0left-out' ? NOTHING : null;
    },
  };
}
