import assert from 'node:assert/strict';
import { agentOnDuty } from '../people/agent.mjs';
import { hasty } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

scenario('invite another agent by name', { INVITE_AGENT: 'by /invite', TYPED_HANDOVER: '' }, async (t) => {
  const { hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  await hers.say('/invite bob\nHe speaks in verse');
  await hers.hearsPrivately(/^Looking for bob\.$/);
  await bob.reads(
    /^Romeo asks: .*\nWaiting for .*\nalice asks you to help: He speaks in verse\nWrite accept or decline /,
  );
  await bob.write('accept');
  const bobs = await bob.enter();
  await hers.sees('Bob');
  await bobs.say('Good morrow');
  await Promise.all([hers, his].map((room) => room.hears(/^Good morrow$/)));
});

scenario(
  'transfer to another agent by name',
  { TRANSFER_TO_AGENT: 'by /transfer', TYPED_HANDOVER: '' },
  async (t) => {
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
  },
);

scenario(
  'who is asked and declines leaves the visit where it is',
  { HANDOVER_DECLINED: 'told in words' },
  async (t) => {
    const { hers, his } = await visit(t);
    const bob = await agentOnDuty(t, 'bob');

    await hers.say('/transfer bob');
    await bob.reads(/\nalice asks you to help\.\n/);
    await bob.write('decline');
    await bob.reads(/^Declined\.$/);
    await hers.hearsPrivately(/^Nobody has taken the visit: it stays with you\.$/);
    await his.say('Are you there?');
    await hers.hears(/^Are you there\?$/);
  },
);

scenario('who cannot be asked is not looked for', { TYPED_HANDOVER: '' }, async (t) => {
  const { hers } = await visit(t);

  for (const nobody of ['mercutio', 'alice', 'queue Nowhere']) {
    await hers.say(`/transfer ${nobody}`);
    await hers.hearsPrivately(/^There is no such agent, queue or workgroup to hand the visit to\.$/);
  }
  await hers.say('/invite bob');
  await hers.hearsPrivately(/^This agent is offline, away or busy\. Ask somebody else\.$/);
});

scenario('transfer to a queue', { TRANSFER_TO_QUEUE: 'by /transfer' }, async (t) => {
  const { hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  await hers.say('/transfer queue Support');
  await hers.hearsPrivately(/^Looking for somebody of the queue Support\.$/);
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.write('accept');
  await bob.enter();
  await hers.isOver();
  await his.sees('Bob');
});

scenario('transfer to another workgroup', { TRANSFER_TO_WORKGROUP: 'by /transfer' }, async (t) => {
  const { hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob', hasty);

  await hers.say('/transfer workgroup hasty');
  await hers.hearsPrivately(/^Looking for somebody of the workgroup hasty\.$/);
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.write('accept');
  await bob.enter();
  await hers.isOver();
  await his.sees('Bob');
});

scenario('who is asked and does not answer', { HANDOVER_LAPSES: 'told in words' }, async (t) => {
  const { hers } = await visit(t, hasty);
  const bob = await agentOnDuty(t, 'bob', hasty);

  await hers.say('/invite bob');
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.reads(/^The offer has timed out\.$/);
  await hers.hearsPrivately(/the visit stays with you|it stays with you/);
});
