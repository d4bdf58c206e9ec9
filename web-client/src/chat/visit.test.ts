// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CLAIMS, type Claims } from '../host/claims';
import type { Outcome } from '../net/connect';
import { fakeTime } from '../time/fake-timers';
import { keepsake } from './keepsake';
import { tabText } from './tab-text';
import { createVisit } from './visit';

/** Plays between Romeo, who is the customer, and the switch, over a connection in memory. */

const WORKGROUP = 'demo@workgroup.example.org';
const SESSION = 'k3v9x2m7q4w8t6z1p5r0c2d8f7';
const ROOM = `${SESSION}@conference.example.org`;
const ROMEO = { username: ['Romeo'] };
const START = Date.parse('2026-01-01T10:00:00Z');

function setUp(storage: Storage = fakeStorage(), claims: Claims = NO_CLAIMS) {
  let away = false;
  const time = fakeTime(START);
  const sent: Element[] = [];
  const seen: string[] = [];
  const led: string[] = [];
  let hear = (_stanza: Element) => {};
  let drop = () => {};
  let closed = 0;
  let dropped = 0;
  let finish = (_outcome: Outcome) => {};
  const visit = createVisit({
    config: { domain: 'example.org', workgroup: WORKGROUP },
    ownOrigin: 'https://chat.example',
    connect: () => new Promise((resolve) => (finish = resolve)),
    guided: {
      begin: () => seen.push('window opened'),
      resume: () => seen.push('window offered'),
      adopt: () => {},
      rest: () => seen.push('window at rest'),
      drive(passage, tell) {
        led.push(passage.href);
        tell('attached');
      },
    },
    clock: time,
    timers: time,
    random: () => 'x7',
    isSeen: () => false,
    claims: () => claims,
    isRead: () => true,
    offerFiles: ({ service }) => seen.push(`files to ${service}`),
    lastSeen: tabText('usher-seen', () => storage),
    keepsake: keepsake(WORKGROUP, () => storage),
    screen: {
      showConnecting: () => seen.push('connecting'),
      showWaiting: (position, wait) =>
        seen.push(`waiting ${position}${wait === null ? '' : ` for ${wait} s`}`),
      showEntering: () => seen.push('entering'),
      showConversation: () => seen.push('conversation'),
      showWriting: (who) => seen.push(`${who} writes`),
      showReconnecting: (on) => void (on !== away && seen.push((away = on) ? 'away' : 'back')),
      showEnding: (ending) => seen.push(`ending ${ending}`),
      showRefused: (why, field) => seen.push(`refused ${why} ${field}`),
      showMessageForm: (answers) => seen.push(`message from ${answers['username']}`),
    },
    log: {
      addMessage: ({ author, text }) => seen.push(`${author}: ${text}`),
      addOutgoing: (_id, text) => seen.push(`me: ${text}`),
      markOutgoing: (_id, delivery) => seen.push(delivery),
      setQuiet: () => {},
      addNotice: (notice) => seen.push(Object.values(notice).join(' ')),
      addDrive: (_id, { by, host }, news) => seen.push(`${by} ${host} ${news}`),
      updateDrive: (_id, news) => seen.push(news),
    },
  });

  const turn = async () => {
    for (let count = 0; count < 10; count++) await Promise.resolve();
  };
  const receive = async (xml: string) => {
    hear(new DOMParser().parseFromString(xml, 'text/xml').documentElement);
    await turn();
  };
  const carrier = {
    send: (stanza: Element) => void sent.push(stanza),
    close: () => closed++,
    drop: () => dropped++,
    onStanza: (listener: typeof hear) => (hear = listener),
    onLost: (listener: typeof drop) => (drop = listener),
  };
  const last = () => sent.at(-1)!;
  return {
    time,
    sent,
    seen,
    led,
    visit,
    receive,
    turn,
    last,
    closed: () => closed,
    dropped: () => dropped,
    drop: () => drop(),
    connectFails: async (failure: 'unreachable' | 'misconfigured') => (finish({ failure }), turn()),
    async connects() {
      finish({ carrier });
      await turn();
    },
    answer: (content = '', type = 'result') =>
      receive(`<iq type='${type}' id='${last().getAttribute('id')}' from='${WORKGROUP}'>${content}</iq>`),
    position: (n: number, more = '') =>
      receive(`<message from='${WORKGROUP}'><queue-status xmlns='http://jabber.org/protocol/workgroup'>${more}
        <position>${n}</position><session xmlns='http://jivesoftware.com/protocol/workgroup' id='${SESSION}'
        workgroup='${WORKGROUP}'/></queue-status></message>`),
    invite: ({ from = ROOM, inviter = WORKGROUP, id = SESSION, workgroup = WORKGROUP } = {}) =>
      receive(`<message from='${from}'><session xmlns='http://jivesoftware.com/protocol/workgroup' id='${id}'
        workgroup='${workgroup}'/><x xmlns='http://jabber.org/protocol/muc#user'><invite from='${inviter}'/></x>
        </message>`),
    presence: (nick: string, affiliation = 'member', type = '', more = '') =>
      receive(`<presence from='${ROOM}/${nick}' ${type}><x xmlns='http://jabber.org/protocol/muc#user'>
        <item affiliation='${affiliation}'/>${more}</x></presence>`),
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

it('tells who the customer is, as the website says', async () => {
  const a = setUp(fakeStorage(), {
    identity: 'aaa.bbb.ccc',
    attributes: { order: '4711', username: 'Paris' },
  });
  a.visit.start({ username: ['Romeo'], question: [] });
  await a.connects();
  expect(a.last().querySelector('visit > identity')?.textContent).toBe('aaa.bbb.ccc');
  expect(
    [...a.last().querySelectorAll('field')].map((field) => field.outerHTML.match(/var="(\w+)"/)?.[1]),
  ).toEqual(['order', 'username']);
  expect(a.last().textContent).toContain('Romeo');
  expect(a.last().textContent).not.toContain('Paris');
});

describe('a visit', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  async function wait() {
    a.visit.start({ ...ROMEO, question: ['Where is the balcony?'] });
    await a.connects();
    await a.answer();
    await a.position(2);
  }

  async function enter() {
    await wait();
    await a.invite();
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
  }

  it('begins with the window, within the click, and connects only then', async () => {
    expect(a.seen).toEqual([]);
    a.visit.start(ROMEO);
    expect(a.seen).toEqual(['window opened', 'connecting']);
    await a.connects();
    expect(a.last().firstElementChild?.localName).toBe('join-queue');
    expect(a.last().textContent).toBe('Romeo');
  });

  it('waits in the line, moves up, and enters the room it is invited to', async () => {
    await wait();
    await a.position(1);
    await a.invite();
    expect(a.last().getAttribute('to')).toBe(`${ROOM}/Romeo`);
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
    expect(a.seen.slice(2)).toEqual([
      'waiting null',
      'waiting 2',
      'waiting 1',
      'entering',
      'joined Nurse',
      'conversation',
    ]);
  });

  it.each([
    ['a person', { from: `mercutio@example.org/tavern` }],
    ['an occupant of the room', { from: `${ROOM}/Nurse` }],
    ['another room', { from: 'other@conference.example.org' }],
    ['somebody who is not the workgroup', { inviter: 'mercutio@example.org' }],
    ['a resource of the workgroup', { inviter: `${WORKGROUP}/x` }],
    ['another workgroup', { workgroup: 'verona@workgroup.example.org' }],
    ['the room of another visit', { from: 'other@conference.example.org', id: 'other' }],
  ])('does not follow the invitation of %s', async (_who, invitation) => {
    await wait();
    const before = a.sent.length;
    await a.invite(invitation);
    expect(a.sent).toHaveLength(before);
    expect(a.seen.at(-1)).toBe('waiting 2');
  });

  it('goes back into the line when the agent is lost at the door, and follows the next invitation', async () => {
    await wait();
    await a.invite();
    await a.position(1);
    expect(a.seen.slice(-3)).toEqual(['entering', 'waiting null', 'waiting 1']);
    expect([a.last().localName, a.last().getAttribute('type')]).toEqual(['presence', 'unavailable']);
    await a.invite();
    await a.presence('demo', 'owner');
    await a.presence('Romeo');
    expect(a.seen.at(-1)).toBe('conversation');
  });

  it('waits on when the room was destroyed before it came, and leaves the one that it made', async () => {
    await wait();
    await a.invite();
    await a.presence('Romeo', 'owner', '', "<status code='201'/>");
    expect([a.last().localName, a.last().getAttribute('type')]).toEqual(['presence', 'unavailable']);
    expect(a.seen.at(-1)).toBe('waiting null');
    await a.position(1);
    expect(a.seen.at(-1)).toBe('waiting 1');
  });

  it('ends when the agent is lost at the door and no other can be found', async () => {
    await wait();
    await a.invite();
    await a.receive(`<message from='${WORKGROUP}'><depart-queue xmlns='http://jabber.org/protocol/workgroup'>
      <agent-not-found/></depart-queue></message>`);
    expect(a.seen.at(-1)).toBe('ending nobody-came');
  });

  it('does not follow an invitation while it is in a room already', async () => {
    await enter();
    const before = a.sent.length;
    await a.invite();
    expect(a.sent).toHaveLength(before);
  });

  it('does not let strangers move it in the line or put it out', async () => {
    await wait();
    await a.receive(`<message from='mercutio@example.org/x'><depart-queue xmlns='http://jabber.org/protocol/workgroup'/>
      </message>`);
    await a.receive(`<message from='mercutio@example.org/x'><queue-status xmlns='http://jabber.org/protocol/workgroup'>
      <position>99</position></queue-status></message>`);
    expect(a.seen.at(-1)).toBe('waiting 2');
  });

  it('is led, and accounts for it to the workgroup on the server’s clock', async () => {
    await enter();
    const before = a.sent.length;
    await a.receive(`<message type='groupchat' from='${ROOM}/demo'><body>Nurse opens it</body><drive
      xmlns='urn:usher:drive:1' id='d1' seq='1' url='https://shop.example/' by='Nurse' expires='2026-01-01T10:01:00Z'/>
      </message>`);
    expect(a.led).toEqual(['https://shop.example/']);
    expect(a.seen.slice(-2)).toEqual(['Nurse shop.example received', 'attached']);
    expect(a.sent.slice(before).map((stanza) => stanza.firstElementChild?.getAttribute('state'))).toEqual([
      'received',
      'attached',
    ]);
    const ack = a.last().firstElementChild;
    expect(a.last().getAttribute('to')).toBe(WORKGROUP);
    expect([ack?.getAttribute('session'), ack?.getAttribute('at')]).toEqual([
      SESSION,
      '2026-01-01T10:00:00.000Z',
    ]);
  });

  it('is not led by the agent’s own hand', async () => {
    await enter();
    await a.receive(`<message type='groupchat' from='${ROOM}/Nurse'><drive xmlns='urn:usher:drive:1' id='d1' seq='1'
      url='https://shop.example/' by='Nurse' expires='2026-01-01T10:01:00Z'/></message>`);
    expect(a.led).toEqual([]);
  });

  it('ends when the room is destroyed', async () => {
    await enter();
    await a.presence('Romeo', 'none', "type='unavailable'");
    expect(a.seen.slice(-2)).toEqual(['window at rest', 'ending ended']);
    expect(a.closed()).toBe(1);
  });

  it('does not end when the server is stopped, which puts everybody out of the rooms first', async () => {
    await enter();
    await a.presence('Romeo', 'none', "type='unavailable'", "<status code='332'/>");
    expect(a.seen.at(-1)).toBe('away');
    expect([a.closed(), a.dropped()]).toEqual([0, 1]);
    a.time.pass(1_000);
    await a.connects();
    await a.answer();
    await a.invite();
    await a.presence('Romeo');
    expect(a.seen.slice(-2)).toEqual(['back', 'conversation']);
  });

  it('ends when the customer says so', async () => {
    await enter();
    a.visit.endChat();
    expect([a.last().localName, a.last().getAttribute('type')]).toEqual(['presence', 'unavailable']);
    expect(a.seen.at(-1)).toBe('ending ended-by-customer');
    expect(a.closed()).toBe(1);
  });

  it('says no good-bye when the page goes away: it may come back', async () => {
    await enter();
    const before = a.sent.length;
    a.visit.rest();
    expect(a.sent).toHaveLength(before);
    expect([a.dropped(), a.closed()]).toEqual([1, 0]);
  });

  it('leaves the line when the customer says so, be it the answer or the message that comes first', async () => {
    await wait();
    a.visit.leaveQueue();
    expect(a.last().firstElementChild?.localName).toBe('depart-queue');
    await a.receive(`<message from='${WORKGROUP}'><depart-queue xmlns='http://jabber.org/protocol/workgroup'>
      <departure-requested/></depart-queue></message>`);
    await a.answer();
    expect(a.seen.slice(-2)).toEqual(['window at rest', 'ending left-queue']);
  });

  it('leaves the line before it is in it', async () => {
    a.visit.start(ROMEO);
    a.visit.leaveQueue();
    await a.connects();
    expect(a.seen.at(-1)).toBe('ending left-queue');
    expect([a.sent, a.closed()]).toEqual([[], 1]);
  });

  it('ends when no agent can be found', async () => {
    await wait();
    await a.receive(`<message from='${WORKGROUP}'><depart-queue xmlns='http://jabber.org/protocol/workgroup'>
      <agent-not-found/></depart-queue></message>`);
    expect(a.seen.at(-1)).toBe('ending nobody-came');
  });

  const refuse = (condition: string, more = '') =>
    a.answer(
      `<error type='wait'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>${more}</error>`,
      'error',
    );

  it.each([
    ['service-unavailable', '', 'nobody-here'],
    ['service-unavailable', 'full', 'busy'],
    ['resource-constraint', '', 'busy'],
    ['resource-constraint', 'too-many-of-customer', 'too-many-mine'],
    ['resource-constraint', 'too-many-of-origin', 'too-many-here'],
    ['item-not-found', '', 'unknown-workgroup'],
    ['forbidden', '', 'not-let-in'],
    ['bad-request', '', 'misconfigured'],
  ])('is told why it cannot join: %s %s', async (condition, detail, ending) => {
    a.visit.start(ROMEO);
    await a.connects();
    await refuse(condition, detail === '' ? '' : `<${detail} xmlns='urn:usher:visit:1'/>`);
    expect(a.seen.slice(-2)).toEqual(['window at rest', `ending ${ending}`]);
  });

  it('goes back to the form when its answers are not taken, and starts from there as if for the first time', async () => {
    a.visit.start(ROMEO);
    await a.connects();
    await refuse(
      'not-acceptable',
      "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Too long.</text><answer xmlns='urn:usher:visit:1' var='story'/>",
    );
    expect(a.seen.slice(-2)).toEqual(['window at rest', 'refused Too long. story']);
    expect(a.closed()).toBe(1);
    await wait();
    expect(a.seen.slice(-4)).toEqual(['window opened', 'connecting', 'waiting null', 'waiting 2']);
    expect(a.sent).toHaveLength(2);
  });

  it('is asked for a message when nobody can answer', async () => {
    a.visit.start(ROMEO);
    await a.connects();
    await refuse('service-unavailable', "<leave-message xmlns='urn:usher:visit:1'/>");
    expect(a.seen.slice(-2)).toEqual(['window at rest', 'message from Romeo']);
  });

  it('is asked for a message when everybody has left while it waited, and may come again', async () => {
    await wait();
    await a.receive(`<message from='${WORKGROUP}'><depart-queue xmlns='http://jabber.org/protocol/workgroup'>
      <agent-not-found/><leave-message xmlns='urn:usher:visit:1'/></depart-queue></message>`);
    expect(a.seen.slice(-2)).toEqual(['window at rest', 'message from Romeo']);
    await enter();
    expect(a.seen.at(-1)).toBe('conversation');
  });

  it('is told how long it takes when the switch knows', async () => {
    await wait();
    await a.position(3, '<time>150</time>');
    expect(a.seen.at(-1)).toBe('waiting 3 for 150 s');
  });

  it('ends when the server lets no customer in', async () => {
    a.visit.start(ROMEO);
    await a.connectFails('misconfigured');
    expect(a.seen.at(-1)).toBe('ending misconfigured');
  });

  it('tries twice to reach the server before it gives up', async () => {
    a.visit.start(ROMEO);
    await a.connectFails('unreachable');
    expect(a.seen.at(-1)).toBe('connecting');
    a.time.pass(1000);
    await a.turn();
    await a.connectFails('unreachable');
    expect(a.seen.at(-1)).toBe('ending unreachable');
  });

  it('ends when the workgroup does not answer', async () => {
    a.visit.start(ROMEO);
    await a.connects();
    a.time.pass(15_000);
    await a.turn();
    expect(a.seen.at(-1)).toBe('ending unreachable');
  });

  it('starts once', () => {
    a.visit.start(ROMEO);
    a.visit.start(ROMEO);
    expect(a.seen).toEqual(['window opened', 'connecting']);
  });
});

describe('a visit whose connection is lost', () => {
  const KEY = `<visit xmlns='urn:usher:visit:1' id='${SESSION}' token='secret'/>`;
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  async function wait() {
    a.visit.start(ROMEO);
    await a.connects();
    await a.answer(KEY);
    await a.position(2);
  }

  async function enter() {
    await wait();
    await a.invite();
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
  }

  async function comesBack() {
    a.time.pass(500);
    await a.turn();
    await a.connects();
  }

  const request = () => a.last().firstElementChild;
  const said = (nick: string, id: string, text: string) =>
    a.receive(`<message type='groupchat' id='${id}' from='${ROOM}/${nick}'><body>${text}</body></message>`);
  const archived = (number: number, nick: string, id: string, text: string, part = 'agent') =>
    a.receive(`<message from='${WORKGROUP}'><result xmlns='urn:xmpp:mam:2' id='${number}'>
      <forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T09:59:00Z'/>
      <message xmlns='jabber:client' type='groupchat' id='${id}' from='${ROOM}/${nick}'><body>${text}</body>
      <visit xmlns='urn:usher:visit:1' part='${part}'/></message></forwarded></result></message>`);
  const fin = (last: number, complete = true) =>
    a.answer(`<fin xmlns='urn:xmpp:mam:2' complete='${complete}'><set xmlns='http://jabber.org/protocol/rsm'>
      <last>${last}</last></set></fin>`);

  it('keeps its place in the line', async () => {
    await wait();
    a.drop();
    expect(a.seen.at(-1)).toBe('away');
    await comesBack();
    expect(request()?.querySelector('visit')?.getAttribute('token')).toBe('secret');
    await a.answer(KEY);
    await a.position(1);
    expect(a.seen.slice(-2)).toEqual(['back', 'waiting 1']);
  });

  it('comes back into the channel, and sees once what was said meanwhile', async () => {
    await enter();
    await said('Nurse', 'n1', 'Good morrow');
    a.drop();
    await comesBack();
    await a.answer(KEY);
    await a.invite();
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
    expect(request()?.localName).toBe('query');
    await said('Nurse', 'n3', 'There you are');
    await archived(1, 'Nurse', 'n1', 'Good morrow');
    await archived(2, 'Nurse', 'n2', 'Are you there?');
    await archived(3, 'Nurse', 'n3', 'There you are');
    await fin(3);
    expect(a.seen.slice(a.seen.indexOf('away'))).toEqual([
      'away',
      'back',
      'conversation',
      'Nurse: Are you there?',
      'Nurse: There you are',
    ]);
  });

  it('asks for the rest of a long absence, line by number', async () => {
    await enter();
    a.drop();
    await comesBack();
    await a.answer(KEY);
    await a.invite();
    await a.presence('Romeo');
    await archived(7, 'Nurse', 'n7', 'one');
    await fin(7, false);
    expect(request()?.querySelector('after')?.textContent).toBe('7');
  });

  it('sends again what was not heard, under the same name, and only that', async () => {
    await enter();
    a.visit.say('Is it far?');
    a.visit.say('Hello?');
    a.drop();
    expect(a.seen.slice(-3)).toEqual(['me: Is it far?', 'me: Hello?', 'away']);
    await comesBack();
    await a.answer(KEY);
    await a.invite();
    await a.presence('Romeo');
    await archived(4, 'Romeo', 'x7-1', 'Is it far?', 'customer');
    await fin(4);
    expect(a.seen.at(-1)).toBe('sent');
    expect([a.last().getAttribute('id'), a.last().textContent]).toEqual(['x7-2', 'Hello?']);
    await said('Romeo', 'x7-2', 'Hello?');
    expect(a.seen.at(-1)).toBe('sent');
  });

  it('says what is typed meanwhile as soon as it is back', async () => {
    await enter();
    a.drop();
    a.visit.say('Can you hear me?');
    await comesBack();
    await a.answer(KEY);
    await a.invite();
    await a.presence('Romeo');
    await fin(0);
    expect(a.last().textContent).toBe('Can you hear me?');
  });

  it('tells who has left meanwhile, and nothing of who is still there, or of its own ghost', async () => {
    await enter();
    await a.presence('Friar');
    a.drop();
    await comesBack();
    await a.answer(KEY);
    await a.invite();
    await a.receive(`<presence type='error' from='${ROOM}/Romeo'><error type='cancel'>
      <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`);
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
    await a.presence('Romeo 2');
    await a.presence('Romeo', 'member', "type='unavailable'");
    expect(a.seen.slice(a.seen.indexOf('away') + 1)).toEqual(['left Friar', 'back', 'conversation']);
  });

  it('keeps trying for as long as it takes, and less and less often', async () => {
    await wait();
    a.drop();
    for (let attempt = 0; attempt < 20; attempt++) {
      a.time.pass(15_000);
      await a.turn();
      await a.connectFails('unreachable');
    }
    expect(a.seen.at(-1)).toBe('away');
    a.visit.look();
    await a.connects();
    await a.answer(KEY);
    expect(a.seen.at(-1)).toBe('back');
  });

  it('waits in the line again when its agent was lost meanwhile', async () => {
    await enter();
    await said('Nurse', 'n1', 'Good morrow');
    a.drop();
    await comesBack();
    await a.answer(KEY);
    await a.position(1);
    expect(a.seen.slice(-2)).toEqual(['back', 'waiting 1']);
    await a.invite();
    await a.presence('Friar');
    await a.presence('Romeo');
    expect(request()?.localName).toBe('query');
    await archived(1, 'Nurse', 'n1', 'Good morrow');
    await fin(1);
    expect(a.seen.at(-1)).toBe('conversation');
  });

  it('is told when it ended meanwhile', async () => {
    await enter();
    a.drop();
    await comesBack();
    await a.answer(
      `<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>`,
      'error',
    );
    expect(a.seen.at(-1)).toBe('ending over-meanwhile');
  });

  it('tries again when the workgroup has no time for it', async () => {
    await wait();
    a.drop();
    await comesBack();
    await a.answer(
      `<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>`,
      'error',
    );
    expect(a.seen.at(-1)).toBe('away');
    a.time.pass(15_000);
    await a.turn();
    await a.connects();
    await a.answer(KEY);
    expect(a.seen.at(-1)).toBe('back');
  });

  it('goes on after a reload, with all that was said before', async () => {
    const storage = fakeStorage();
    a = setUp(storage);
    await enter();
    a.visit.rest();

    a = setUp(storage);
    expect(a.visit.resume()).toBe(true);
    await a.connects();
    expect(request()?.querySelector('visit')?.getAttribute('token')).toBe('secret');
    await a.answer(KEY);
    await a.invite();
    await a.presence('demo', 'owner');
    await a.presence('Nurse');
    await a.presence('Romeo');
    await archived(3, 'Romeo', 'm1', 'Is it far?', 'customer');
    await archived(4, 'Nurse', 'n1', 'It is the east.');
    await fin(4);
    expect(a.seen).toEqual([
      'window offered',
      'connecting',
      'waiting null',
      'entering',
      'joined Nurse',
      'conversation',
      'Romeo: Is it far?',
      'Nurse: It is the east.',
      'seen',
    ]);
  });

  it('is left to the tab that takes it, without a good-bye', async () => {
    await enter();
    const before = a.sent.length;
    a.visit.handOver();
    expect(a.sent).toHaveLength(before);
    expect([a.dropped(), a.closed()]).toEqual([1, 0]);
    expect(a.seen.at(-1)).toBe('ending elsewhere');
  });

  it('has nothing to go on with once it is over', async () => {
    const storage = fakeStorage();
    a = setUp(storage);
    await enter();
    a.visit.endChat();

    expect(setUp(storage).visit.resume()).toBe(false);
  });

  it('does without a storage that the browser forbids', async () => {
    a = setUp({
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Storage);
    expect(a.visit.resume()).toBe(false);
    await enter();
    a.drop();
    await comesBack();
    expect(request()?.querySelector('visit')?.getAttribute('token')).toBe('secret');
  });
});
