import { $msg, $pres } from 'strophe.js';
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

export function sayInRoom(id: string, room: string, text: string): Element {
  return $msg({ to: room, type: 'groupchat', id }).c('body').t(text).tree();
}
