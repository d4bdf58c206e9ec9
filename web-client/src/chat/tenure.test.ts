import { describe, expect, it } from 'vitest';
import { createTenure, type Locks } from './tenure';

/** The locks of one browser, as far as they are used: one holder, who may be robbed; who asks too late is turned away. */
function browser(): { locks: Locks; giveUp: () => void } {
  let holder: ((robbed: unknown) => void) | null = null;
  let waiting: ((late: unknown) => void)[] = [];
  const request = (_name: string, options: LockOptions, granted: () => Promise<unknown>) =>
    new Promise((_resolve, reject) => {
      if (holder !== null && options.steal !== true) return void waiting.push(reject);
      holder?.(new DOMException('stolen', 'AbortError'));
      holder = reject;
      void granted();
    });
  return {
    locks: { request } as unknown as Locks,
    giveUp() {
      for (const reject of waiting) reject(new DOMException('late', 'TimeoutError'));
      waiting = [];
    },
  };
}

describe('the tab that has the visit', () => {
  it('is the first one, until another takes it', async () => {
    const { locks, giveUp } = browser();
    const lost: string[] = [];
    const first = createTenure(locks, () => lost.push('first'));
    const second = createTenure(locks, () => lost.push('second'));

    expect(await first.claim('v1')).toBe(true);
    const claimed = second.claim('v1');
    giveUp();
    expect(await claimed).toBe(false);
    expect(lost).toEqual([]);

    expect(await second.take('v1')).toBe(true);
    await Promise.resolve();
    expect(lost).toEqual(['first']);
  });

  it('is every tab where the browser has no locks', async () => {
    expect(await createTenure(undefined, () => {}).claim('v1')).toBe(true);
  });
});
