/** Which way to the server this tab tries first. Best effort: where a browser allows no storage it is the WebSocket. */
export interface Preference {
  isBosh(): boolean;
  /** The WebSocket did not work, and BOSH did. */
  rememberBosh(): void;
  /** The WebSocket works, or the network is another one: it is tried first again. */
  forget(): void;
}

/** So long a network that lets no WebSocket through is taken for the same network. */
export const REMEMBERED_MILLIS = 600_000;
const NAME = 'usher-bosh-until';

/** In the tab's own storage: who reloads behind a proxy that leaves WebSockets hanging does not wait for that again. */
export function preference(storage: () => Storage, now: () => number): Preference {
  function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  }

  return {
    // A clock that was set back must not make it for ever.
    isBosh: () =>
      attempt((store) => {
        const left = Number(store.getItem(NAME) ?? 0) - now();
        return left > 0 && left <= REMEMBERED_MILLIS;
      }, false),
    rememberBosh: () => attempt((store) => store.setItem(NAME, String(now() + REMEMBERED_MILLIS)), undefined),
    forget: () => attempt((store) => store.removeItem(NAME), undefined),
  };
}
