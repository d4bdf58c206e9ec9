// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../drive/obey';
import { decode } from '../wire/decode';
import { fakeTime } from '../time/fake-timers';
import { createConversation } from './conversation';

const ROOM = 'k3v9@conference.example.org';
const stanza = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;

function setUp(lastSeen = remembered()) {
  const time = fakeTime(0);
  const looks = { on: true };
  const sent: string[] = [];
  const lines: unknown[] = [];
  const flown: Order[] = [];
  const happened: string[] = [];
  let count = 0;
  const conversation = createConversation({
    room: ROOM,
    switchNick: 'demo',
    nicks: () => ['Romeo', 'Romeo 2'][Symbol.iterator]() as Iterator<string, void>,
    shown: { lines: new Set(), last: null },
    catchUp: () => happened.push('catching up'),
    send: (element) =>
      sent.push([element.localName, element.getAttribute('to'), element.textContent].join(' ').trim()),
    nextId: () => `m${++count}`,
    log: {
      addMessage: ({ author, mine, text }) => lines.push(`${mine ? 'me' : author}: ${text}`),
      addOutgoing: (_id, text) => lines.push(`me: ${text}`),
      markOutgoing: (id, delivery) => lines.push(`${id} ${delivery}`),
      addNotice: (notice) => lines.push(notice),
      setQuiet: () => {},
    },
    timers: time,
    lastSeen,
    isRead: () => looks.on,
    showWriting: (who) => happened.push(`${who} writes`),
    pilot: {
      take(order) {
        flown.push(order);
        return order.affiliation === 'owner';
      },
    },
    entered: () => happened.push('entered'),
    ended: (how) => happened.push(how),
    interrupted: () => happened.push('interrupted'),
  });
  const receive = (xml: string) => conversation.hear(decode(stanza(xml)));
  const presence = (nick: string, affiliation: string, more = '') =>
    receive(`<presence from='${ROOM}/${nick}'><x xmlns='http://jabber.org/protocol/muc#user'>
      <item affiliation='${affiliation}'/>${more}</x></presence>`);
  const gone = (nick: string, more = '', item = '') =>
    receive(`<presence type='unavailable' from='${ROOM}/${nick}'><x xmlns='http://jabber.org/protocol/muc#user'>
      <item affiliation='member' role='none' ${item}/>${more}</x></presence>`);
  const said = (nick: string, text: string, more = '', id = 'x') =>
    receive(
      `<message type='groupchat' id='${id}' from='${ROOM}/${nick}'><body>${text}</body>${more}</message>`,
    );
  return { time, looks, sent, lines, flown, happened, conversation, receive, presence, gone, said };
}

function remembered(text = '') {
  return { keep: (kept: string) => void (text = kept), recall: () => text };
}

const DRIVE = `<drive xmlns='urn:usher:drive:1' id='d1' seq='1' url='https://shop.example/' by='Nurse'
  expires='2026-01-01T10:01:00Z'/>`;

describe('in the channel', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.conversation.enter(false);
  });

  function come() {
    a.presence('demo', 'owner');
    a.presence('Nurse', 'member');
    a.presence('Romeo', 'member');
  }

  it('one enters under one’s name, also where the server does not mark one’s own presence', () => {
    expect(a.sent).toEqual([`presence ${ROOM}/Romeo`]);
    come();
    expect(a.happened).toEqual(['entered']);
    expect(a.lines).toEqual([{ what: 'joined', who: 'Nurse' }]);
  });

  it('one takes another name when the first is taken, and gives up when all are', () => {
    const conflict = `<presence type='error' from='${ROOM}/Romeo'><error type='cancel'>
      <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`;
    a.receive(conflict);
    expect(a.sent).toEqual([`presence ${ROOM}/Romeo`, `presence ${ROOM}/Romeo 2`]);
    a.receive(conflict);
    expect(a.happened).toEqual(['no-entry']);
  });

  it('one is told when the room does not let one in', () => {
    a.receive(`<presence type='error' from='${ROOM}/Romeo'><error type='auth'>
      <registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`);
    expect(a.happened).toEqual(['no-entry']);
  });

  it('one does not stay in a room that was destroyed before one came', () => {
    a.presence('Romeo', 'owner', "<status code='110'/><status code='201'/>");
    expect(a.happened).toEqual(['gone']);
    expect(a.conversation.wasEntered()).toBe(false);
  });

  it('one keeps the form of the name that the server gives', () => {
    a.presence('romeo', 'member', "<status code='110'/>");
    a.said('romeo', 'Hello');
    expect(a.lines).toEqual(['me: Hello']);
  });

  it('what was said before is shown in its order, then what is said', () => {
    come();
    const delay = "<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T09:00:00Z'/>";
    a.said('Nurse', 'Good morrow', delay);
    a.said('Nurse', 'Anybody?', delay);
    a.said('Romeo', 'Here');
    expect(a.lines.slice(1)).toEqual(['Nurse: Good morrow', 'Nurse: Anybody?', 'me: Here']);
  });

  it('what one says is shown at once, and marked when the room has heard it', () => {
    come();
    a.conversation.say('Is it far?');
    expect(a.sent.at(-1)).toBe(`message ${ROOM} Is it far?`);
    expect(a.lines.at(-1)).toBe('me: Is it far?');
    a.said('Romeo', 'Is it far?', '', 'm1');
    expect(a.lines.slice(-2)).toEqual(['me: Is it far?', 'm1 sent']);
  });

  it('what the room never heard is said to be unsent', () => {
    come();
    a.conversation.say('one');
    a.conversation.say('two');
    a.conversation.say('three');
    a.said('Romeo', 'one', '', 'm1');
    a.receive(`<message type='error' id='m2' from='${ROOM}'><error type='wait'/></message>`);
    expect(a.lines.at(-1)).toEqual('m2 unsent');
    a.conversation.giveUp();
    expect(a.lines.slice(-3)).toEqual(['m1 sent', 'm2 unsent', 'm3 unsent']);
  });

  it('a drive goes to the pilot with who sent it, and its text is not shown again', () => {
    come();
    a.said('demo', 'Nurse opens https://shop.example/', DRIVE);
    expect(a.flown).toMatchObject([
      { nick: 'demo', affiliation: 'owner', delayed: false, drive: { seq: 1 } },
    ]);
    expect(a.lines).toHaveLength(1);
  });

  it('what looks like a drive and is none is an ordinary message', () => {
    come();
    a.said('Nurse', 'Look here', DRIVE);
    expect(a.flown).toMatchObject([{ nick: 'Nurse', affiliation: 'member' }]);
    expect(a.lines.at(-1)).toBe('Nurse: Look here');
  });

  it('nobody inherits the affiliation of who had the name before', () => {
    come();
    a.gone('demo');
    a.said('demo', 'ghost', DRIVE);
    expect(a.flown).toMatchObject([{ affiliation: null }]);
  });

  it('the switch speaks in notices', () => {
    come();
    a.said('demo', 'The queue is long today.');
    expect(a.lines.at(-1)).toEqual({ what: 'said', text: 'The queue is long today.' });
  });

  it('one sees who comes, goes and takes another name; the switch is not worth a word', () => {
    come();
    a.gone('Nurse', "<status code='303'/>", "nick='Angelica'");
    a.presence('Angelica', 'member');
    a.gone('Angelica');
    a.gone('demo');
    expect(a.lines).toEqual([
      { what: 'joined', who: 'Nurse' },
      { what: 'renamed', who: 'Nurse', to: 'Angelica' },
      { what: 'left', who: 'Angelica' },
    ]);
  });

  it.each([
    ['destroyed', '<destroy><reason>The visit has ended.</reason></destroy>'],
    ['kicked', "<status code='307'/>"],
  ])('it is over when one is put out: %s', (_how, why) => {
    come();
    a.gone('Romeo', why);
    expect(a.happened).toEqual(['entered', 'over']);
    a.said('Nurse', 'too late');
    expect(a.lines).toHaveLength(1);
  });

  it.each(['332', '333'])('it goes on when the server is stopped, or has trouble with one: %s', (code) => {
    come();
    a.gone('Romeo', `<status code='${code}'/>`);
    a.conversation.pause();
    a.conversation.enter(true);
    come();
    expect(a.happened).toEqual(['entered', 'interrupted', 'entered', 'catching up']);
  });

  it('other rooms are of no interest', () => {
    come();
    a.receive(`<presence type='unavailable' from='other@conference.example.org/Romeo'/>`);
    a.receive(
      `<message type='groupchat' from='other@conference.example.org/demo'><body>x</body>${DRIVE}</message>`,
    );
    a.receive(`<message type='groupchat' from='${ROOM}'><body>from the room itself</body></message>`);
    expect(a.happened).toEqual(['entered']);
    expect(a.flown).toEqual([]);
    expect(a.lines).toHaveLength(1);
  });

  it('leaving says so to the room', () => {
    come();
    a.conversation.leave();
    expect(a.sent.at(-1)).toBe(`presence ${ROOM}/Romeo`);
    a.gone('Romeo');
    expect(a.happened).toEqual(['entered']);
  });
});
