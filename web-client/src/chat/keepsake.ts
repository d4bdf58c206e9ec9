/** What a page must know to go on with its visit after a reload, or after a crash of the tab. */
export interface Kept {
  /** The visit's session id. */
  readonly id: string;
  readonly token: string;
  /** The customer's name in the channel. */
  readonly name: string;
}

export interface Keepsake {
  keep(kept: Kept): void;
  /** Null when there is no visit to go on with. */
  recall(): Kept | null;
  drop(): void;
}

/**
 * In the tab's own storage: it outlives a reload and a crash, ends with the tab, and another tab is another customer. Where
 * a browser allows no storage a reload is a new visit, and everything else works.
 *
 * @param workgroup its bare address
 */
export function keepsake(workgroup: string, storage: () => Storage): Keepsake {
  const name = `usher-visit:${workgroup}`;

  function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  }

  return {
    keep: (kept) => attempt((store) => store.setItem(name, JSON.stringify(kept)), undefined),
    recall: () => attempt((store) => read(store.getItem(name)), null),
    drop: () => attempt((store) => store.removeItem(name), undefined),
  };
}

function read(text: string | null): Kept | null {
  if (text === null) return null;
  const { id, token, name } = JSON.parse(text) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof token !== 'string' || typeof name !== 'string') return null;
  return { id, token, name };
}
