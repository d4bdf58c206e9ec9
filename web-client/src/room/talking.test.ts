// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { decode } from '../wire/decode';
import { createConversation } from './conversation';
import { WRITING_MILLIS } from './typists';

/** What is told without a word in the channel: who is writing, and what has been seen. */

const ROOM = 'k3v9@conference.example.org';
const COMPOSING = "<composing xmlns='http://jabber.org/protocol/chatstates'/>";
const PAUSED = "<paused xmlns='http://jabber.org/protocol/chatstates'/>";
const MARKABLE = "<markable xmlns='urn:xmpp:chat-markers:0'/>";
const displayed = (id: string) => `<displayed xmlns='urn:xmpp:chat-markers:0' id='${id}'/>`;
const HISTORY = "<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T10:00:00Z'/>";

function setUp(seenBefore = '') {
  const time = fakeTime(0);
  const sent: string[] = [];
  const marks: string[] = [];
  const writing: (string | null)[] = [];
  const sight = { isRead: true };
  let lastSeen = seenBefore;
  let count = 0;
  const conversation = createConversation({
    room: ROOM,
    switchNick: 'demo',
    nicks: () => ['Romeo'][Symbol.iterator]() as Iterator<string, void>,
    shown: { lines: new Set(), last: null },
    catchUp: () => {},
    send: (stanza) =>
      [...stanza.children]
        .filter(({ localName }) => localName !== 'x')
        .forEach(({ localName, textContent, id }) =>
          sent.push([localName, textContent || id].join(' ').trim()),
        ),
    nextId: () => `m${++count}`,
    log: {
      addMessage: ({ mine, id }) => mine && marks.push(`${id} sent`),
      addOutgoing: () => {},
      markOutgoing: (id, delivery) => marks.push(`${id} ${delivery}`),
      addNotice: () => {},
      setQuiet: (isQuiet) => marks.push(isQuiet ? 'quiet' : 'aloud'),
    },
    pilot: { take: () => false },
    timers: time,
    lastSeen: { keep: (id) => void (lastSeen = id), recall: () => lastSeen },
    isRead: () => sight.isRead,
    showWriting: (who) => writing.push(who),
    entered: () => {},
    ended: () => {},
    interrupted: () => {},
  });
  const receive = (xml: string) =>
    conversation.hear(decode(new DOMParser().parseFromString(xml, 'text/xml').documentElement));
  const presence = (nick: string, affiliation: string, type = '') =>
    receive(`<presence ${type} from='${ROOM}/${nick}'><x xmlns='http://jabber.org/protocol/muc#user'>
      <item affiliation='${affiliation}'/></x></presence>`);
  const tells = (nick: string, what: string, id = '') =>
    receive(`<message type='groupchat' id='${id}' from='${ROOM}/${nick}'>${what}</message>`);
  const says = (nick: string, id: string, more = '') => tells(nick, `<body>${id}</body>${more}`, id);
  const archived = (number: number, part: string, id: string) =>
    receive(`<message from='demo@workgroup.example.org'><result xmlns='urn:xmpp:mam:2' id='${number}'><forwarded
      xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='groupchat' id='${id}' from='${ROOM}/x'><body>a</body>
      <visit xmlns='urn:usher:visit:1' part='${part}'/></message></forwarded></result></message>`);
  function enter(again = false) {
    conversation.enter(again);
    presence('demo', 'owner');
    presence('Nurse', 'member');
    presence('Romeo', 'member');
  }
  return {
    time,
    sent,
    marks,
    writing,
    sight,
    conversation,
    presence,
    tells,
    says,
    archived,
    enter,
    lastSeen: () => lastSeen,
  };
}

describe('that one is writing', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.enter();
  });

  it('is told once when it begins, once when it pauses, and again when it goes on', () => {
    a.conversation.write('I');
    a.time.pass(4_000);
    a.conversation.write('Is');
    a.time.pass(4_000);
    a.conversation.write('Is it');
    expect(a.sent).toEqual(['composing']);
    a.time.pass(5_000);
    expect(a.sent).toEqual(['composing', 'paused']);
    a.time.pass(60_000);
    a.conversation.write('Is it far');
    expect(a.sent).toEqual(['composing', 'paused', 'composing']);
  });

  it('is over with the message, which says so itself', () => {
    a.conversation.write('Is it far?');
    a.conversation.say('Is it far?');
    a.time.pass(60_000);
    expect(a.sent).toEqual(['composing', 'body Is it far?', 'active', 'markable']);
    a.conversation.write('W');
    expect(a.sent.at(-1)).toBe('composing');
  });

  it('is over when nothing is left of it', () => {
    a.conversation.write('Is');
    a.conversation.write('');
    a.conversation.write('');
    a.time.pass(60_000);
    expect(a.sent).toEqual(['composing', 'active']);
  });

  it('is not told while the connection is gone', () => {
    a.conversation.write('Is');
    a.conversation.pause();
    a.conversation.write('Is it');
    a.time.pass(60_000);
    expect(a.sent).toEqual(['composing']);
  });

  it('is shown of an agent until the message comes', () => {
    a.tells('Nurse', COMPOSING);
    a.tells('Nurse', COMPOSING);
    expect(a.writing).toEqual(['Nurse']);
    a.says('Nurse', 'n1');
    expect(a.writing).toEqual(['Nurse', null]);
  });

  it('is shown until the agent pauses, leaves, or has said nothing more about it for long', () => {
    a.tells('Nurse', COMPOSING);
    a.tells('Nurse', PAUSED);
    a.tells('Nurse', COMPOSING);
    a.time.pass(WRITING_MILLIS - 1);
    expect(a.writing).toEqual(['Nurse', null, 'Nurse']);
    a.time.pass(1);
    expect(a.writing).toEqual(['Nurse', null, 'Nurse', null]);
    a.tells('Nurse', COMPOSING);
    a.presence('Nurse', 'none', "type='unavailable'");
    expect(a.writing.slice(-2)).toEqual(['Nurse', null]);
  });

  it('is shown of the one who began last, and not of oneself, of the switch, or of long ago', () => {
    a.presence('Friar', 'member');
    a.tells('Romeo', COMPOSING);
    a.tells('demo', COMPOSING);
    a.tells('Nurse', COMPOSING + HISTORY);
    expect(a.writing).toEqual([]);
    a.tells('Nurse', COMPOSING);
    a.tells('Friar', COMPOSING);
    a.tells('Friar', PAUSED);
    expect(a.writing).toEqual(['Nurse', 'Friar', 'Nurse']);
  });

  it('is shown of nobody once the connection is gone', () => {
    a.tells('Nurse', COMPOSING);
    a.conversation.pause();
    expect(a.writing).toEqual(['Nurse', null]);
  });
});

describe('that a line of one’s own was seen', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.enter();
  });

  function sayTwice() {
    for (const id of ['m1', 'm2']) {
      a.conversation.say(id);
      a.says('Romeo', id);
    }
  }

  it('is said when an agent’s client says it, of that line and those before it', () => {
    sayTwice();
    expect(a.marks).toEqual(['m1 sent', 'm2 sent']);
    a.tells('Nurse', displayed('m1'));
    expect(a.marks).toEqual(['m1 sent', 'm2 sent', 'm1 seen']);
    a.tells('Nurse', displayed('m2'));
    a.tells('Nurse', displayed('m1'));
    expect(a.marks).toEqual(['m1 sent', 'm2 sent', 'm1 seen', 'm2 seen']);
  });

  it('is said by the room’s own name for it', () => {
    a.conversation.say('m1');
    a.says('Romeo', 'm1', `<stanza-id xmlns='urn:xmpp:sid:0' by='${ROOM}' id='r7'/>`);
    a.tells('Nurse', displayed('r7'));
    expect(a.marks).toEqual(['m1 sent', 'm1 seen']);
  });

  it('is said when an agent answers', () => {
    sayTwice();
    a.says('Nurse', 'n1');
    expect(a.marks).toEqual(['m1 sent', 'm2 sent', 'm1 seen', 'm2 seen']);
  });

  it('is not said for any other reason', () => {
    sayTwice();
    a.conversation.say('m3');
    a.says('demo', 'The queue is long today.');
    a.tells('demo', displayed('m2'));
    a.tells('Romeo', displayed('m2'));
    a.tells('Nurse', displayed('m2') + HISTORY);
    a.tells('Nurse', displayed('x9'));
    a.tells('Nurse', COMPOSING);
    expect(a.marks).toEqual(['m1 sent', 'm2 sent']);
  });

  it('is known again after a reload, as far as it was known before', () => {
    sayTwice();
    a.tells('Nurse', displayed('m1'));
    a = setUp(a.lastSeen());
    a.enter(true);
    a.archived(1, 'customer', 'm0');
    a.archived(2, 'agent', 'n1');
    a.archived(3, 'customer', 'm1');
    a.archived(4, 'customer', 'm2');
    a.conversation.caughtUp();
    expect(a.marks).toEqual(['quiet', 'm0 sent', 'm0 seen', 'm1 sent', 'm1 seen', 'm2 sent', 'aloud']);
    a.tells('Nurse', displayed('m2'));
    expect(a.marks.at(-1)).toBe('m2 seen');
  });

  it('may be heard before the line itself is heard again', () => {
    a = setUp();
    a.enter(true);
    a.tells('Nurse', displayed('m1'));
    a.archived(1, 'customer', 'm1');
    expect(a.marks.slice(1)).toEqual(['m1 sent', 'm1 seen']);
  });
});

describe('that the customer has seen a line', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.enter();
  });

  it('is told when it is in sight, to those who ask', () => {
    a.says('Nurse', 'n1');
    a.says('demo', 's1', MARKABLE);
    a.says('Romeo', 'm1', MARKABLE);
    expect(a.sent).toEqual([]);
    a.says('Nurse', 'n2', MARKABLE);
    expect(a.sent).toEqual(['displayed n2']);
  });

  it('is told later when the customer looks later, of the newest alone', () => {
    a.sight.isRead = false;
    a.says('Nurse', 'n1', MARKABLE);
    a.says('Nurse', 'n2', MARKABLE);
    a.conversation.look();
    expect(a.sent).toEqual([]);
    a.sight.isRead = true;
    a.conversation.look();
    a.conversation.look();
    expect(a.sent).toEqual(['displayed n2']);
  });

  it('waits until the conversation is whole again', () => {
    a.conversation.pause();
    a.enter(true);
    a.says('Nurse', 'n1', MARKABLE);
    expect(a.sent).toEqual([]);
    a.conversation.caughtUp();
    expect(a.sent).toEqual(['displayed n1']);
  });
});
