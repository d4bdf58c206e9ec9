import { xml } from '@xmpp/client';
import { webSocket, workgroup } from './ground.mjs';
import { person } from './person.mjs';
import { enter, invited } from './room.mjs';

const J = 'http://jabber.org/protocol/workgroup';

/** A customer, anonymous and over a WebSocket as pages are, who waits with a question. */
export async function customer(t, nickname, question) {
  const me = await person(t, { service: webSocket });
  await me.ask(workgroup, 'set', xml('join-queue', J, xml('queue-notifications'), form({ username: nickname, question })));
  let room;
  // What one test leaves behind keeps nobody busy in the next.
  me.beforeLeaving(() => (room ? room.leave() : me.ask(workgroup, 'set', xml('depart-queue', J)).catch(() => {})));

  return {
    ...me,
    enter: async () => (room = await enter(me, await invited(me), nickname)),
    depart: () => me.ask(workgroup, 'set', xml('depart-queue', J)),
  };
}

const form = (answers) =>
  xml(
    'x',
    { xmlns: 'jabber:x:data', type: 'submit' },
    Object.entries(answers).map(([name, text]) => xml('field', { var: name }, xml('value', {}, text))),
  );
