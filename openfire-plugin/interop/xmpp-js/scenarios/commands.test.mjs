import assert from 'node:assert/strict';
import { agent } from '../people/agent.mjs';
import { begin, COMMANDS, told } from '../people/command.mjs';
import { customer } from '../people/customer.mjs';
import { isOpen, items } from '../people/disco.mjs';
import { demo } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';

const BY_FORM = 'by a form';

/** The nodes of the commands by their names, as a client lists them. */
const menu = async (me) =>
  Object.fromEntries((await items(me, demo, COMMANDS)).map((item) => [item.name, item.node]));

scenario('list the commands', { AD_HOC: '' }, async (t) => {
  const alice = await agent(t, 'alice');
  assert.deepEqual(Object.keys(await menu(alice)), [
    'Go on duty',
    'Go off duty',
    'Accept the offer',
    'Decline the offer',
    'My visits',
    "Open a page in the customer's browser",
    'Ask another agent in',
    'Hand the visit over',
    'Write something down',
    'Tag the visit',
    'End the visit',
  ]);

  const romeo = await agent(t, 'romeo');
  assert.deepEqual(await menu(romeo), {});
});

scenario('join and leave by a command', { GO_ONLINE: BY_FORM, GO_OFFLINE: BY_FORM }, async (t) => {
  const alice = await agent(t, 'alice');
  const commands = await menu(alice);

  const [joined, how] = told(await begin(alice, demo, commands['Go on duty']));
  assert.equal(joined, 'completed');
  assert.match(how, /^You are online here\./);
  assert.ok(await isOpen(alice));
  assert.deepEqual(told(await begin(alice, demo, commands['Go off duty'])), [
    'completed',
    'You are offline here.',
  ]);
  assert.ok(!(await isOpen(alice)));
});

scenario('decline and accept by a command', { ACCEPT: BY_FORM, REJECT: BY_FORM }, async (t) => {
  const alice = await agent(t, 'alice');
  const commands = await menu(alice);
  await begin(alice, demo, commands['Go on duty']);
  alice.beforeLeaving(alice.leaveWorkgroup);
  await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(/^Romeo asks: /);

  assert.deepEqual(told(await begin(alice, demo, commands['Decline the offer'])), ['completed', 'Declined.']);
  const juliet = await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
  await alice.reads(/^Juliet asks: /);
  assert.deepEqual(told(await begin(alice, demo, commands['Accept the offer'])), [
    'completed',
    'It is yours: an invitation to the channel follows.',
  ]);
  await Promise.all([alice.enter(), juliet.enter()]);
});
