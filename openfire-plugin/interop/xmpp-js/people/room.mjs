import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';

const MUC = 'http://jabber.org/protocol/muc';
const MUC_USER = `${MUC}#user`;

/** Waits for a mediated invitation (XEP-0045 §7.8.2). Returns the room's address. */
export function invited(me) {
  return me.next('an invitation', (stanza) => {
    const invitation = stanza.is('message') && stanza.getChild('x', MUC_USER)?.getChild('invite');
    return invitation && stanza.attrs.from;
  });
}

/** Enters a room as any client does, under another name if this one is taken, and returns it when the room has said so. */
export async function enter(me, address, nickname) {
  const self = `${address}/${nickname}`;
  await me.send(xml('presence', { to: self }, xml('x', MUC)));
  const answer = await me.next(
    `${nickname} in the room`,
    (stanza) => stanza.is('presence') && stanza.attrs.from === self && stanza,
  );
  const error = answer.getChild('error');
  if (error?.getChild('conflict')) {
    return enter(me, address, `${nickname}_`);
  }
  assert.equal(error, undefined);

  const isFromHere = (stanza) => stanza.attrs.from?.startsWith(`${address}/`);
  const nick = (stanza) => stanza.attrs.from.slice(address.length + 1);
  const message = (type, pattern) => (stanza) =>
    stanza.is('message') &&
    stanza.attrs.type === type &&
    isFromHere(stanza) &&
    pattern.test(stanza.getChildText('body')) &&
    stanza;

  const end = (stanza) =>
    stanza.is('presence') && stanza.attrs.type === 'unavailable' && stanza.attrs.from === self
      ? stanza.getChild('x', MUC_USER)
      : undefined;
  /** How this one's stay in the room ends: what the room says of it. */
  const isOver = () => me.next('the end of the stay in the room', end);

  return {
    address,
    say: (text) => me.say(address, 'groupchat', text),
    /** What everybody in the room reads. */
    hears: (pattern) => me.next(`${pattern} in the room`, message('groupchat', pattern)),
    /** What nobody else reads (XEP-0045 §7.5). Returns who says it. */
    hearsPrivately: (pattern) => me.next(`${pattern} privately`, message('chat', pattern)).then(nick),
    sees: (who) =>
      me.next(
        `${who} in the room`,
        (stanza) => stanza.is('presence') && stanza.attrs.from === `${address}/${who}`,
      ),
    isOver,
    async leave() {
      if (!me.has(end)) {
        await me.send(xml('presence', { to: self, type: 'unavailable' }));
        await isOver();
      }
    },
  };
}
