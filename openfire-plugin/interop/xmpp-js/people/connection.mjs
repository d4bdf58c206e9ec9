import { once } from 'node:events';
import { client } from '@xmpp/client';
import WebSocket from 'ws';
import { domain, tcp } from './ground.mjs';
import { PATIENCE } from './inbox.mjs';

// Pages have it; Node has it from 22 on.
globalThis.WebSocket ??= WebSocket;

/**
 * An xmpp.js client as it is, not yet connected. It comes back by itself only when its network is lost on purpose.
 *
 * @param mechanism xmpp.js would take SCRAM, which is half a second of arithmetic each time: one scenario is enough
 */
export function clientOf(name, { service = tcp, mechanism = 'PLAIN' }) {
  const credentials = name
    ? (authenticate) => authenticate({ username: name, password: name }, mechanism)
    : undefined;
  const connection = client({ service, domain, credentials, timeout: PATIENCE });
  connection.reconnect.stop();
  connection.reconnect.delay = 10;
  return connection;
}

/** Closes it in good form. */
export async function hangUp(connection) {
  if (connection.status !== 'offline') {
    // COMPAT: Openfire 4.x hangs up a socket without closing its stream, for which xmpp.js would wait.
    connection.once('disconnect', () => connection.parser?.emit('end'));
    await connection.stop();
  }
}

/** The network is lost. Returns when the client has come back and its stream goes on (XEP-0198). */
export async function loseNetwork(connection) {
  const resumed = once(connection.streamManagement, 'resumed', { signal: AbortSignal.timeout(PATIENCE) });
  connection.reconnect.start();
  connection.socket.destroy();
  await resumed;
  connection.reconnect.stop();
}
