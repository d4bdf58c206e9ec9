/** The part of the browser's lock manager (Web Locks API) that is used. */
export type Locks = Pick<LockManager, 'request'>;

export interface Tenure {
  /** Whether the visit is this tab's to go on with. Another tab may have it: one that was duplicated has the same key. */
  claim(visit: string): Promise<boolean>;
  /** Takes the visit from whichever tab has it. */
  take(visit: string): Promise<boolean>;
}

/** What tabs of one origin say to each other (BroadcastChannel). */
export interface TabChannel {
  postMessage(message: TabMessage): void;
  onmessage: ((event: MessageEvent<TabMessage>) => void) | null;
}

export interface TabMessage {
  /** Who has it? I have. I take it. */
  readonly says: 'who' | 'mine' | 'taken';
  readonly visit: string;
}

export interface TenureDeps {
  /** Undefined on a page that did not come over TLS: there the tabs ask each other. */
  readonly locks: Locks | undefined;
  readonly channel: TabChannel;
  readonly after: (millis: number, run: () => void) => void;
  /** Another tab has taken it. */
  readonly lost: () => void;
}

/** A page that is loaded again asks before the one before it has quite gone. */
export const PATIENCE_MILLIS = 1500;
/** How long another tab has for its answer. */
export const ANSWER_MILLIS = 400;

/** Which tab has the visit. A page that holds a lock is not frozen while it is hidden, either. */
export function createTenure({ locks, channel, after, lost }: TenureDeps): Tenure {
  return locks === undefined ? byAsking(channel, after, lost) : byLock(locks, lost);
}

function byLock(locks: Locks, lost: () => void): Tenure {
  function hold(visit: string, options: LockOptions): Promise<boolean> {
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

function byAsking(channel: TabChannel, after: TenureDeps['after'], lost: () => void): Tenure {
  let held: string | null = null;
  let answered = () => {};
  channel.onmessage = ({ data: { says, visit } }) => {
    if (says === 'mine') answered();
    if (visit !== held) return;
    if (says === 'who') channel.postMessage({ says: 'mine', visit });
    if (says !== 'taken') return;
    held = null;
    lost();
  };

  return {
    claim: (visit) =>
      new Promise((resolve) => {
        let isTheirs = false;
        answered = () => {
          isTheirs = true;
          resolve(false);
        };
        after(ANSWER_MILLIS, () => {
          answered = () => {};
          if (isTheirs) return;
          held = visit;
          resolve(true);
        });
        channel.postMessage({ says: 'who', visit });
      }),
    take(visit) {
      channel.postMessage({ says: 'taken', visit });
      held = visit;
      return Promise.resolve(true);
    },
  };
}
