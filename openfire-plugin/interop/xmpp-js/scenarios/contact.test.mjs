import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent, agentOnDuty } from '../people/agent.mjs';
import { addWorkgroup, removeWorkgroup, showsItself } from '../people/contacts.mjs';
import { customer } from '../people/customer.mjs';
import { isOpen } from '../people/disco.mjs';

test('join and leave by adding the workgroup to the contacts and removing it', async (t) => {
  const bob = await agent(t, 'bob');

  await addWorkgroup(bob);
  assert.ok(await isOpen(bob));
  await customer(t, 'Romeo', 'Where is the balcony?');
  await bob.reads(/^Romeo asks: Where is the balcony\?\n/);
  await bob.write('decline');
  await bob.reads(/^Declined\.$/);

  await removeWorkgroup(bob);
  assert.ok(!(await isOpen(bob)));
});

test('who has the workgroup among the contacts joins by coming online', async (t) => {
  const before = await agent(t, 'bob');
  await addWorkgroup(before);
  await before.leave();

  const bob = await agent(t, 'bob');
  bob.beforeLeaving(() => removeWorkgroup(bob));
  await customer(t, 'Romeo', 'Where is the balcony?');
  await bob.reads(/^Romeo asks: Where is the balcony\?\n/);
});

test('whoever has the workgroup among the contacts sees whether it is open', async (t) => {
  const admin = await agent(t, 'admin');
  admin.beforeLeaving(() => removeWorkgroup(admin));

  await addWorkgroup(admin);
  assert.deepEqual(await showsItself(admin), { isThere: false });
  await agentOnDuty(t, 'alice');
  assert.deepEqual(await showsItself(admin), { isThere: true });
});
