import { test } from 'node:test';
import { agentOnDuty } from '../../people/agent.mjs';
import { customer } from '../../people/customer.mjs';

test('an offer that is not answered in time is taken back, and the customer goes to somebody else', async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(/^Romeo asks: .*\nWaiting for 0:0\d\.\nWrite accept or decline within 2 seconds\.$/);

  const bob = await agentOnDuty(t, 'bob');
  await alice.reads(/^The offer has timed out\.$/);
  await alice.write('accept');
  await alice.reads(/^There is nothing to answer: you are not being asked\.$/);
  await bob.reads(/^Romeo asks: .*\nWaiting for 0:0[2-9]\./);
});
