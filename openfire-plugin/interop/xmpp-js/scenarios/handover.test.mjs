import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentOnDuty } from '../people/agent.mjs';
import { visit } from '../people/visit.mjs';

test('invite another agent by name', async (t) => {
  const { hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  await hers.say('/invite bob\nHe speaks in verse');
  await hers.hearsPrivately(/^Looking for bob\.$/);
  await bob.reads(/^Romeo asks: .*\nWaiting for .*\nalice asks you to help: He speaks in verse\nWrite accept or decline /);
  await bob.write('accept');
  const bobs = await bob.enter();
  await hers.sees('Bob');
  await bobs.say('Good morrow');
  await Promise.all([hers, his].map((room) => room.hears(/^Good morrow$/)));
});

test('transfer to another agent by name', async (t) => {
  const { hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  await hers.say('/transfer Bob');
  await hers.hearsPrivately(/^Looking for bob\.$/);
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.write('Ja');
  await bob.reads(/^Der Besuch gehört Ihnen/);
  const bobs = await bob.enter();
  const farewell = await hers.isOver();
  assert.equal(farewell.getChild('item').getChildText('reason'), 'The visit has been handed over.');
  await his.say('Where is she?');
  await bobs.hears(/^Where is she\?$/);
});

test('who is asked and declines leaves the visit where it is', async (t) => {
  const { alice, hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  await hers.say('/transfer bob');
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.write('decline');
  await bob.reads(/^Declined\.$/);
  await alice.reads(/bob|declined|Nobody/i);
  await his.say('Are you there?');
  await hers.hears(/^Are you there\?$/);
});

test('whom nobody knows is not looked for', async (t) => {
  const { hers } = await visit(t);

  await hers.say('/transfer mercutio');
  await hers.hearsPrivately(/./);
});
