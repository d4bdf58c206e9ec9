import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { preference, REMEMBERED_MILLIS } from './preference';
import { connect, type Outcome, type Status } from './connect';

const WEBSOCKET = 'wss://chat.example/ws/';
const BOSH = 'https://chat.example/http-bind/';

function setUp(time = fakeTime(), store = fakeStorage()) {
  const lines: { service: string; domain: string; closed: number; change: (status: Status) => void }[] = [];
  let outcome: Outcome | null = null;
  void connect({
    domain: 'example.org',
    websocket: WEBSOCKET,
    bosh: BOSH,
    timers: time,
    preference: preference(() => store, time.now),
    newConnection(service) {
      const line = { service, domain: '', closed: 0, change: (_status: Status) => {} };
      lines.push(line);
      return {
        connect: (domain, change) => Object.assign(line, { domain, change }),
        disconnect: () => line.closed++,
        drop: () => line.closed++,
        send: () => {},
        onStanza: () => {},
      };
    },
  }).then((result) => (outcome = result));
  return {
    time,
    lines,
    again: () => setUp(time, store),
    services: () => lines.map(({ service }) => service),
    outcome: async () => {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      return outcome;
    },
  };
}

function fakeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  } as Storage;
}

describe('connecting', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('takes the WebSocket', async () => {
    expect(a.lines[0]).toMatchObject({ service: WEBSOCKET, domain: 'example.org' });
    a.lines[0]!.change('connected');
    expect(await a.outcome()).toHaveProperty('carrier');
    a.time.pass(100_000);
    expect(a.services()).toEqual([WEBSOCKET]);
    expect(a.lines[0]!.closed).toBe(0);
  });

  it('falls back to BOSH once, though a failure is told twice', async () => {
    a.lines[0]!.change('failed');
    a.lines[0]!.change('failed');
    await a.outcome();
    a.lines[0]!.change('failed');
    expect(a.services()).toEqual([WEBSOCKET, BOSH]);
    expect(a.lines[0]!.closed).toBe(1);
    a.lines[1]!.change('connected');
    expect(await a.outcome()).toHaveProperty('carrier');
  });

  it('falls back to BOSH when the WebSocket hangs, and takes no late word from it', async () => {
    a.time.pass(2999);
    await a.outcome();
    expect(a.services()).toEqual([WEBSOCKET]);
    a.time.pass(1);
    await a.outcome();
    expect(a.services()).toEqual([WEBSOCKET, BOSH]);
    expect(a.lines[0]!.closed).toBe(1);
    a.lines[0]!.change('connected');
    expect(await a.outcome()).toBeNull();
  });

  it('gives up when neither works', async () => {
    a.lines[0]!.change('failed');
    await a.outcome();
    a.time.pass(15_000);
    expect(await a.outcome()).toEqual({ failure: 'unreachable' });
  });

  it('does not try again where it is not let in', async () => {
    a.lines[0]!.change('not-let-in');
    expect(await a.outcome()).toEqual({ failure: 'misconfigured' });
    expect(a.services()).toEqual([WEBSOCKET]);
  });

  it('tells when the connection is lost, once', async () => {
    a.lines[0]!.change('connected');
    const outcome = await a.outcome();
    let lost = 0;
    if (outcome !== null && 'carrier' in outcome) outcome.carrier.onLost(() => lost++);
    a.lines[0]!.change('failed');
    a.lines[0]!.change('failed');
    expect(lost).toBe(1);
    expect(a.services()).toEqual([WEBSOCKET]);
  });

  describe('where only BOSH has worked', () => {
    beforeEach(async () => {
      a.lines[0]!.change('failed');
      await a.outcome();
      a.lines[1]!.change('connected');
      await a.outcome();
    });

    it('takes BOSH at once the next time', async () => {
      const next = a.again();
      next.lines[0]!.change('connected');
      expect(await next.outcome()).toHaveProperty('carrier');
      expect(next.services()).toEqual([BOSH]);
    });

    it('takes the WebSocket when BOSH does not work any more, and from then on', async () => {
      const next = a.again();
      next.lines[0]!.change('failed');
      await next.outcome();
      next.lines[1]!.change('connected');
      await next.outcome();
      expect(next.services()).toEqual([BOSH, WEBSOCKET]);
      expect(a.again().services()).toEqual([WEBSOCKET]);
    });

    it('tries the WebSocket again after ten minutes', () => {
      a.time.pass(REMEMBERED_MILLIS - 1);
      expect(a.again().services()).toEqual([BOSH]);
      a.time.pass(1);
      expect(a.again().services()).toEqual([WEBSOCKET]);
    });
  });

  it('remembers nothing when neither works', async () => {
    a.lines[0]!.change('failed');
    await a.outcome();
    a.lines[1]!.change('failed');
    await a.outcome();
    expect(a.again().services()).toEqual([WEBSOCKET]);
  });
});
