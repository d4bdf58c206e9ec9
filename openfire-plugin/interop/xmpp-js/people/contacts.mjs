import { xml } from '@xmpp/client';
import { demo } from './ground.mjs';

const subscription = (type) => xml('presence', { to: demo, type });

const isAnswered = (me, type) =>
  me.next(
    type,
    (stanza) => stanza.is('presence') && stanza.attrs.type === type && stanza.attrs.from === demo,
  );

/** Adds the workgroup to somebody's contacts (RFC 6121 §3.1), for good. */
export async function subscribe(me) {
  await me.send(subscription('subscribe'));
  await isAnswered(me, 'subscribed');
}

/** Adds it until the end of the test. */
export async function addWorkgroup(me) {
  me.beforeLeaving(() => removeWorkgroup(me).catch(() => {})); // it may be gone
  await subscribe(me);
}

/** Removes it from the list, as most clients do (RFC 6121 §2.5). */
export function removeWorkgroup(me) {
  const item = xml('item', { jid: demo, subscription: 'remove' });
  return me.ask(undefined, 'set', xml('query', 'jabber:iq:roster', item));
}

/** Keeps it in the list, and wants to see no more of it (RFC 6121 §3.3). */
export async function unsubscribe(me) {
  await me.send(subscription('unsubscribe'));
  await isAnswered(me, 'unsubscribed');
}

/** Waits until the contact is seen online, or offline, over any of its connections. */
export const isSeen = (me, online) =>
  me.next(`the workgroup ${online ? 'online' : 'offline'}`, (stanza) => {
    const isOfIt = stanza.is('presence') && stanza.attrs.from.split('/')[0] === demo;
    return isOfIt && stanza.attrs.type === (online ? undefined : 'unavailable');
  });
