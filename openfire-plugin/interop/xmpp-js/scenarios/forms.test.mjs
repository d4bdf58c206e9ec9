import assert from 'node:assert/strict';
import { agentOnDuty } from '../people/agent.mjs';
import { begin, cancel, complete, told } from '../people/command.mjs';
import { driven } from '../people/drive.mjs';
import { fieldsIn, rowsIn } from '../people/form.mjs';
import { demo } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

const BY_FORM = 'by a form';

const node = (name) => `urn:usher:command:1#${name}`;

/** Fills a command's form in, for the visit that it suggests. */
async function order(me, name, answers) {
  const begun = await begin(me, demo, node(name));
  return complete(me, demo, begun, { visit: fieldsIn(begun).visit.value, ...answers });
}

scenario('lead by a form', { AD_HOC: '' }, async (t) => {
  const { alice, romeo, his } = await visit(t);

  const begun = await begin(alice, demo, node('go'));
  assert.equal(begun.attrs.status, 'executing');
  const { visit: which, url } = fieldsIn(begun);
  assert.deepEqual(which.choices, ['Romeo: Where is the balcony?']);
  assert.equal(url.type, 'text-single');
  const done = await complete(alice, demo, begun, { visit: which.value, url: 'https://shop.test/cart' });
  assert.deepEqual(told(done), ['completed', 'Opened.']);
  assert.equal(await driven(romeo, his), 'https://shop.test/cart');
});

scenario('what is wrong in a form is said', { AD_HOC: '' }, async (t) => {
  const { alice } = await visit(t);

  await assert.rejects(order(alice, 'go', { url: 'file:///etc/passwd' }), {
    condition: 'not-acceptable',
    text: 'Only http and https addresses can be opened.',
  });
  await assert.rejects(order(alice, 'go', { url: '' }), {
    condition: 'bad-request',
    text: 'Please fill in: Address.',
  });
  const begun = await begin(alice, demo, node('go'));
  assert.equal((await cancel(alice, demo, begun)).attrs.status, 'canceled');
});

scenario('see, note, tag and end by a form', { AD_HOC: '' }, async (t) => {
  const { alice, romeo, his } = await visit(t);

  const [[who, since, here]] = rowsIn(await begin(alice, demo, node('who')));
  assert.deepEqual([who, here], ['Romeo: Where is the balcony?', 'Alice, Romeo']);
  assert.ok(Math.abs(Date.parse(since) - Date.now()) < 60_000, since);
  assert.deepEqual(told(await order(alice, 'note', { text: 'He is in love' })), [
    'completed',
    'Written down.',
  ]);
  assert.deepEqual(told(await order(alice, 'tag', { text: 'balcony' })), ['completed', 'Written down.']);
  assert.deepEqual(told(await order(alice, 'end', {})), ['completed', 'The visit is over.']);
  assert.ok((await his.isOver()).getChild('destroy'));
  assert.doesNotMatch(romeo.everything(), /love|Written/);
});

scenario('ask in by a form', { INVITE_AGENT: BY_FORM }, async (t) => {
  const { alice, hers } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  const begun = await order(alice, 'invite', { to: 'bob', reason: 'He speaks in verse' });
  assert.deepEqual(told(begun), ['completed', 'Looking for bob.']);
  await bob.reads(/\nalice asks you to help: He speaks in verse\n/);
  await bob.write('accept');
  await bob.enter();
  await hers.sees('Bob');
});

scenario('hand over by a form', { TRANSFER_TO_AGENT: BY_FORM }, async (t) => {
  const { alice, hers, his } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  assert.deepEqual(told(await order(alice, 'transfer', { to: 'Bob' })), ['completed', 'Looking for bob.']);
  await bob.reads(/\nalice asks you to help\.\n/);
  await bob.write('accept');
  await bob.enter();
  await hers.isOver();
  await his.sees('Bob');
});

scenario('who is not in a visit orders nothing in it', { HANDOVER_REFUSED: 'by a form' }, async (t) => {
  const { hers } = await visit(t);
  const bob = await agentOnDuty(t, 'bob');

  const begun = { attrs: { node: node('transfer'), sessionid: 'made-up' } };
  await assert.rejects(complete(bob, demo, begun, { visit: hers.address.split('@')[0], to: 'bob' }), {
    condition: 'forbidden',
    text: 'You are not an agent of this visit.',
  });
});
