import assert from 'node:assert/strict';
import { agentOnDuty } from '../people/agent.mjs';
import { customer, join, waiting } from '../people/customer.mjs';
import { demo } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';

scenario('serve over two connections', { SEVERAL_RESOURCES: '' }, async (t) => {
  const desk = await agentOnDuty(t, 'alice');
  const phone = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');
  await phone.reads(/^Romeo asks: /); // where she came online last
  await phone.write('decline');
  await phone.reads(/^Declined\.$/);

  await phone.leave();
  await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
  await desk.reads(/^Juliet asks: /);
  assert.doesNotMatch(desk.everything(), /Romeo asks/);
});

scenario('ask as a customer although one is an agent', { AGENT_AS_CUSTOMER: '' }, async (t) => {
  const bob = await agentOnDuty(t, 'bob');
  const alice = await agentOnDuty(t, 'alice');

  await join(alice, demo, { username: 'Alice', question: 'May I go home?' });
  const asking = waiting(alice, 'Alice', demo);
  await bob.reads(/^Alice asks: May I go home\?\n/);
  await bob.write('accept');
  const [his, hers] = await Promise.all([bob.enter(), asking.enter()]);
  await his.sees('Alice');
  await hers.say('/end');
  await his.hears(/^\/end$/);
  assert.doesNotMatch(alice.everything(), /Alice asks/);
});
