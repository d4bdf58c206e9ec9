import { Strophe } from 'strophe.js';
import type { Connection, Status } from './connect';

// Below that it tells the console each step.
Strophe.setLogLevel(Strophe.LogLevel.WARN);

const NO_MECHANISM = Strophe.ErrorCondition.NO_AUTH_MECH;

/** strophe.js as this client needs it: anonymous, every stanza to one listener that it never drops. */
export function stropheConnection(service: string): Connection {
  const connection = new Strophe.Connection(service, { mechanisms: [Strophe.SASLAnonymous] });
  return {
    connect(domain, change) {
      connection.connect(domain, '', (code: number, condition: string | null) => {
        const status = statusOf(code, condition);
        if (status !== null) change(status);
      });
    },
    send(stanza) {
      connection.send(stanza);
      // BOSH would wait for a timer, which a hidden page's browser holds back.
      connection.flush();
    },
    onStanza(hear) {
      connection.addHandler(
        (stanza: Element) => {
          try {
            hear(stanza);
          } catch (fault) {
            // strophe.js removes a handler that throws: one bad stanza would make the chat deaf.
            console.error(fault);
          }
          return true;
        },
        null,
        null,
        null,
      );
    },
    disconnect: () => connection.disconnect(),
    drop() {
      // What is not connected any more says no good-bye: strophe.js would take our leave of every room.
      connection.reset();
      connection.disconnect();
    },
  };
}

function statusOf(code: number, condition: string | null): Status | null {
  switch (code) {
    case Strophe.Status.CONNECTED:
      return 'connected';
    case Strophe.Status.AUTHFAIL:
      return 'not-let-in';
    case Strophe.Status.CONNFAIL:
      return condition === NO_MECHANISM ? 'not-let-in' : 'failed';
    case Strophe.Status.ERROR:
    case Strophe.Status.CONNTIMEOUT:
    case Strophe.Status.DISCONNECTED:
      return 'failed';
    default:
      return null;
  }
}
