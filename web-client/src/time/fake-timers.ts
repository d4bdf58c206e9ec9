import type { Clock } from './clock';
import type { Timers } from './timers';

/** For tests: time that passes when it is told to; asleep, the clock goes on and nothing rings. */
export function fakeTime(
  start = 0,
): Timers & Clock & { pass(millis: number): void; sleep(millis: number): void } {
  let now = start;
  let order = 0;
  const running = new Map<number, { due: number; run: () => void }>();
  const next = (until: number) =>
    [...running].filter(([, { due }]) => due <= until).sort(([a, x], [b, y]) => x.due - y.due || a - b)[0];
  return {
    now: () => now,
    after(millis, run) {
      const key = ++order;
      running.set(key, { due: now + Math.max(0, millis), run });
      return () => running.delete(key);
    },
    sleep: (millis) => void (now += millis),
    pass(millis) {
      const until = now + millis;
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        const [key, { due, run }] = timer;
        running.delete(key);
        now = due;
        run();
      }
      now = until;
    },
  };
}
