import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xml } from '@xmpp/client';
import { domain, service, workgroup } from '../people/ground.mjs';
import { person } from '../people/person.mjs';

const INFO = 'http://jabber.org/protocol/disco#info';
const ITEMS = 'http://jabber.org/protocol/disco#items';

const items = async (me, address) =>
  (await me.ask(address, 'get', xml('query', ITEMS))).getChildren('item').map((item) => item.attrs.jid);

test('find the service and its workgroup', async (t) => {
  const romeo = await person(t);

  assert.ok((await items(romeo, domain)).includes(service));
  assert.deepEqual(await items(romeo, service), [workgroup]);
  const info = await romeo.ask(workgroup, 'get', xml('query', INFO));
  const { category, type, name } = info.getChild('identity').attrs;
  assert.deepEqual({ category, type, name }, { category: 'collaboration', type: 'workgroup', name: 'Demo' });
});
