import { xml } from '@xmpp/client';
import { workgroup } from './ground.mjs';

const subscription = (type) => xml('presence', { to: workgroup, type });

const isAnswered = (me, type) =>
  me.next(type, (stanza) => stanza.is('presence') && stanza.attrs.type === type && stanza.attrs.from === workgroup);

/** Adds the workgroup to somebody's list of contacts (RFC 6121 §3.1); the next who logs in by that name has it as well. */
export async function addWorkgroup(me) {
  await me.send(subscription('subscribe'));
  await isAnswered(me, 'subscribed');
}

export async function removeWorkgroup(me) {
  await me.send(subscription('unsubscribe'));
  await isAnswered(me, 'unsubscribed');
}

/** What the contact shows next: whether it is there. */
export const showsItself = (me) =>
  me.next('the presence of the workgroup', (stanza) =>
    stanza.is('presence') && stanza.attrs.from === workgroup && [undefined, 'unavailable'].includes(stanza.attrs.type)
      ? { isThere: stanza.attrs.type === undefined }
      : undefined,
  );
