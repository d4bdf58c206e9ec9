import type { TabText } from '../chat/tab-text';
import type { Pilot } from '../drive/pilot';
import type { Timers } from '../time/timers';
import type { Archived, Incoming, Refusal, RoomMessage, RoomPresence } from '../wire/incoming';
import { bareOf, resourceOf } from '../wire/jid';
import { enterRoom, leaveRoom, sayInRoom, seenInRoom, stateInRoom } from '../wire/room';
import { createCompany, NICK_CHANGED } from './company';
import type { ConversationLog } from './lines';
import { createMarks } from './marks';
import { createReading } from './reading';
import { createTypists } from './typists';
import { createTyping } from './typing';

export type { ConversationLog, Delivery, MessageLine, Notice } from './lines';

/** What has been shown of a visit, in whichever channel. */
export interface Shown {
  readonly lines: Set<string>;
  /** The number of the archive's last line. */
  last: string | null;
}

export interface ConversationDeps {
  /** The channel's bare address. */
  readonly room: string;
  readonly switchNick: string;
  /** Names to try, anew for each entry. */
  readonly nicks: () => Iterator<string, void>;
  readonly send: (stanza: Element) => void;
  readonly nextId: () => string;
  readonly log: ConversationLog;
  readonly shown: Shown;
  readonly pilot: Pilot;
  readonly timers: Timers;
  /** The name of the last own line that was seen. */
  readonly lastSeen: TabText;
  /** Whether the customer has the end of the conversation in sight. */
  readonly isRead: () => boolean;
  /** Who is writing; null for nobody. */
  readonly showWriting: (who: string | null) => void;
  readonly entered: () => void;
  /**
   * Asks the archive for what was said after the line of that number, from the start if null. It comes as `archived`, and
   * {@link Conversation.caughtUp} follows whatever comes of it.
   */
  readonly catchUp: (after: string | null) => void;
  /**
   * `no-entry`: the room took none of our names or did not let us in. `gone`: it had been destroyed before we came.
   * `over`: it was destroyed, or we were put out.
   */
  readonly ended: (how: 'no-entry' | 'gone' | 'over') => void;
  /** Put out, because the server is being stopped or has trouble with us: the visit goes on over another connection. */
  readonly interrupted: () => void;
}

export interface Conversation {
  /** Whether we are in the channel, or were. */
  readonly wasEntered: () => boolean;
  /** @param again whether something may have been said to us before that we have not seen on this page */
  enter(again: boolean): void;
  hear(incoming: Incoming): void;
  /** @param isFile whether the text is the address of a file */
  say(text: string, isFile?: boolean): void;
  /** The customer is writing: what there is so far. */
  write(text: string): void;
  /** The customer looks at the conversation. */
  look(): void;
  /** The archive has given all it has. */
  caughtUp(): void;
  /** The connection is gone; we mean to come back. */
  pause(): void;
  leave(): void;
  /** We do not come back: what was said and has not come back was perhaps never heard. */
  giveUp(): void;
}

/** Another name may help against these (XEP-0045 §7.2.8, and what servers say to names that they cannot prepare). */
const ABOUT_THE_NAME = new Set(['conflict', 'jid-malformed', 'not-acceptable']);
const OWN_PRESENCE = 110;
const ROOM_CREATED = 201;
/** The rooms' service is shut down (XEP-0045, status 332), or what it sent to us came back as an error (333). */
const SERVER_TROUBLE = new Set([332, 333]);

/**
 * The customer in the channel: who is there, what is said, and the drives handed on to the pilot. After a gap the room's own
 * history, the archive and what is said meanwhile overlap: each line is shown once, those of the archive first.
 */
export function createConversation(deps: ConversationDeps): Conversation {
  const { room, switchNick, send, nextId, log, shown, pilot, timers } = deps;
  const myNicks = new Set<string>();
  const company = createCompany({ switchNick, isGhost: (who) => myNicks.has(who), log });
  const outgoing = new Map<string, { text: string; isFile: boolean }>();
  let nicks = deps.nicks();
  let nick = '';
  let inside = false;
  let wasInside = false;
  let finished = false;
  let again = false;
  const typing = createTyping({ timers, send: (state) => send(stateInRoom(room, state)) });
  const typists = createTypists({ timers, show: deps.showWriting });
  const marks = createMarks((id) => log.markOutgoing(id, 'seen'), deps.lastSeen);
  const reading = createReading({
    isRead: () => inside && held === null && deps.isRead(),
    tell: (id) => send(seenInRoom(room, id)),
  });
  let held: { message: RoomMessage; who: string }[] | null = null;

  function enter(comesAgain: boolean): void {
    again = comesAgain;
    nicks = deps.nicks();
    // Before the first line of the room's history can come.
    held = again ? [] : null;
    if (again && shown.lines.size === 0) log.setQuiet(true);
    tryNext();
  }

  function tryNext(): void {
    const { value } = nicks.next();
    if (typeof value !== 'string') return finish('no-entry');
    nick = value;
    send(enterRoom(room, nick));
  }

  function hear(incoming: Incoming): void {
    if (finished) return;
    if (incoming.kind === 'archived') return onArchived(incoming);
    if (!('from' in incoming) || incoming.from === null || bareOf(incoming.from) !== room) return;
    const who = resourceOf(incoming.from);
    if (incoming.kind === 'presence') onPresence(incoming, who);
    if (incoming.kind === 'presence-error') onRefusal(incoming);
    if (incoming.kind === 'room-message' && who !== null) onMessage(incoming, who);
    if (incoming.kind === 'message-error') unsent(incoming.id);
  }

  function onPresence(presence: RoomPresence, who: string | null): void {
    if (who === null) return;
    // Openfire 4.2 may leave the status 110 out; a server may also have given us another form of our name.
    const own = who === nick || presence.codes.includes(OWN_PRESENCE);
    if (own) return onOwnPresence(presence, who);
    if (presence.available) company.arrives(who, presence.affiliation);
    else onDeparture(who, presence);
  }

  function onOwnPresence({ available, codes, newNick }: RoomPresence, who: string): void {
    if (codes.includes(ROOM_CREATED)) {
      // Entering a room that is not there makes one. It is ours alone: nobody would ever come.
      finish('gone');
    } else if (available) {
      nick = who;
      if (!inside) onEntered();
    } else if (codes.includes(NICK_CHANGED) && newNick !== null) {
      nick = newNick;
    } else if (codes.some((code) => SERVER_TROUBLE.has(code))) {
      deps.interrupted();
    } else {
      finish('over');
    }
  }

  function onEntered(): void {
    inside = wasInside = true;
    myNicks.add(nick);
    company.isComplete();
    deps.entered();
    if (again) deps.catchUp(shown.last);
  }

  function onDeparture(who: string, presence: RoomPresence): void {
    typists.tells(who, false);
    company.departs(who, presence);
  }

  function onRefusal({ error }: Refusal): void {
    if (inside) return;
    if (ABOUT_THE_NAME.has(error.condition)) tryNext();
    else finish('no-entry');
  }

  function onMessage(message: RoomMessage, who: string): void {
    if (!message.delayed && !isMine(who)) onSignals(message, who);
    // A drive is handled within the message that brought it.
    if (message.drive !== null && !message.delayed) show(message, who, false);
    else if (held !== null) held.push({ message, who });
    else show(message, who, false);
  }

  /** What nobody reads: neither the room's history nor the archive has it. */
  function onSignals({ body, isWriting, seen }: RoomMessage, who: string): void {
    if (company.isSwitch(who)) return;
    if (body !== null || isWriting !== null) typists.tells(who, body === null && isWriting === true);
    if (seen !== null) marks.isSeen(seen);
  }

  function isMine(who: string): boolean {
    return who !== switchNick && myNicks.has(who);
  }

  function onArchived({ number, mine, message }: Archived): void {
    if (bareOf(message.from) !== room) return;
    shown.last = number;
    show(message, resourceOf(message.from) ?? '', mine);
  }

  function show(message: RoomMessage, who: string, isOurs: boolean): void {
    const { id, body, drive, delayed, stamp } = message;
    const key = `${id ?? stamp} ${body}`;
    if (shown.lines.has(key)) return;
    shown.lines.add(key);
    const affiliation = company.affiliationOf(who);
    if (drive !== null && pilot.take({ drive, nick: who, affiliation, delayed }, stamp)) return;
    if (body === null || body === '') return;
    const mine = isOurs || isMine(who);
    if (mine && id !== null && outgoing.delete(id)) log.markOutgoing(id, 'sent');
    else if (!mine && company.isSwitch(who)) return log.addNotice({ what: 'said', text: body });
    else log.addMessage({ author: who, mine, text: body, id, stamp });
    if (!mine) onAnswer(message);
    else if (id !== null) marks.isInRoom(id, message.roomId);
  }

  function onAnswer({ id, roomId, isMarkable }: RoomMessage): void {
    marks.isAnswered();
    const name = roomId ?? id;
    if (isMarkable && name !== null) reading.came(name);
  }

  function caughtUp(): void {
    const waiting = held ?? [];
    held = null;
    for (const { message, who } of waiting) show(message, who, false);
    log.setQuiet(false);
    reading.look();
    // Whether these were heard before the gap is known now: the room hears nothing over the old connection any more.
    for (const [id, { text, isFile }] of outgoing) send(sayInRoom(id, room, text, isFile));
  }

  function say(text: string, isFile = false): void {
    const id = nextId();
    outgoing.set(id, { text, isFile });
    log.addOutgoing(id, text);
    typing.sent();
    if (inside && held === null) send(sayInRoom(id, room, text, isFile));
  }

  /** Nobody needs to know who is not there. */
  function write(text: string): void {
    if (inside && held === null) typing.write(text);
  }

  function unsent(id: string | null): void {
    if (id !== null && outgoing.delete(id)) log.markOutgoing(id, 'unsent');
  }

  function pause(): void {
    inside = false;
    held = null;
    typing.sent();
    typists.clear();
    company.isOutOfSight();
  }

  function leave(): void {
    finished = true;
    send(leaveRoom(room, nick));
  }

  function giveUp(): void {
    finished = true;
    typists.clear();
    log.setQuiet(false);
    for (const id of [...outgoing.keys()]) unsent(id);
  }

  function finish(how: 'no-entry' | 'gone' | 'over'): void {
    finished = true;
    deps.ended(how);
  }

  return {
    wasEntered: () => wasInside,
    enter,
    hear,
    say,
    write,
    look: reading.look,
    caughtUp,
    pause,
    leave,
    giveUp,
  };
}
