// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import type { Incoming } from '../wire/incoming';
import { departQueue } from '../wire/queue';
import { createLink, type Reply } from './link';

const stanza = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;

function setUp(seen = false) {
  const time = fakeTime();
  const sent: Element[] = [];
  const heard: Incoming[] = [];
  let lost = 0;
  let closed = 0;
  let dropped = 0;
  let hear = (_stanza: Element) => {};
  let drop = () => {};
  const link = createLink({
    domain: 'example.org',
    timers: time,
    isSeen: () => seen,
    hear: (incoming) => heard.push(incoming),
    lost: () => lost++,
    carrier: {
      send: (element) => sent.push(element),
      close: () => closed++,
      drop: () => dropped++,
      onStanza: (listener) => (hear = listener),
      onLost: (listener) => (drop = listener),
    },
  });
  return {
    time,
    sent,
    heard,
    link,
    receive: (xml: string) => hear(stanza(xml)),
    drop: () => drop(),
    lost: () => lost,
    closed: () => closed,
    dropped: () => dropped,
    turn: () => Promise.resolve().then(() => {}),
  };
}

describe('an established connection', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('brings the answer to its request', async () => {
    const reply = a.link.ask(departQueue('q1', 'demo@w'));
    a.receive("<iq type='result' id='q1' from='demo@w'/>");
    expect(await reply).toMatchObject({ error: null, key: null, page: null });
  });

  it('takes an answer only from whom it asked', async () => {
    let reply: Reply | null = null;
    void a.link.ask(departQueue('q1', 'demo@w')).then((value) => (reply = value));
    a.receive("<iq type='result' id='q1' from='mercutio@example.org'/>");
    await a.turn();
    expect(reply).toBeNull();
    a.time.pass(15_000);
    await a.turn();
    expect(reply).toBe('silence');
  });

  it('has different numbers for its requests each time', () => {
    expect(new Set([a.link.nextId(), a.link.nextId(), setUp().link.nextId()]).size).toBe(3);
  });

  it('answers pings, and politely nothing else', () => {
    a.receive("<iq type='get' id='p1' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>");
    a.receive("<iq type='get' id='v1' from='mercutio@example.org'><query xmlns='jabber:iq:version'/></iq>");
    expect(
      a.sent.map((iq) => [iq.getAttribute('type'), iq.getAttribute('id'), iq.getAttribute('to')]),
    ).toEqual([
      ['result', 'p1', 'example.org'],
      ['error', 'v1', 'mercutio@example.org'],
    ]);
    expect(a.heard).toEqual([]);
  });

  it('is lost once, with every answer that is due', async () => {
    const reply = a.link.ask(departQueue('q1', 'demo@w'));
    a.drop();
    a.drop();
    expect(await reply).toBe('silence');
    expect(a.lost()).toBe(1);
    a.link.send(departQueue('q2', 'demo@w'));
    expect(a.sent).toHaveLength(1);
    expect(await a.link.ask(departQueue('q3', 'demo@w'))).toBe('silence');
  });

  it('is found dead when a ping stays without an answer', async () => {
    a.time.pass(40_000);
    expect(a.sent.map((iq) => iq.getAttribute('to'))).toEqual(['example.org']);
    a.time.pass(15_000);
    await a.turn();
    expect([a.lost(), a.dropped(), a.closed()]).toEqual([1, 1, 0]);
  });

  it('is found dead within fifteen seconds while the customer looks', async () => {
    a = setUp(true);
    a.time.pass(9_000 + 5_000);
    await a.turn();
    expect([a.lost(), a.dropped(), a.closed()]).toEqual([1, 1, 0]);
  });

  it('is not asked while something comes', () => {
    a = setUp(true);
    for (let second = 0; second < 40; second += 5) {
      a.time.pass(5_000);
      a.receive("<message type='groupchat' from='r@c/Nurse'><body>still here</body></message>");
    }
    expect(a.sent).toEqual([]);
  });

  it('is looked at at once when it is asked for', async () => {
    a.link.look();
    expect(a.sent).toHaveLength(1);
    a.time.pass(5_000);
    await a.turn();
    expect(a.lost()).toBe(1);
  });

  it('is alive as long as pings are answered, be it with an error', async () => {
    for (let round = 0; round < 3; round++) {
      a.time.pass(40_000);
      a.receive(`<iq type='error' id='${a.sent.at(-1)!.getAttribute('id')}' from='example.org'/>`);
      await a.turn();
    }
    expect(a.sent).toHaveLength(3);
    expect(a.lost()).toBe(0);
  });

  it('is not lost when it is closed', () => {
    a.link.close();
    a.drop();
    a.receive("<message type='groupchat' from='r@c/demo'><body>late</body></message>");
    a.time.pass(100_000);
    expect([a.lost(), a.closed(), a.heard, a.sent]).toEqual([0, 1, [], []]);
  });
});
