import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent } from '../people/agent.mjs';
import { isOpen } from '../people/disco.mjs';
import { workgroup } from '../people/ground.mjs';
import { person } from '../people/person.mjs';

test('join and leave by a word', async (t) => {
  const alice = await agent(t, 'alice');

  await alice.write('join');
  await alice.reads(/^You are online here\. .*write leave to stop\.$/);
  assert.ok(await isOpen(alice));
  await alice.write('leave');
  await alice.reads(/^You are offline here\.$/);
  assert.ok(!(await isOpen(alice)));
});

test('join and leave by a word in any case and in the language of the agent', async (t) => {
  const alice = await agent(t, 'alice');

  await alice.write('  BEITRETEN. ');
  await alice.reads(/^Sie sind hier angemeldet\. .* mit verlassen melden Sie sich ab\.$/);
  await alice.write('Verlassen');
  await alice.reads(/^Sie sind hier abgemeldet\.$/);
});

test('learn the words by any other', async (t) => {
  const alice = await agent(t, 'alice');

  await alice.write('What can you do?');
  await alice.reads(/^Write join, leave, accept or decline\.$/);
});

test('no word of somebody who is no agent is taken', async (t) => {
  const romeo = await person(t);

  await romeo.say(workgroup, 'chat', 'join');
  const error = await romeo.next('an error', (stanza) => stanza.is('message') && stanza.getChild('error'));
  assert.ok(error.getChild('service-unavailable'));
  assert.ok(!(await isOpen(romeo)));
});
