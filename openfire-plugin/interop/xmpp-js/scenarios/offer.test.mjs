import assert from 'node:assert/strict';
import { agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { scenario } from '../people/scenario.mjs';

const ASKED =
  /^Romeo asks: Where is the balcony\?\nWaiting for 0:0\d\.\nWrite accept or decline within \d+ seconds\.$/;
const IN_WORDS = 'in words';
const BY_WORD = 'by a word';

scenario('an offer that the client does not know comes in words', { READ_OFFER: IN_WORDS }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  await customer(t, 'Romeo', 'Where is the balcony?');

  await alice.reads(ASKED);
  const refusal = alice.sent.find((stanza) => stanza.is('iq') && stanza.attrs.type === 'error');
  assert.ok(refusal.getChild('error').getChild('service-unavailable'), String(refusal));
});

scenario(
  'accept by a word, and talk',
  { ACCEPT: BY_WORD, ENTER_CHANNEL: '', TALK: '', OVER: '' },
  async (t) => {
    const alice = await agentOnDuty(t, 'alice');
    const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
    await alice.reads(ASKED);

    await alice.write('Accept');
    await alice.reads(/^It is yours: an invitation to the channel follows\.$/);
    const [hers, his] = await Promise.all([alice.enter(), romeo.enter()]);
    await hers.sees('Romeo');
    await his.say('It is the east, & Juliet is the <sun/>');
    await hers.hears(/^It is the east, & Juliet is the <sun\/>$/);
    await hers.say('Good morrow ☀');
    await his.hears(/^Good morrow ☀$/);

    await hers.leave();
    assert.ok((await his.isOver()).getChild('destroy'));
  },
);

scenario('decline by a word, and somebody else is asked', { REJECT: BY_WORD }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const bob = await agentOnDuty(t, 'bob');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  const asked = [alice, bob].map(async (somebody) => {
    await somebody.reads(ASKED);
    return somebody;
  });
  const first = await Promise.any(asked);

  await first.write('NO!');
  await first.reads(/^Declined\.$/);
  const [second] = (await Promise.all(asked)).filter((somebody) => somebody !== first);
  await second.write('accept');
  await Promise.all([second.enter(), romeo.enter()]);
});

scenario('answer in any language', { ACCEPT: BY_WORD }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await alice.write('JA');
  await alice.reads(/^Der Besuch gehört Ihnen/);
  await Promise.all([alice.enter(), romeo.enter()]);
});

scenario('who leaves takes the offer along', { OFFER_WITHDRAWN: 'told in words', DEPART: '' }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(ASKED);

  await romeo.depart();
  await alice.reads(/^The customer no longer waits\.$/);
  await alice.write('accept');
  await alice.reads(/^There is nothing to answer: you are not being asked\.$/);
});
