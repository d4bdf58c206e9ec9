import type { Timers } from '../time/timers';

/** Who says nothing more about it, and whose connection is perhaps gone, has stopped writing. */
export const WRITING_MILLIS = 30_000;

export interface Typists {
  /** Somebody has begun to write, or has stopped. */
  tells(who: string, isWriting: boolean): void;
  /** Nobody is there any more. */
  clear(): void;
}

/** Who is writing at the moment. Of several the last to begin is shown. */
export function createTypists({
  timers,
  show,
}: {
  readonly timers: Timers;
  readonly show: (who: string | null) => void;
}): Typists {
  const writing = new Map<string, () => void>();
  let shown: string | null = null;

  function showLast(): void {
    const last = [...writing.keys()].at(-1) ?? null;
    if (last !== shown) show((shown = last));
  }

  function tells(who: string, isWriting: boolean): void {
    writing.get(who)?.();
    writing.delete(who);
    if (isWriting)
      writing.set(
        who,
        timers.after(WRITING_MILLIS, () => tells(who, false)),
      );
    showLast();
  }

  function clear(): void {
    for (const stop of writing.values()) stop();
    writing.clear();
    showLast();
  }

  return { tells, clear };
}
