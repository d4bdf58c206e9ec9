import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';
import { driven } from '../people/drive.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

const groupchat = (room, ...children) => xml('message', { to: room.address, type: 'groupchat' }, ...children);

scenario("lead by the property of Spark's co-browser", { PUSH_URL: '' }, async (t) => {
  const { alice, romeo, hers, his } = await visit(t);

  const property = xml(
    'property',
    {},
    xml('name', {}, 'PUSH_URL'),
    xml('value', { type: 'string' }, 'http://shop.test/candles'),
  );
  await alice.send(
    groupchat(
      hers,
      xml('body', {}, 'Start a Co-Browsing session with page http://shop.test/candles'),
      xml('properties', 'http://www.jivesoftware.com/xmlns/xmpp/properties', property),
    ),
  );
  assert.equal(await driven(romeo, his), 'http://shop.test/candles');
  assert.doesNotMatch(romeo.everything(), /PUSH_URL|Co-Browsing/);
});

const oob = (url) => xml('x', 'jabber:x:oob', xml('url', {}, url));

scenario('lead by an address beside the text', { GO_BESIDE: '' }, async (t) => {
  const { alice, romeo, hers, his } = await visit(t);

  await alice.send(groupchat(hers, xml('body', {}, 'https://shop.test/'), oob('https://shop.test/')));
  assert.equal(await driven(romeo, his), 'https://shop.test/');

  await alice.send(groupchat(hers, xml('body', {}, 'Look at this'), oob('https://shop.test/globe')));
  assert.equal(await driven(romeo, his), 'https://shop.test/globe');
  await his.hears(/^Look at this$/);
});

scenario('an address beside the text that is refused is answered privately', { GO_BESIDE: '' }, async (t) => {
  const { alice, romeo, hers, his } = await visit(t);

  await alice.send(groupchat(hers, xml('body', {}, 'Look at this'), oob('file:///etc/passwd')));
  await hers.hearsPrivately(/^Only http and https addresses can be opened\.$/);
  await his.hears(/^Look at this$/);
  assert.doesNotMatch(romeo.everything(), /passwd/);
});

scenario('an address beside what a customer says leads nobody', { GO_BESIDE: '' }, async (t) => {
  const { romeo, hers, his } = await visit(t);

  await romeo.send(groupchat(his, xml('body', {}, 'I am here'), oob('https://shop.test/globe')));
  const said = await hers.hears(/^I am here$/);
  assert.equal(said.attrs.from, `${hers.address}/Romeo`);
  assert.doesNotMatch(romeo.everything(), /urn:usher:drive/);
});
