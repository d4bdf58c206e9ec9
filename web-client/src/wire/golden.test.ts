// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { archiveQuery } from './archive';
import { decode } from './decode';
import { infoRequest, itemsRequest } from './disco';
import { ackStanza, type Ack } from './drive';
import { formRequest, readForm } from './form';
import { sayInRoom, seenInRoom, stateInRoom } from './room';
import { readSlot, slotRequest } from './slot';
import { departQueue, joinQueue, rejoinQueue } from './queue';

/** Every stanza that the customer's client speaks, against the files that the plugin's tests read as well. */

const EXAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/protocol/examples');
const CUSTOMER = 'romeo@example.org/balcony';
/** Some are of one who has the key to a visit. */
const CUSTOMERS = [CUSTOMER, 'juliet@example.org/chapel'];
const WORKGROUP = 'demo@workgroup.example.org';
const SESSION = 'k3v9x2m7q4w8t6z1p5r0c2d8f7';
const ROOM = `${SESSION}@conference.example.org`;
const TOKEN = `${SESSION}.rMhsuk7fZa1M84IRv6UkdjPLaJlIjJ_vWlj4AoYoNDs`;
/** {"sub":"4711","name":"Juliet Capulet","exp":1767262200}, until 2026-01-01T10:10:00Z */
const IDENTITY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.' +
  'eyJzdWIiOiJjYXB1bGV0LTIiLCJuYW1lIjoiSnVsaWV0IENhcHVsZXQiLCJlbWFpbCI6Imp1bGlldEBjYXB1bGV0LmV4YW1wbGUiLCJleHAiOjE3NjcyNjUyMDB9.' +
  'u7Fsn8YYxI1vnYqmWYTWquKWTqbNs02lqBWHnAD8MpA';
const DRIVE = '9f2c61d0a4e74b8f';

/** Of a message that says nothing besides its text. */
const SILENT = { isWriting: null, isMarkable: false, seen: null, roomId: null };

const ack = (state: Ack['state'], at: string, reason?: Ack['reason']) =>
  ackStanza({ workgroup: WORKGROUP, session: SESSION, drive: DRIVE, state, reason, at: Date.parse(at) });

const sent: Record<string, () => Element> = {
  'form-get': () => formRequest('f1', WORKGROUP),
  'join-queue': () =>
    joinQueue('j1', WORKGROUP, { username: ['Romeo'], question: ['Where is the balcony?'] }, false),
  'join-queue-answers': () =>
    joinQueue(
      'j1',
      WORKGROUP,
      { username: ['Romeo'], topics: ['love', 'war'], agreed: ['true'], phone: [] },
      false,
    ),
  'join-queue-token': () => joinQueue('j2', WORKGROUP, { username: [], question: [] }),
  'join-queue-identity': () => joinQueue('j4', WORKGROUP, { username: [], question: [] }, true, IDENTITY),
  rejoin: () => rejoinQueue('j3', WORKGROUP, TOKEN),
  'archive-get': () => archiveQuery('ar1', WORKGROUP, TOKEN, '3'),
  'upload-items-get': () => itemsRequest('u1', 'example.org'),
  'upload-info-get': () => infoRequest('u2', 'upload.example.org'),
  'upload-slot-get': () =>
    slotRequest('u3', 'upload.example.org', { name: 'balcony.png', size: 23_456, type: 'image/png' }),
  'channel-say-file': () => sayInRoom('m2', ROOM, 'https://files.example.org/4a77/balcony.png', true),
  'channel-say': () => sayInRoom('m1', ROOM, 'It is the east.'),
  'typing-composing': () => stateInRoom(ROOM, 'composing'),
  'typing-paused': () => stateInRoom(ROOM, 'paused'),
  'typing-active': () => stateInRoom(ROOM, 'active'),
  seen: () => seenInRoom(ROOM, '0c2d8f7'),
  'depart-queue': () => departQueue('q1', WORKGROUP),
  'ack-received': () => ack('received', '2026-01-01T10:00:00.100Z'),
  'ack-attached': () => ack('attached', '2026-01-01T10:00:00.125Z'),
  'ack-arrived': () => ack('arrived', '2026-01-01T10:00:00.150Z'),
  'ack-detached': () => ack('detached', '2026-01-01T10:00:00.175Z'),
  'ack-no-page': () => ack('no-page', '2026-01-01T10:00:00.200Z'),
  'ack-unconfirmed': () => ack('unconfirmed', '2026-01-01T10:00:00.225Z'),
  'ack-needs-click': () => ack('needs-click', '2026-01-01T10:00:00.250Z', 'closed'),
  'ack-refused': () => ack('refused', '2026-01-01T10:00:00.275Z', 'own-origin'),
  'ack-paused': () => ack('paused', '2026-01-01T10:00:00.325Z'),
  'ack-vetoed': () => ack('refused', '2026-01-01T10:00:00.275Z', 'vetoed'),
  'ack-expired': () => ack('expired', '2026-01-01T10:00:00.300Z'),
};

const refusal = (condition: string, detail: string, text: string, field: string | null = null) => ({
  kind: 'answer',
  from: WORKGROUP,
  id: 'j2',
  error: { condition, text, detail, field },
  key: null,
  page: null,
});

const received: Record<string, unknown> = {
  'form-result': { kind: 'answer', from: WORKGROUP, id: 'f1', error: null, key: null, page: null },
  'join-queue-result': { kind: 'answer', from: WORKGROUP, id: 'j1', error: null, key: null, page: null },
  'join-queue-closed': {
    kind: 'answer',
    from: WORKGROUP,
    id: 'j1',
    error: {
      condition: 'service-unavailable',
      text: 'Nobody is here to answer right now. Please try again later.',
      detail: null,
      field: null,
    },
    key: null,
    page: null,
  },
  'join-queue-full': refusal(
    'service-unavailable',
    'full',
    'Too many customers are waiting already. Please try again later.',
  ),
  'join-queue-leave-message': refusal(
    'service-unavailable',
    'leave-message',
    'Nobody can answer right now. Please leave us a message.',
  ),
  'join-queue-too-many': refusal(
    'resource-constraint',
    'too-many-of-customer',
    'You have too many chats with us under way. Please end one of them first.',
  ),
  'join-queue-too-many-of-origin': refusal(
    'resource-constraint',
    'too-many-of-origin',
    'Too many chats come from your network. Please try again in a while.',
  ),
  'join-queue-own-wrong-refused': refusal(
    'not-acceptable',
    'answer',
    'Please write an e-mail address as the answer to "E-mail".',
    'email',
  ),
  'archive-line': {
    kind: 'archived',
    from: WORKGROUP,
    number: '4',
    mine: false,
    message: {
      kind: 'room-message',
      from: `${ROOM}/Nurse`,
      id: 'm4',
      body: 'And Juliet is the sun.',
      drive: null,
      ...SILENT,
      delayed: true,
      stamp: Date.parse('2026-01-01T10:00:40Z'),
    },
  },
  'archive-drive': {
    kind: 'archived',
    from: WORKGROUP,
    number: '5',
    mine: false,
    message: {
      kind: 'room-message',
      from: `${ROOM}/demo`,
      id: '1',
      body: 'Nurse opens https://shop.example/cart?step=2',
      drive: {
        id: '1',
        seq: 1,
        url: 'https://shop.example/cart?step=2',
        by: 'Nurse',
        expires: Date.parse('2026-01-01T10:01:00Z'),
      },
      ...SILENT,
      delayed: true,
      stamp: Date.parse('2026-01-01T10:01:00Z'),
    },
  },
  'archive-end': {
    kind: 'answer',
    from: WORKGROUP,
    id: 'ar1',
    error: null,
    key: null,
    page: { complete: true, last: '11' },
  },
  'rejoin-over': {
    kind: 'answer',
    from: WORKGROUP,
    id: 'j3',
    error: {
      condition: 'item-not-found',
      text: 'This visit is over, or it never was. Please join again.',
      detail: null,
      field: null,
    },
    key: null,
    page: null,
  },
  'join-queue-token-result': {
    kind: 'answer',
    from: WORKGROUP,
    id: 'j2',
    error: null,
    key: { id: SESSION, token: TOKEN },
    page: null,
  },
  'queue-status': { kind: 'queue-status', from: WORKGROUP, position: 1, wait: null, session: SESSION },
  'queue-status-wait': { kind: 'queue-status', from: WORKGROUP, position: 3, wait: 90, session: SESSION },
  'depart-queue-result': { kind: 'answer', from: WORKGROUP, id: 'q1', error: null, key: null, page: null },
  'departed-leave-message': { kind: 'departed', from: WORKGROUP, why: 'leave-message' },
  departed: { kind: 'departed', from: WORKGROUP, why: 'requested' },
  'departed-no-agent': { kind: 'departed', from: WORKGROUP, why: 'no-agent' },
  'invitation-customer': {
    kind: 'invitation',
    from: ROOM,
    inviter: WORKGROUP,
    session: { id: SESSION, workgroup: WORKGROUP },
  },
  'drive-delivered': {
    kind: 'room-message',
    from: `${ROOM}/demo`,
    id: DRIVE,
    body: 'Nurse opens https://shop.example/cart?step=2',
    drive: {
      id: DRIVE,
      seq: 1,
      url: 'https://shop.example/cart?step=2',
      by: 'Nurse',
      expires: Date.parse('2026-01-01T10:01:00Z'),
    },
    ...SILENT,
    delayed: false,
    stamp: null,
  },
  'said-shown': {
    kind: 'room-message',
    from: `${ROOM}/Nurse`,
    id: 'm4',
    body: 'And Juliet is the sun.',
    drive: null,
    isWriting: false,
    isMarkable: true,
    seen: null,
    roomId: '0c2d8f7',
    delayed: false,
    stamp: null,
  },
  'typing-shown': {
    kind: 'room-message',
    from: `${ROOM}/Nurse`,
    id: null,
    body: null,
    drive: null,
    ...SILENT,
    isWriting: true,
    delayed: false,
    stamp: null,
  },
  'seen-shown': {
    kind: 'room-message',
    from: `${ROOM}/Nurse`,
    id: null,
    body: null,
    drive: null,
    ...SILENT,
    seen: 'm1',
    delayed: false,
    stamp: null,
  },
  'channel-shutdown-customer': {
    kind: 'presence',
    from: `${ROOM}/Romeo`,
    available: false,
    affiliation: 'none',
    codes: [332],
    newNick: null,
  },
  'upload-slot-result': {
    kind: 'answer',
    from: 'upload.example.org',
    id: 'u3',
    error: null,
    key: null,
    page: null,
  },
  'channel-ended': {
    kind: 'presence',
    from: `${ROOM}/Romeo`,
    available: false,
    affiliation: 'none',
    codes: [],
    newNick: null,
  },
};

describe('the examples of the protocol', () => {
  it.each(Object.entries(sent))('%s is what this client sends', (name, build) => {
    const example = parse(read(name));
    expect(CUSTOMERS).toContain(example.getAttribute('from'));
    // The server stamps the sender.
    example.removeAttribute('from');
    expect(canonical(build(), 'jabber:client')).toEqual(canonical(example, 'jabber:client'));
  });

  it.each(Object.entries(received))('%s is understood', (name, value) => {
    const example = parse(read(name));
    expect(CUSTOMERS).toContain(example.getAttribute('to'));
    expect(decode(example)).toEqual(value);
  });

  it('upload-slot-result is read in full', () => {
    const address = 'https://files.example.org/4a77/balcony.png';
    expect(readSlot(parse(read('upload-slot-result')), () => true)).toEqual({
      put: address,
      headers: [['Authorization', 'Basic Base64String==']],
      get: address,
    });
  });

  it('form-result is read in full', () => {
    expect(readForm(parse(read('form-result')))).toEqual({
      title: 'Demo',
      instructions: 'Tell us who you are and how we can help.',
      fields: [
        { name: 'username', type: 'text-single', label: 'Name', required: true },
        { name: 'question', type: 'text-multi', label: 'Question', required: false },
      ],
    });
  });

  it('leave none out that the customer sends or receives', () => {
    const customers = readdirSync(EXAMPLES)
      .filter((file) => file.endsWith('.xml'))
      .map((file) => file.slice(0, -'.xml'.length))
      .filter((name) => {
        const stanza = parse(read(name));
        return stanza.getAttribute('from') === CUSTOMER || stanza.getAttribute('to') === CUSTOMER;
      });
    expect([...Object.keys(sent), ...Object.keys(received)]).toEqual(expect.arrayContaining(customers));
  });
});

function read(name: string): string {
  return readFileSync(join(EXAMPLES, `${name}.xml`), 'utf8');
}

function parse(xml: string): Element {
  // As over a WebSocket: the namespace of the stream is declared around the stanza.
  const { documentElement } = new DOMParser().parseFromString(
    `<w xmlns='jabber:client'>${xml}</w>`,
    'text/xml',
  );
  const stanza = documentElement.firstElementChild;
  if (stanza === null) throw new Error(`no stanza in ${xml}`);
  return stanza;
}

/** Names, namespaces as they are declared, attributes without their order, and text. */
function canonical(element: Element, inherited: string): unknown {
  const namespace = element.getAttribute('xmlns') ?? inherited;
  const attributes = [...element.attributes].filter(({ name }) => name !== 'xmlns');
  return {
    name: `{${namespace}}${element.localName}`,
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    content: [...element.childNodes].map((node) =>
      node.nodeType === 1 ? canonical(node as Element, namespace) : (node.textContent ?? ''),
    ),
  };
}
