import assert from 'node:assert/strict';
import { agent, agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { scenario } from '../people/scenario.mjs';

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
