import { describe, expect, it } from 'vitest';
import { preference, REMEMBERED_MILLIS } from './preference';

function store(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  } as Storage;
}

describe('the way that is tried first', () => {
  it('is BOSH for ten minutes after only BOSH worked, or until the network is another', () => {
    let now = 1_000;
    const kept = store();
    const known = preference(
      () => kept,
      () => now,
    );
    expect(known.isBosh()).toBe(false);
    known.rememberBosh();
    expect(known.isBosh()).toBe(true);
    known.forget();
    expect(known.isBosh()).toBe(false);
    known.rememberBosh();
    now += REMEMBERED_MILLIS;
    expect(known.isBosh()).toBe(false);
  });

  it('is not BOSH for ever when the clock is set back', () => {
    let now = 5_000_000;
    const kept = store();
    const way = preference(
      () => kept,
      () => now,
    );
    way.rememberBosh();
    now = 0;
    expect(way.isBosh()).toBe(false);
  });

  it('is the WebSocket where a browser allows no storage, or it holds nonsense', () => {
    const way = preference(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      () => 0,
    );
    way.rememberBosh();
    expect(way.isBosh()).toBe(false);
    const kept = store();
    kept.setItem('usher-bosh-until', 'soon');
    expect(
      preference(
        () => kept,
        () => 0,
      ).isBosh(),
    ).toBe(false);
  });
});
