import { client, xml } from '@xmpp/client';
import WebSocket from 'ws';
import { domain, tcp } from './ground.mjs';
import { inbox, PATIENCE } from './inbox.mjs';

// Pages have it; Node has it from 22 on.
globalThis.WebSocket ??= WebSocket;

/** xmpp.js would take SCRAM, which is half a second of arithmetic for each connection; a scenario proves it. */
const plain = (name) => (authenticate) => authenticate({ username: name, password: name }, 'PLAIN');

/**
 * Somebody with an xmpp.js client as it is: it answers by itself what it does not know. Logged in by password, or, without
 * a name, anonymously; logged out at the end of the test.
 *
 * @param t the test
 */
export async function person(t, { name, service = tcp } = {}) {
  const connection = client({
    service,
    domain,
    timeout: PATIENCE,
    ...(name && { credentials: plain(name) }),
  });
  connection.reconnect.stop();
  const mail = inbox(name ?? 'The customer');
  const sent = [];
  connection.on('error', (error) => t.diagnostic(`${name ?? 'The customer'}: ${error}`));
  connection.on('stanza', mail.take);
  connection.on('send', (stanza) => sent.push(stanza));
  await connection.start();
  /** Closes the connection, and nothing before. */
  async function hangUp() {
    if (connection.status === 'offline') {
      return;
    }
    // COMPAT: Openfire 4.x hangs up a socket without closing its stream, for which xmpp.js would wait two seconds.
    connection.once('disconnect', () => connection.parser?.emit('end'));
    await connection.stop();
  }

  const goodbyes = [];
  async function leave() {
    try {
      while (goodbyes.length > 0 && connection.status === 'online') {
        await goodbyes.pop()();
      }
    } finally {
      await hangUp();
    }
  }
  t.after(leave);

  return {
    name,
    jid: connection.jid.toString(),
    sent,
    next: mail.next,
    everything: mail.everything,
    send: (stanza) => connection.send(stanza),
    leave,
    hangUp,
    /** What is done before the connection is closed, the last first. */
    beforeLeaving: (does) => goodbyes.push(does),
    /** An IQ get or set; returns the child of the answer, or throws a StanzaError. */
    ask: (to, type, payload) => connection.iqCaller[type](payload, to),
    /** Makes the client know one more IQ get: what it answers is the child of the result. */
    answers: (namespace, name, answer) => connection.iqCallee.get(namespace, name, answer),
    say: (to, type, text) => connection.send(xml('message', { to, type }, xml('body', {}, text))),
  };
}
