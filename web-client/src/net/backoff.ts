/** How long to wait before the next attempt: soon at first, then less and less often, and never in step with others. */
export const LONGEST_MILLIS = 15_000;
const FIRST_MILLIS = 500;

/** @param attempts those that failed so far, from 1 @param random in [0, 1) */
export function backoff(attempts: number, random: () => number): number {
  const limit = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(attempts - 1, 10));
  return Math.round(limit / 2 + (random() * limit) / 2);
}
