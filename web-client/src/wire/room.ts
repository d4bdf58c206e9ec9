import { $msg, $pres } from 'strophe.js';
import type { ChatState } from '../room/typing';
import { legalXml } from './legal';
import { NS } from './namespaces';

/** What the room shows of what was said before; the archive has the rest. */
const HISTORY = '50';

/** XEP-0045 §7.2.1. */
export function enterRoom(room: string, nick: string): Element {
  return $pres({ to: `${room}/${nick}` })
    .c('x', { xmlns: NS.muc })
    .c('history', { maxstanzas: HISTORY })
    .tree();
}

export function leaveRoom(room: string, nick: string): Element {
  return $pres({ to: `${room}/${nick}`, type: 'unavailable' }).tree();
}

/** With what comes with it: whoever writes has stopped (XEP-0085), and wants to know when it is seen (XEP-0333). */
/** @param isFile whether the text is the address of a file (XEP-0066) */
export function sayInRoom(id: string, room: string, text: string, isFile = false): Element {
  const message = $msg({ to: room, type: 'groupchat', id })
    .c('body')
    .t(legalXml(text))
    .up()
    .c('active', { xmlns: NS.chatStates })
    .up()
    .c('markable', { xmlns: NS.markers })
    .up();
  if (isFile) message.c('x', { xmlns: NS.oob }).c('url').t(text);
  return message.tree();
}

/** XEP-0085 §5.5: to the whole room, and without a text, so that it is in no history. */
export function stateInRoom(room: string, state: ChatState): Element {
  return $msg({ to: room, type: 'groupchat' }).c(state, { xmlns: NS.chatStates }).tree();
}

/** XEP-0333: this line and all before it have been seen. */
export function seenInRoom(room: string, id: string): Element {
  return $msg({ to: room, type: 'groupchat' }).c('displayed', { xmlns: NS.markers, id }).tree();
}
