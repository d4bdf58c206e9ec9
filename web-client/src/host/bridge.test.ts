import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { createBridge, readHostMessage, VETO_MILLIS } from './bridge';

const SHOP = 'https://shop.example';
const OTHER = 'https://www.shop.example';
const TOKEN = 'aaa.bbb.ccc';
const hello = { usher: 1, type: 'hello', veto: false, identity: null, attributes: {} };

function setUp(sites: readonly string[] = [SHOP, OTHER], hasHost = true) {
  const time = fakeTime();
  const sent: { to: string; type: string; [key: string]: unknown }[] = [];
  const host = {
    closed: false,
    postMessage: (message: { usher: number; type: string }, to: string) => {
      const { usher, ...rest } = message;
      expect(usher).toBe(1);
      sent.push({ to, ...rest });
    },
  };
  let listener: ((event: Pick<MessageEvent, 'data' | 'origin' | 'source'>) => void) | null = null;
  let ended = 0;
  const bridge = createBridge({
    host: hasHost ? (host as unknown as Window) : null,
    sites,
    timers: time,
    listen: (hear) => (listener = hear),
    claims: null,
    endChat: () => ended++,
  });
  return {
    bridge,
    time,
    host,
    isListening: () => listener !== null,
    ended: () => ended,
    hear: (data: unknown, origin = SHOP, source: unknown = host) =>
      listener?.({ data, origin, source: source as Window }),
    /** What was sent since the last look. */
    sent: () => sent.splice(0),
  };
}

const NOW = { phase: 'start', position: null, unread: 0 };

describe('the bridge to the page that opened the chat', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('says that it is there, more and more seldom, until a listed site answers', () => {
    const here = [
      { to: SHOP, type: 'here' },
      { to: OTHER, type: 'here' },
    ];
    expect(a.sent()).toEqual(here);
    a.time.pass(1000);
    expect(a.sent()).toEqual(here);
    a.time.pass(1999);
    expect(a.sent()).toEqual([]);
    a.time.pass(1);
    expect(a.sent()).toEqual(here);
    a.hear(hello);
    expect(a.sent()).toEqual([{ to: SHOP, type: 'welcome', now: NOW }]);
    // A page that crashed cannot say that it goes.
    a.time.pass(30_000);
    expect(new Set(a.sent().map(({ to }) => to))).toEqual(new Set([SHOP]));
  });

  it('is silent to a window that is closed', () => {
    a.sent();
    a.host.closed = true;
    a.time.pass(600_000);
    expect(a.sent()).toEqual([]);
  });

  it.each([
    ['of another site', hello, 'https://evil.example', undefined],
    ['of a site that only looks alike', hello, 'https://shop.example.evil.example', undefined],
    ['without TLS', hello, 'http://shop.example', undefined],
    ['without an origin', hello, 'null', undefined],
    ['in another window', hello, SHOP, {}],
    ['that is no message of ours', { type: 'hello' }, SHOP, undefined],
  ])('hears and tells nothing to a page %s', (_name, message, origin, source) => {
    a.sent();
    a.hear(message, origin, source ?? a.host);
    a.bridge.tell('message', { author: 'agent' });
    expect(a.sent()).toEqual([]);
    expect(a.bridge.ask('d1', 'https://a.example/', () => {})).toBeNull();
  });

  it.each([
    ['no site is listed', [], true],
    ['nobody opened it', [SHOP], false],
  ])('is not there when %s', (_name, sites, hasHost) => {
    const b = setUp(sites, hasHost);
    b.bridge.tell('queued', {}, { phase: 'queued' });
    b.time.pass(600_000);
    expect(b.sent()).toEqual([]);
    expect(b.isListening()).toBe(false);
  });

  it('tells what happens, and how things are, to the site that said hello and to no other', () => {
    a.bridge.tell('queued', { position: 2 }, { phase: 'queued', position: 2 });
    a.sent();
    a.hear(hello, OTHER);
    a.bridge.tell('position', { position: 1 }, { position: 1 });
    expect(a.sent()).toEqual([
      { to: OTHER, type: 'welcome', now: { ...NOW, phase: 'queued', position: 2 } },
      {
        to: OTHER,
        type: 'event',
        name: 'position',
        detail: { position: 1 },
        now: { ...NOW, phase: 'queued', position: 1 },
      },
    ]);
  });

  it('waits for the next page when this one goes', () => {
    a.hear({ ...hello, veto: true });
    a.sent();
    a.hear({ usher: 1, type: 'bye' });
    expect(a.sent().map(({ to, type }) => `${type} ${to}`)).toEqual([`here ${SHOP}`, `here ${OTHER}`]);
    a.bridge.tell('message', { author: 'agent' });
    expect(a.bridge.ask('d1', 'https://a.example/', () => {})).toBeNull();
    expect(a.sent()).toEqual([]);
    a.hear(hello, OTHER);
    expect(a.sent()).toMatchObject([{ to: OTHER, type: 'welcome' }]);
  });

  it('ends the chat for a listed site that says so', () => {
    a.hear({ usher: 1, type: 'end' }, 'https://evil.example');
    a.hear({ usher: 1, type: 'end' }, SHOP, {});
    expect(a.ended()).toBe(0);
    a.hear({ usher: 1, type: 'end' });
    expect(a.ended()).toBe(1);
  });

  it('learns who the customer is, and keeps what was said before', () => {
    a.bridge.claim({ identity: TOKEN, attributes: { order: '1', basket: 'full' } });
    a.hear({ ...hello, attributes: { order: '2', bad: 7 } });
    expect(a.bridge.claims()).toEqual({ identity: TOKEN, attributes: { order: '2', basket: 'full' } });
    a.hear({ ...hello, identity: 'ddd.eee.fff' });
    expect(a.bridge.claims().identity).toBe('ddd.eee.fff');
  });

  describe('asked whether a drive may go', () => {
    let answers: boolean[];
    const ask = (drive: string) =>
      a.bridge.ask(drive, 'https://a.example/', (allowed) => answers.push(allowed));

    beforeEach(() => {
      answers = [];
    });

    it('asks nobody who does not want to be asked', () => {
      a.hear(hello);
      expect(ask('d1')).toBeNull();
    });

    it('hears the answer, once', () => {
      a.hear({ ...hello, veto: true });
      a.sent();
      ask('d1');
      expect(a.sent()).toEqual([{ to: SHOP, type: 'ask', drive: 'd1', url: 'https://a.example/' }]);
      a.hear({ usher: 1, type: 'verdict', drive: 'd0', allow: true });
      expect(answers).toEqual([]);
      a.hear({ usher: 1, type: 'verdict', drive: 'd1', allow: false });
      a.hear({ usher: 1, type: 'verdict', drive: 'd1', allow: true });
      a.time.pass(1000);
      expect(answers).toEqual([false]);
    });

    it('takes silence for consent', () => {
      a.hear({ ...hello, veto: true });
      ask('d1');
      a.time.pass(VETO_MILLIS - 1);
      expect(answers).toEqual([]);
      a.time.pass(1);
      expect(answers).toEqual([true]);
      a.hear({ usher: 1, type: 'verdict', drive: 'd1', allow: false });
      expect(answers).toEqual([true]);
    });

    it('asks no more when the question is called off', () => {
      a.hear({ ...hello, veto: true });
      ask('d1')?.();
      a.hear({ usher: 1, type: 'verdict', drive: 'd1', allow: false });
      a.time.pass(1000);
      expect(answers).toEqual([]);
    });
  });

  it.each([
    null,
    'hello',
    {},
    { usher: 2, type: 'end' },
    { usher: 1, type: 'here' },
    { usher: 1, type: 'verdict', drive: 'd1' },
    { usher: 1, type: 'verdict', allow: true },
  ])('has no message in %j', (data) => expect(readHostMessage(data)).toBeNull());
});
