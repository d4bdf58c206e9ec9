import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';
import { agentOnDuty } from '../people/agent.mjs';
import { customer } from '../people/customer.mjs';
import { INFO } from '../people/disco.mjs';
import { demo } from '../people/ground.mjs';
import { enter, invited } from '../people/room.mjs';
import { scenario } from '../people/scenario.mjs';

const CONFERENCE = 'jabber:x:conference';

scenario('a client that knows direct invitations gets one as well', { DIRECT_INVITATION: '' }, async (t) => {
  const alice = await agentOnDuty(t, 'alice');
  alice.answers(INFO, 'query', () => xml('query', INFO, xml('feature', { var: CONFERENCE })));
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await alice.reads(/^Romeo asks: /);

  await alice.write('accept');
  const room = await invited(alice);
  const direct = await alice.next('a direct invitation', (stanza) =>
    stanza.attrs.from === demo ? stanza.getChild('x', CONFERENCE) : undefined,
  );
  assert.equal(direct.attrs.jid, room);
  await Promise.all([enter(alice, room, 'Alice'), romeo.enter()]);
});
