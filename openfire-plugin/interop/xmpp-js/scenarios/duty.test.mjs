import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';
import { agent, agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { isOpen } from '../people/disco.mjs';
import { scenario } from '../people/scenario.mjs';

const BY_WORD = 'by a word';

scenario('join and leave by a word', { GO_ONLINE: BY_WORD, GO_OFFLINE: BY_WORD }, async (t) => {
  const alice = await agent(t, 'alice');

  await alice.write('join');
  await alice.reads(/^You are online here\. .*write leave to stop\.$/);
  assert.ok(await isOpen(alice));
  await alice.write('leave');
  await alice.reads(/^You are offline here\.$/);
  assert.ok(!(await isOpen(alice)));
});

scenario(
  'join and leave in any case and language',
  { GO_ONLINE: BY_WORD, GO_OFFLINE: BY_WORD },
  async (t) => {
    const alice = await agent(t, 'alice');

    for (const [join, online, leave, offline] of [
      [
        '  BEITRETEN. ',
        /^Sie sind hier angemeldet\. .* mit verlassen melden Sie sich ab\.$/,
        'Verlassen',
        /abgemeldet/,
      ],
      ['Войти', /выйти/, 'ВЫЙТИ', /^(?!.*выйти)[\p{Script=Cyrillic} ,.]+$/u],
      ['Online', /^You are online here\./, 'offline!', /^You are offline here\.$/],
    ]) {
      await alice.write(join);
      await alice.reads(online);
      await alice.write(leave);
      await alice.reads(offline);
    }
  },
);

scenario('learn the words by any other', {}, async (t) => {
  const alice = await agent(t, 'alice');

  await alice.write('What can you do?');
  await alice.reads(/^Write join, leave, accept or decline\.$/);
});

scenario('who is no agent cannot join', { ONLINE_REFUSED: '' }, async (t) => {
  const romeo = await agent(t, 'romeo');

  await romeo.write('join');
  const error = await romeo.next('an error', (stanza) => stanza.is('message') && stanza.getChild('error'));
  assert.ok(error.getChild('service-unavailable'), String(error));
  assert.ok(!(await isOpen(romeo)));
});

scenario('who is away is asked only when back', { GO_AWAY: '' }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const bob = await agentOnDuty(t, 'bob');

  await alice.send(xml('presence', {}, xml('show', {}, 'dnd')));
  await customer(t, 'Romeo', 'Where is the balcony?');
  await bob.reads(/^Romeo asks: /);
  await bob.write('decline');
  await bob.reads(/^Declined\.$/);
  assert.doesNotMatch(alice.everything(), /Romeo/);

  await alice.send(xml('presence'));
  await alice.reads(/^Romeo asks: /);
});
