import { xml } from '@xmpp/client';
import { demo, webSocket } from './ground.mjs';
import { filledIn } from './form.mjs';
import { person } from './person.mjs';
import { enter, invited } from './room.mjs';

export const WORKGROUP = 'http://jabber.org/protocol/workgroup';

/** Who is about to ask: anonymous and over a WebSocket, as pages are. */
export const visitor = (t) => person(t, { service: webSocket });

/** A customer who waits with a question. */
export async function customer(t, nickname, question, workgroup = demo) {
  const me = await visitor(t);
  const form = filledIn({ username: nickname, question });
  await me.ask(workgroup, 'set', xml('join-queue', WORKGROUP, xml('queue-notifications'), form));
  const depart = () => me.ask(workgroup, 'set', xml('depart-queue', WORKGROUP));
  let room;
  // What one test leaves behind keeps nobody busy in the next.
  me.beforeLeaving(() => (room ? room.leave() : depart().catch(() => {})));

  return { ...me, depart, enter: async () => (room = await enter(me, await invited(me), nickname)) };
}
