import { xml } from '@xmpp/client';
import { filledIn } from './form.mjs';
import { demo, webSocket } from './ground.mjs';
import { person } from './person.mjs';
import { enter, invited } from './room.mjs';

const WORKGROUP = 'http://jabber.org/protocol/workgroup';
const VISIT = 'urn:usher:visit:1';

/** Who is about to ask: anonymous and over a WebSocket, as pages are. */
export const visitor = (t) => person(t, { service: webSocket });

/** Begins to wait with a question, or is refused. Returns the key to the visit. */
export async function join(me, workgroup, answers) {
  const parts = [xml('queue-notifications'), xml('visit', VISIT), filledIn(answers)];
  const joined = await me.iq(workgroup, 'set', xml('join-queue', WORKGROUP, ...parts));
  return joined.getChild('visit', VISIT).attrs.token;
}

/** A customer who waits with a question. */
export async function customer(t, nickname, question, workgroup = demo) {
  const me = await visitor(t);
  const key = await join(me, workgroup, { username: nickname, question });
  return { ...waiting(me, nickname, workgroup), key };
}

/** The same customer over another connection. @param key to the visit */
export async function customerAgain(t, nickname, key, workgroup = demo) {
  const me = await visitor(t);
  await me.ask(workgroup, 'set', xml('join-queue', WORKGROUP, xml('visit', { xmlns: VISIT, token: key })));
  return waiting(me, nickname, workgroup);
}

/** What somebody can do who waits, whose visit ends with the test. */
export function waiting(me, nickname, workgroup) {
  const end = (stanza) => stanza.is('message') && stanza.getChild('depart-queue', WORKGROUP);
  const departed = (why) =>
    me.next('the end of the wait', (stanza) => end(stanza) && end(stanza).getChild(why));
  let room;

  async function depart() {
    await me.ask(workgroup, 'set', xml('depart-queue', WORKGROUP));
    await departed('departure-requested');
  }

  async function enterRoom() {
    room = await enter(me, await invited(me), nickname);
    return room;
  }

  async function endVisit() {
    if (!room && !me.has(end)) {
      await depart();
    }
    await room?.leave();
  }
  // What one scenario leaves behind takes up nobody in the next.
  me.beforeLeaving(endVisit);

  return {
    ...me,
    depart,
    enter: enterRoom,
    /** Waits to be told this place in the line. */
    isAt: (place) =>
      me.next(`place ${place}`, (stanza) => {
        const status = stanza.is('message') && stanza.getChild('queue-status', WORKGROUP);
        return status && status.getChildText('position') === String(place);
      }),
    /** Waits to be told that nobody can answer any more. */
    isGivenUp: () => departed('agent-not-found'),
  };
}
