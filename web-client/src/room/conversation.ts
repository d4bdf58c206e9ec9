import type { Pilot } from '../drive/pilot';
import { isSwitch } from '../drive/obey';
import type { Incoming, Refusal, RoomMessage, RoomPresence } from '../wire/incoming';
import { bareOf, resourceOf } from '../wire/jid';
import { enterRoom, leaveRoom, sayInRoom } from '../wire/room';

export interface MessageLine {
  readonly author: string;
  readonly mine: boolean;
  readonly text: string;
  /** When it was said if it is history, null for now. */
  readonly stamp: number | null;
}

export type Notice =
  | { readonly what: 'joined' | 'left'; readonly who: string }
  | { readonly what: 'renamed'; readonly who: string; readonly to: string }
  | { readonly what: 'said'; readonly text: string }
  | { readonly what: 'unsent'; readonly text: string };

export interface ConversationLog {
  addMessage(line: MessageLine): void;
  addNotice(notice: Notice): void;
}

export interface ConversationDeps {
  /** The channel's bare address. */
  readonly room: string;
  readonly switchNick: string;
  readonly nicks: Iterator<string, void>;
  readonly send: (stanza: Element) => void;
  readonly nextId: () => string;
  readonly log: ConversationLog;
  readonly pilot: Pilot;
  readonly entered: () => void;
  /**
   * `no-entry`: the room took none of our names or did not let us in. `gone`: it had been destroyed before we came.
   * `over`: it was destroyed, or we were put out.
   */
  readonly ended: (how: 'no-entry' | 'gone' | 'over') => void;
}

export interface Conversation {
  /** Whether we are in the channel, or were. */
  readonly wasEntered: () => boolean;
  enter(): void;
  hear(incoming: Incoming): void;
  say(text: string): void;
  leave(): void;
  /** The connection is gone: what was said and has not come back was perhaps never heard. */
  giveUp(): void;
}

/** Another name may help against these (XEP-0045 §7.2.8, and what servers say to names that they cannot prepare). */
const ABOUT_THE_NAME = new Set(['conflict', 'jid-malformed', 'not-acceptable']);
const NICK_CHANGED = 303;
const OWN_PRESENCE = 110;
const ROOM_CREATED = 201;

/** The customer in the channel: who is there, what is said, and the drives handed on to the pilot. */
export function createConversation(deps: ConversationDeps): Conversation {
  const { room, switchNick, nicks, send, nextId, log, pilot } = deps;
  const affiliations = new Map<string, string | null>();
  const unheard = new Map<string, string>();
  let nick = '';
  let inside = false;
  let finished = false;

  function enter(): void {
    const { value } = nicks.next();
    if (typeof value !== 'string') return finish('no-entry');
    nick = value;
    send(enterRoom(room, nick));
  }

  function hear(incoming: Incoming): void {
    if (finished || !('from' in incoming) || incoming.from === null || bareOf(incoming.from) !== room) return;
    if (incoming.kind === 'presence') onPresence(incoming, resourceOf(incoming.from));
    if (incoming.kind === 'presence-error') onRefusal(incoming);
    if (incoming.kind === 'room-message') onMessage(incoming, resourceOf(incoming.from));
    if (incoming.kind === 'message-error') unsent(incoming.id);
  }

  function onPresence(presence: RoomPresence, who: string | null): void {
    if (who === null) return;
    // Openfire 4.2 may leave the status 110 out; a server may also have given us another form of our name.
    const own = who === nick || presence.codes.includes(OWN_PRESENCE);
    if (own) return onOwnPresence(presence, who);
    if (presence.available) onArrival(who, presence.affiliation);
    else onDeparture(who, presence);
  }

  function onOwnPresence({ available, codes, newNick }: RoomPresence, who: string): void {
    if (codes.includes(ROOM_CREATED)) {
      // Entering a room that is not there makes one. It is ours alone: nobody would ever come.
      finish('gone');
    } else if (available) {
      nick = who;
      if (!inside) deps.entered();
      inside = true;
    } else if (codes.includes(NICK_CHANGED) && newNick !== null) {
      nick = newNick;
    } else {
      finish('over');
    }
  }

  function onArrival(who: string, affiliation: string | null): void {
    const known = affiliations.has(who);
    affiliations.set(who, affiliation);
    if (!known && !isSwitch({ nick: who, affiliation }, switchNick)) log.addNotice({ what: 'joined', who });
  }

  function onDeparture(who: string, { codes, newNick }: RoomPresence): void {
    if (!affiliations.has(who)) return;
    const affiliation = affiliations.get(who) ?? null;
    affiliations.delete(who);
    if (isSwitch({ nick: who, affiliation }, switchNick)) return;
    if (codes.includes(NICK_CHANGED) && newNick !== null) {
      // The presence under the new name follows, and is no arrival.
      affiliations.set(newNick, affiliation);
      log.addNotice({ what: 'renamed', who, to: newNick });
    } else {
      log.addNotice({ what: 'left', who });
    }
  }

  function onRefusal({ error }: Refusal): void {
    if (inside) return;
    if (ABOUT_THE_NAME.has(error.condition)) enter();
    else finish('no-entry');
  }

  function onMessage({ id, body, drive, delayed, stamp }: RoomMessage, who: string | null): void {
    if (who === null) return;
    const affiliation = affiliations.get(who) ?? null;
    if (drive !== null && pilot.take({ drive, nick: who, affiliation, delayed }, stamp)) return;
    if (body === null || body === '') return;
    const mine = who === nick;
    if (mine && id !== null) unheard.delete(id);
    if (isSwitch({ nick: who, affiliation }, switchNick)) log.addNotice({ what: 'said', text: body });
    else log.addMessage({ author: who, mine, text: body, stamp });
  }

  /** Shown when the room sends it back: what the customer sees has been said. */
  function say(text: string): void {
    const id = nextId();
    unheard.set(id, text);
    send(sayInRoom(id, room, text));
  }

  function unsent(id: string | null): void {
    const text = id === null ? undefined : unheard.get(id);
    if (id === null || text === undefined) return;
    unheard.delete(id);
    log.addNotice({ what: 'unsent', text });
  }

  function leave(): void {
    finished = true;
    send(leaveRoom(room, nick));
  }

  function giveUp(): void {
    finished = true;
    for (const id of [...unheard.keys()]) unsent(id);
  }

  function finish(how: 'no-entry' | 'gone' | 'over'): void {
    finished = true;
    deps.ended(how);
  }

  return { wasEntered: () => inside, enter, hear, say, leave, giveUp };
}
