import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';
import { INFO, items } from '../people/disco.mjs';
import { demo, domain, hasty, impatient, service } from '../people/ground.mjs';
import { person } from '../people/person.mjs';
import { scenario } from '../people/scenario.mjs';

scenario('find the service and its workgroups', { FIND_WORKGROUPS: 'all that there are' }, async (t) => {
  const romeo = await person(t, { name: 'romeo' });

  const found = (await items(romeo, domain)).map((item) => item.jid);
  assert.ok(found.includes(service), found);
  assert.deepEqual(await items(romeo, service), [
    { jid: demo, name: 'Demo' },
    { jid: hasty, name: 'Hasty' },
    { jid: impatient, name: 'Impatient' },
  ]);
  const { category, type, name } = (await romeo.ask(demo, 'get', xml('query', INFO))).getChild(
    'identity',
  ).attrs;
  assert.deepEqual({ category, type, name }, { category: 'collaboration', type: 'workgroup', name: 'Demo' });
});

scenario('log in by SCRAM', {}, async (t) => {
  const alice = await person(t, { name: 'alice', mechanism: 'SCRAM-SHA-1' });

  assert.match(alice.jid, /^alice@/);
});
