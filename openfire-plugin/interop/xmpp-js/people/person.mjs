import { xml } from '@xmpp/client';
import { clientOf, hangUp, loseNetwork } from './connection.mjs';
import { inbox } from './inbox.mjs';

/**
 * Somebody with an xmpp.js client, which answers by itself what it does not know. Logged in by password, or, without a
 * name, anonymously; logged out at the end of the test.
 *
 * @param t the test
 */
export async function person(t, { name, ...how } = {}) {
  const connection = clientOf(name, how);
  const mail = inbox(name ?? 'The customer');
  const sent = [];
  connection.on('error', (error) => t.diagnostic(`${name ?? 'The customer'}: ${error}`));
  connection.on('stanza', mail.take);
  connection.on('send', (stanza) => sent.push(stanza));
  await connection.start();

  const goodbyes = [];
  async function leave() {
    try {
      while (goodbyes.length > 0 && connection.status === 'online') {
        await goodbyes.pop()();
      }
    } finally {
      await hangUp(connection);
    }
  }
  t.after(leave);

  return {
    name,
    jid: connection.jid.toString(),
    sent,
    next: mail.next,
    /** Whether such a stanza has come so far, read or unread. */
    has: mail.has,
    everything: mail.everything,
    send: (stanza) => connection.send(stanza),
    leave,
    hangUp: () => hangUp(connection),
    loseNetwork: () => loseNetwork(connection),
    /** What is done before the connection is closed, the last first. */
    beforeLeaving: (does) => goodbyes.push(does),
    /** An IQ get or set; returns the answer, or throws a StanzaError. */
    iq: (to, type, payload) => connection.iqCaller.request(xml('iq', { type, to }, payload)),
    /** The same; returns what in the answer has the name of what was asked. */
    ask: (to, type, payload) => connection.iqCaller[type](payload, to),
    /** Makes the client know one more IQ get: what it answers is the child of the result. */
    answers: (namespace, name, answer) => connection.iqCallee.get(namespace, name, answer),
    say: (to, type, text) => connection.send(xml('message', { to, type }, xml('body', {}, text))),
  };
}
