import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xml } from '@xmpp/client';
import { agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { INFO } from '../people/disco.mjs';
import { workgroup } from '../people/ground.mjs';
import { invited } from '../people/room.mjs';

const CONFERENCE = 'jabber:x:conference';
const ASKED = /^Romeo asks: Where is the balcony\?\nWaiting for 0:0\d\.\nWrite accept or decline within \d+ seconds\.$/;

test('an offer comes as a chat message because the client does not know offers', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');

  await alice.reads(ASKED);
  const refusal = alice.sent.find((stanza) => stanza.is('iq') && stanza.attrs.type === 'error');
  assert.ok(refusal.getChild('error').getChild('service-unavailable'), String(refusal));
});

test('accept by a word, and talk', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await alice.write('Accept');
  await alice.reads(/^It is yours: an invitation to the channel follows\.$/);
  const [hers, his] = await Promise.all([alice.enter(), romeo.enter()]);
  await hers.sees('Romeo');
  await his.say('It is the east, & Juliet is the sun');
  await hers.hears(/^It is the east, & Juliet is the sun$/);
  await hers.say('Good morrow');
  await his.hears(/^Good morrow$/);
});

test('decline by a word, and somebody else is asked', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const bob = await agentOnDuty(t, 'bob');
  await customer(t, 'Romeo', 'Where is the balcony?');
  const asked = [alice, bob].map(async (somebody) => {
    await somebody.reads(ASKED);
    return somebody;
  });
  const first = await Promise.any(asked);

  await first.write('NO!');
  await first.reads(/^Declined\.$/);
  const [second] = (await Promise.all(asked)).filter((somebody) => somebody !== first);
  await second.write('accept');
  await second.reads(/^It is yours/);
});

test('answer in the language of the agent', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await alice.write('ja');
  await alice.reads(/^Der Besuch gehört Ihnen/);
});

test('the customer who leaves takes the offer along', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await romeo.depart();
  await alice.reads(/^The customer no longer waits\.$/);
  await alice.write('accept');
  await alice.reads(/^There is nothing to answer: you are not being asked\.$/);
});

test('a client that takes direct invitations gets one from the workgroup itself', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  alice.answers(INFO, 'query', () => xml('query', INFO, xml('feature', { var: CONFERENCE })));
  await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await alice.write('accept');
  const room = await invited(alice);
  const direct = await alice.next('a direct invitation', (stanza) =>
    stanza.attrs.from === workgroup ? stanza.getChild('x', CONFERENCE) : undefined,
  );
  assert.equal(direct.attrs.jid, room);
});
