import type {
  Answer,
  Departed,
  Incoming,
  Invitation,
  RoomMessage,
  RoomPresence,
  StanzaError,
} from './incoming';
import type { VisitKey } from './queue';
import { readDrive } from './drive';
import { bareOf } from './jid';
import { NS } from './namespaces';
import { child, children, childText, instant, wholeNumber } from './xml';

const OTHER = { kind: 'other' } as const;

/** Stanza → value. What is incomplete or unknown is `other`; nobody downstream sees XML. */
export function decode(stanza: Element): Incoming {
  switch (stanza.localName) {
    case 'message':
      return decodeMessage(stanza);
    case 'presence':
      return decodePresence(stanza);
    case 'iq':
      return decodeIq(stanza);
    default:
      return OTHER;
  }
}

function decodeMessage(stanza: Element): Incoming {
  const from = stanza.getAttribute('from');
  const type = stanza.getAttribute('type') ?? 'normal';
  if (from === null) return OTHER;
  if (type === 'error')
    return { kind: 'message-error', from, id: stanza.getAttribute('id'), error: readError(stanza) };
  // What came while we were away is told to us alone.
  const isDrive = type === 'chat' && child(stanza, 'drive', NS.drive) !== null;
  if (type === 'groupchat' || isDrive) return decodeRoomMessage(stanza, from);

  const status = child(stanza, 'queue-status', NS.workgroup);
  if (status !== null) {
    const position = wholeNumber(childText(status, 'position'));
    const wait = wholeNumber(childText(status, 'time'));
    return { kind: 'queue-status', from, position, wait, session: readSession(status)?.id ?? null };
  }
  const departed = child(stanza, 'depart-queue', NS.workgroup);
  if (departed !== null) return { kind: 'departed', from, why: departure(departed) };
  const result = child(stanza, 'result', NS.archive);
  if (result !== null) return decodeArchived(result, from);
  const inviter = child(stanza, 'x', NS.mucUser);
  if (inviter !== null) return decodeInvitation(stanza, inviter, from);
  return OTHER;
}

function decodeInvitation(stanza: Element, x: Element, from: string): Invitation | typeof OTHER {
  const inviter = child(x, 'invite')?.getAttribute('from');
  return inviter ? { kind: 'invitation', from, inviter, session: readSession(stanza) } : OTHER;
}

function decodeArchived(result: Element, from: string): Incoming {
  const forwarded = child(result, 'forwarded', NS.forward);
  const message = forwarded === null ? null : child(forwarded, 'message', NS.client);
  const delay = forwarded === null ? null : child(forwarded, 'delay', NS.delay);
  const number = result.getAttribute('id');
  const said = message?.getAttribute('from') ?? null;
  if (message === null || number === null || said === null) return OTHER;
  const mine = child(message, 'visit', NS.visit)?.getAttribute('part') === 'customer';
  const stamp = delay === null ? null : instant(delay.getAttribute('stamp'));
  return {
    kind: 'archived',
    from,
    number,
    mine,
    message: { ...decodeRoomMessage(message, said), delayed: true, stamp },
  };
}

function decodeRoomMessage(stanza: Element, from: string): RoomMessage {
  // Older servers stamp history in the older namespace, or in both.
  const delay = child(stanza, 'delay', NS.delay) ?? child(stanza, 'x', NS.oldDelay);
  const drive = child(stanza, 'drive', NS.drive);
  return {
    kind: 'room-message',
    from,
    id: stanza.getAttribute('id'),
    body: childText(stanza, 'body'),
    drive: drive === null ? null : readDrive(drive),
    ...readSignals(stanza, from),
    delayed: delay !== null,
    stamp: delay === null ? null : instant(delay.getAttribute('stamp')),
  };
}

/** What a message says besides its text, or without any. */
function readSignals(stanza: Element, from: string) {
  const elements = [...stanza.children];
  const states = elements.filter(({ namespaceURI }) => namespaceURI === NS.chatStates);
  const named = elements.find(
    (element) =>
      element.localName === 'stanza-id' &&
      element.namespaceURI === NS.stanzaIds &&
      element.getAttribute('by') === bareOf(from),
  );
  return {
    isWriting: states[0] === undefined ? null : states[0].localName === 'composing',
    isMarkable: child(stanza, 'markable', NS.markers) !== null,
    seen: child(stanza, 'displayed', NS.markers)?.getAttribute('id') ?? null,
    roomId: named?.getAttribute('id') ?? null,
  };
}

function decodePresence(stanza: Element): Incoming {
  const from = stanza.getAttribute('from');
  const type = stanza.getAttribute('type');
  if (from === null) return OTHER;
  if (type === 'error')
    return { kind: 'presence-error', from, id: stanza.getAttribute('id'), error: readError(stanza) };
  if (type !== null && type !== 'unavailable') return OTHER;
  return readRoomPresence(child(stanza, 'x', NS.mucUser), from, type === null);
}

function readRoomPresence(x: Element | null, from: string, available: boolean): RoomPresence {
  const item = x === null ? null : child(x, 'item');
  const codes = x === null ? [] : children(x, 'status').map((status) => Number(status.getAttribute('code')));
  return {
    kind: 'presence',
    from,
    available,
    affiliation: item?.getAttribute('affiliation') ?? null,
    codes,
    newNick: item?.getAttribute('nick') ?? null,
  };
}

function decodeIq(stanza: Element): Incoming {
  const id = stanza.getAttribute('id');
  const from = stanza.getAttribute('from');
  if (id === null) return OTHER;
  switch (stanza.getAttribute('type')) {
    case 'result':
      return { kind: 'answer', from, id, error: null, key: readKey(stanza), page: readPage(stanza) };
    case 'error':
      return { kind: 'answer', from, id, error: readError(stanza), key: null, page: null };
    case 'get':
      return { kind: 'request', from, id, isPing: child(stanza, 'ping', NS.ping) !== null };
    case 'set':
      return { kind: 'request', from, id, isPing: false };
    default:
      return OTHER;
  }
}

function departure(departed: Element): Departed['why'] {
  if (child(departed, 'departure-requested') !== null) return 'requested';
  if (child(departed, 'leave-message', NS.visit) !== null) return 'leave-message';
  if (child(departed, 'agent-not-found') !== null) return 'no-agent';
  return 'unknown';
}

function readSession(parent: Element): { id: string; workgroup: string } | null {
  const session = child(parent, 'session', NS.jive);
  const id = session?.getAttribute('id');
  const workgroup = session?.getAttribute('workgroup');
  return id && workgroup ? { id, workgroup } : null;
}

function readKey(answer: Element): VisitKey | null {
  const visit = child(answer, 'visit', NS.visit);
  const id = visit?.getAttribute('id');
  const token = visit?.getAttribute('token');
  return id && token ? { id, token } : null;
}

function readPage(answer: Element): Answer['page'] {
  const fin = child(answer, 'fin', NS.archive);
  if (fin === null) return null;
  const set = child(fin, 'set', NS.resultSet);
  return {
    complete: fin.getAttribute('complete') === 'true',
    last: set === null ? null : childText(set, 'last'),
  };
}

function readError(stanza: Element): StanzaError {
  const error = child(stanza, 'error');
  const defined = [...(error?.children ?? [])].filter((element) => element.namespaceURI === NS.stanzas);
  const condition = defined.find((element) => element.localName !== 'text');
  const text = defined.find((element) => element.localName === 'text');
  const detail = [...(error?.children ?? [])].find((element) => element.namespaceURI === NS.visit);
  return {
    condition: condition?.localName ?? 'undefined-condition',
    text: text?.textContent ?? null,
    detail: detail?.localName ?? null,
    field: detail?.localName === 'answer' ? detail.getAttribute('var') : null,
  };
}
