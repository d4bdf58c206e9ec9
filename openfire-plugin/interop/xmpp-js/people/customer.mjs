import { xml } from '@xmpp/client';
import { filledIn } from './form.mjs';
import { demo, webSocket } from './ground.mjs';
import { person } from './person.mjs';
import { enter, invited } from './room.mjs';

const WORKGROUP = 'http://jabber.org/protocol/workgroup';

/** Who is about to ask: anonymous and over a WebSocket, as pages are. */
export const visitor = (t) => person(t, { service: webSocket });

/** Begins to wait with a question, or is refused. */
export const join = (me, workgroup, answers) =>
  me.ask(workgroup, 'set', xml('join-queue', WORKGROUP, xml('queue-notifications'), filledIn(answers)));

/** A customer who waits with a question. */
export async function customer(t, nickname, question, workgroup = demo) {
  const me = await visitor(t);
  await join(me, workgroup, { username: nickname, question });
  const departed = (why) =>
    me.next('the end of the wait', (stanza) => stanza.getChild('depart-queue', WORKGROUP)?.getChild(why));
  async function depart() {
    await me.ask(workgroup, 'set', xml('depart-queue', WORKGROUP));
    await departed('departure-requested');
  }
  let room;
  // What one scenario leaves behind takes up nobody in the next.
  me.beforeLeaving(() => (room ? room.leave() : depart().catch(() => {})));

  return {
    ...me,
    depart,
    /** Waits to be told this place in the line. */
    isAt: (place) =>
      me.next(`place ${place}`, (stanza) => {
        const status = stanza.is('message') && stanza.getChild('queue-status', WORKGROUP);
        return status && status.getChildText('position') === String(place);
      }),
    /** Waits to be told that nobody can answer any more. */
    isGivenUp: () => departed('agent-not-found'),
    enter: async () => (room = await enter(me, await invited(me), nickname)),
  };
}
