import { xml } from '@xmpp/client';
import { demo } from './ground.mjs';

export const INFO = 'http://jabber.org/protocol/disco#info';
export const ITEMS = 'http://jabber.org/protocol/disco#items';

/** The attributes of what an address has (XEP-0030). */
export const items = async (me, address, node) =>
  (await me.ask(address, 'get', xml('query', { xmlns: ITEMS, node })))
    .getChildren('item')
    .map((item) => item.attrs);

/** Whether the workgroup demo takes customers in, which it does while an agent is on duty. */
export async function isOpen(me) {
  const info = await me.ask(demo, 'get', xml('query', INFO));
  return info.getChild('x').getChildByAttr('var', 'workgroup#online').getChildText('value') === 'OPEN';
}
