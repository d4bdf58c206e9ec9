import { agentOnDuty } from './agent.mjs';
import { customer } from './customer.mjs';
import { demo } from './ground.mjs';

/** Alice has accepted Romeo's visit by a word. Returns both, and what each does in the channel. */
export async function visit(t, workgroup = demo) {
  const alice = await agentOnDuty(t, 'alice', workgroup);
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?', workgroup);
  await alice.reads(/^Romeo asks: /);
  await alice.write('accept');
  const [hers, his] = await Promise.all([alice.enter(), romeo.enter()]);
  await hers.sees('Romeo');
  return { alice, romeo, hers, his };
}
