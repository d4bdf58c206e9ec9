import { agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { hasty } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';

const TOLD = 'told in words';

scenario(
  'who lets an offer lapse is told, and somebody else is asked',
  { OFFER_LAPSES: TOLD, ACCEPT_TOO_LATE: TOLD },
  async (t) => {
    const alice = await agentOnDuty(t, 'alice', hasty);
    await customer(t, 'Romeo', 'Where is the balcony?', hasty);
    await alice.reads(/^Romeo asks: .*\nWaiting for 0:0\d\.\nWrite accept or decline within 2 seconds\.$/);

    const bob = await agentOnDuty(t, 'bob', hasty);
    await alice.reads(/^The offer has timed out\.$/);
    await alice.write('accept');
    await alice.reads(/^There is nothing to answer: you are not being asked\.$/);
    await bob.reads(/^Romeo asks: .*\nWaiting for 0:0[2-9]\./);
  },
);

scenario('who lets three go by is asked no more until back', { OFFER_LAPSES: TOLD }, async (t) => {
  const alice = await agentOnDuty(t, 'alice', hasty);
  for (const nickname of ['Romeo', 'Juliet', 'Viola']) {
    await customer(t, nickname, 'Is anybody there?', hasty);
  }
  for (let lapses = 0; lapses < 3; lapses++) {
    await alice.reads(/^The offer has timed out\.$/);
  }

  await alice.reads(/^You have let 3 offers in a row go by, so you are asked no more\./);
});
