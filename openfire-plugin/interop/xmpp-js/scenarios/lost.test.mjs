import assert from 'node:assert/strict';
import { agent, agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

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
