import { beforeEach, describe, expect, it } from 'vitest';
import type { Tell } from './passage';
import { createPilot } from './pilot';
import type { Order } from './obey';

const NOW = Date.parse('2026-01-01T10:00:00Z');

function setUp() {
  const told: string[] = [];
  const shown: unknown[] = [];
  const led: { id: string; href: string; tell: Tell }[] = [];
  const pilot = createPilot({
    switchNick: 'demo',
    ownOrigin: 'https://chat.example',
    clock: { now: () => NOW },
    ack: (drive, state, reason) => told.push([drive, state, reason].filter(Boolean).join(' ')),
    log: {
      addDrive: (id, line, news, stamp) => shown.push({ id, ...line, news, stamp }),
      updateDrive: (id, news) => shown.push({ id, news }),
    },
    guided: { drive: ({ id, href }, tell) => led.push({ id, href, tell }), adopt: () => {} },
  });
  return { told, shown, led, take: (order: Order, stamp: number | null = null) => pilot.take(order, stamp) };
}

function order(seq: number, changes: Partial<Order> & { url?: string; expires?: number } = {}): Order {
  const { url = 'https://bücher.example/', expires = NOW + 60_000, ...rest } = changes;
  const drive = { id: `d${seq}`, seq, url, by: 'Nurse', expires };
  return { drive, nick: 'demo', affiliation: 'owner', delayed: false, ...rest };
}

describe('the pilot', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('leads the window and accounts for it', () => {
    expect(a.take(order(1))).toBe(true);
    expect(a.led.map(({ href }) => href)).toEqual(['https://xn--bcher-kva.example/']);
    a.led[0]!.tell('needs-click', 'closed');
    a.led[0]!.tell('attached');
    expect(a.told).toEqual(['d1 received', 'd1 needs-click closed', 'd1 attached']);
    expect(a.shown).toEqual([
      {
        id: 'd1',
        by: 'Nurse',
        host: 'xn--bcher-kva.example',
        address: 'https://xn--bcher-kva.example/',
        news: 'received',
        stamp: null,
      },
      { id: 'd1', news: 'needs-click' },
      { id: 'd1', news: 'attached' },
    ]);
  });

  it('keeps to itself what the protocol has no word for', () => {
    a.take(order(1));
    a.led[0]!.tell('superseded');
    a.led[0]!.tell('dropped');
    expect(a.told).toEqual(['d1 received']);
  });

  it('says that the website did not allow it', () => {
    a.take(order(1));
    a.led[0]!.tell('vetoed');
    expect(a.told).toEqual(['d1 received', 'd1 refused vetoed']);
    expect(a.shown[1]).toEqual({ id: 'd1', news: 'vetoed' });
  });

  it('leaves to others what the switch did not send', () => {
    expect(a.take(order(1, { affiliation: 'member' }))).toBe(false);
    expect([a.told, a.shown, a.led]).toEqual([[], [], []]);
  });

  it('is not made deaf by the high number of somebody else', () => {
    a.take(order(999, { nick: 'Nurse' }));
    a.take(order(1));
    expect(a.led.map(({ id }) => id)).toEqual(['d1']);
  });

  it('obeys each number once', () => {
    a.take(order(2));
    expect(a.take(order(2))).toBe(true);
    expect(a.take(order(1))).toBe(true);
    expect(a.led.map(({ id }) => id)).toEqual(['d2']);
    expect(a.told).toEqual(['d2 received']);
    expect(a.shown).toHaveLength(1);
  });

  it('shows history, and neither obeys nor reports it', () => {
    a.take(order(3, { delayed: true }), NOW - 5000);
    a.take(order(3));
    expect([a.told, a.led]).toEqual([[], []]);
    expect(a.shown).toMatchObject([{ id: 'd3', news: 'earlier', stamp: NOW - 5000 }]);
  });

  it('refuses what the policy refuses, without trusting its host', () => {
    a.take(order(1, { url: 'https://chat.example/usher/c/demo' }));
    a.take(order(2, { url: 'javascript:alert(1)' }));
    expect(a.told).toEqual(['d1 refused own-origin', 'd2 refused scheme']);
    expect(a.led).toEqual([]);
    expect(a.shown[1]).toMatchObject({ host: null, address: 'javascript:alert(1)', news: 'refused' });
  });

  it('does not obey a drive that is over', () => {
    a.take(order(1, { expires: NOW }));
    expect([a.told, a.led]).toEqual([['d1 expired'], []]);
  });
});
