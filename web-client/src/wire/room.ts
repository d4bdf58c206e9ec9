import { $msg, $pres } from 'strophe.js';
import { NS } from './namespaces';

/** XEP-0045 §7.2.1. Without a word about history the room sends all it keeps. */
export function enterRoom(room: string, nick: string): Element {
  return $pres({ to: `${room}/${nick}` })
    .c('x', { xmlns: NS.muc })
    .tree();
}

export function leaveRoom(room: string, nick: string): Element {
  return $pres({ to: `${room}/${nick}`, type: 'unavailable' }).tree();
}

export function sayInRoom(id: string, room: string, text: string): Element {
  return $msg({ to: room, type: 'groupchat', id }).c('body').t(text).tree();
}
