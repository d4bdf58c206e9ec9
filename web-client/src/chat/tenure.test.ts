import { describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { ANSWER_MILLIS, createTenure, type Locks, type TabChannel } from './tenure';

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
    const first = withLocks(locks, () => lost.push('first'));
    const second = withLocks(locks, () => lost.push('second'));

    expect(await first.claim('v1')).toBe(true);
    const claimed = second.claim('v1');
    giveUp();
    expect(await claimed).toBe(false);
    expect(lost).toEqual([]);

    expect(await second.take('v1')).toBe(true);
    await Promise.resolve();
    expect(lost).toEqual(['first']);
  });

  it('is found out by asking on a page without TLS', async () => {
    const tabs: TabChannel[] = [];
    const time = fakeTime();
    const lost: string[] = [];
    const tab = (name: string) => {
      const channel: TabChannel = {
        onmessage: null,
        postMessage: (data) => {
          for (const other of tabs) if (other !== channel) other.onmessage?.({ data } as MessageEvent);
        },
      };
      tabs.push(channel);
      return createTenure({ locks: undefined, channel, after: time.after, lost: () => lost.push(name) });
    };
    const first = tab('first');
    const second = tab('second');

    const mine = first.claim('v1');
    time.pass(ANSWER_MILLIS);
    expect(await mine).toBe(true);
    const theirs = second.claim('v1');
    time.pass(ANSWER_MILLIS);
    expect(await theirs).toBe(false);
    const another = second.claim('v2');
    time.pass(ANSWER_MILLIS);
    expect(await another).toBe(true);
    expect(lost).toEqual([]);

    expect(await second.take('v1')).toBe(true);
    expect(lost).toEqual(['first']);
  });
});

function withLocks(locks: Locks, lost: () => void) {
  return createTenure({ locks, channel: { onmessage: null, postMessage: () => {} }, after: () => {}, lost });
}
