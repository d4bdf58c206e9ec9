import assert from 'node:assert/strict';
import { agent, agentOnDuty } from '../people/agent.mjs';
import { customer, customerAgain } from '../people/customer.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

/** To the visit, which whoever joins may ask for. */
const BY_KEY = 'by the key';

scenario('who hangs up while asked reads nothing of it later', { AGENT_LOST_OFFERED: '' }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(/^Romeo asks: /);
  const bob = await agentOnDuty(t, 'bob');

  await alice.hangUp();
  await bob.reads(/^Romeo asks: /);
  const again = await agent(t, 'alice');
  await again.write('What have I missed?');
  await again.reads(/^Write join, /);
  assert.doesNotMatch(again.everything(), /Romeo|no longer available/);
});

scenario(
  'who loses the network goes on where they were',
  { AGENT_LOST_TALKING: 'the stream goes on' },
  async (t) => {
    const { alice, hers, his } = await visit(t);

    const back = alice.loseNetwork();
    await his.say('Are you still there?');
    await back;
    await hers.hears(/^Are you still there\?$/);
    await hers.say('I am');
    await his.hears(/^I am$/);
    await hers.say('/who');
    await hers.hearsPrivately(/^Here: Alice, Romeo$/);
  },
);

scenario(
  'who loses the network is invited all the same',
  { AGENT_LOST_INVITED: 'the stream goes on' },
  async (t) => {
    const alice = await agentOnDuty(t, 'alice');
    const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
    await alice.reads(/^Romeo asks: /);

    await alice.write('accept');
    await alice.loseNetwork();
    const hers = await alice.enter();
    await romeo.enter();
    await hers.sees('Romeo');
  },
);

scenario('who waits and comes back is where they were', { CUSTOMER_LOST_WAITING: BY_KEY }, async (t) => {
  await agentOnDuty(t, 'alice');
  await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await romeo.isAt(2);

  await romeo.hangUp();
  const again = await customerAgain(t, 'Romeo', romeo.key);
  await again.isAt(2);
});

scenario('who talks and comes back is invited again', { CUSTOMER_LOST_TALKING: BY_KEY }, async (t) => {
  const { romeo, hers } = await visit(t);

  await romeo.hangUp(); // COMPAT: with xmpp.js over a WebSocket, Openfire 4.x leaves his name in the room
  const again = await customerAgain(t, 'Romeo', romeo.key);
  const his = await again.enter();
  await his.say('Where was I?');
  await hers.hears(/^Where was I\?$/);
});
