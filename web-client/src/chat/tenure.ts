/** The part of the browser's lock manager (Web Locks API) that is used. */
export type Locks = Pick<LockManager, 'request'>;

export interface Tenure {
  /** Whether the visit is this tab's to go on with. Another tab may have it: one that was duplicated has the same key. */
  claim(visit: string): Promise<boolean>;
  /** Takes the visit from whichever tab has it. */
  take(visit: string): Promise<boolean>;
}

/** A page that is loaded again asks before the one before it has quite gone. */
export const PATIENCE_MILLIS = 1500;

/**
 * Which tab has the visit. A page that holds a lock is not frozen while it is hidden, either.
 *
 * @param locks undefined where the browser has none: then every tab believes that the visit is its own
 * @param lost another tab has taken it
 */
export function createTenure(locks: Locks | undefined, lost: () => void): Tenure {
  function hold(visit: string, options: LockOptions): Promise<boolean> {
    if (locks === undefined) return Promise.resolve(true);
    return new Promise((resolve) => {
      let isHeld = false;
      locks
        .request(`usher-visit-${visit}`, options, () => {
          isHeld = true;
          resolve(true);
          return new Promise(() => {});
        })
        .catch(() => {
          if (isHeld) lost();
          else resolve(false);
        });
    });
  }

  return {
    claim: (visit) => hold(visit, { signal: AbortSignal.timeout(PATIENCE_MILLIS) }),
    take: (visit) => hold(visit, { steal: true }),
  };
}
