import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xml } from '@xmpp/client';
import { INFO, items } from '../people/disco.mjs';
import { domain, service, workgroup } from '../people/ground.mjs';
import { person } from '../people/person.mjs';

test('find the service and its workgroup', async (t) => {
  const romeo = await person(t);

  const found = (await items(romeo, domain)).map((item) => item.jid);
  assert.ok(found.includes(service), found);
  assert.deepEqual(await items(romeo, service), [{ jid: workgroup, name: 'Demo' }]);
  const { category, type, name } = (await romeo.ask(workgroup, 'get', xml('query', INFO))).getChild('identity').attrs;
  assert.deepEqual({ category, type, name }, { category: 'collaboration', type: 'workgroup', name: 'Demo' });
});
