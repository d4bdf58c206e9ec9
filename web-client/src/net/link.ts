import type { Timers } from '../time/timers';
import { decode } from '../wire/decode';
import type { Answer, Incoming } from '../wire/incoming';
import { answerTo, ping } from '../wire/iq';

/** What came back for a request. `silence`: nothing did in time, or the connection is gone. */
export type Reply =
  | (Pick<Answer, 'error' | 'key' | 'page'> & { /** The answer itself. */ readonly stanza: Element })
  | 'silence';

/** An established connection. */
export interface Link {
  send(stanza: Element): void;
  ask(request: Element): Promise<Reply>;
  nextId(): string;
  /** Finds out whether the connection is still there, soon. */
  look(): void;
  /** Takes the connection for lost. */
  fail(): void;
  /** Closes without a good-bye; `onLost` is not called after it. */
  drop(): void;
  /** Says goodbye and closes; `onLost` is not called after it. */
  close(): void;
}

/** What carries stanzas: a connection of strophe.js, authenticated. */
export interface Carrier {
  send(stanza: Element): void;
  close(): void;
  /** Closes without a good-bye, as if the network were gone: the server takes it for a loss, and not for a leave. */
  drop(): void;
  onStanza(hear: (stanza: Element) => void): void;
  onLost(lost: () => void): void;
}

export interface LinkDeps {
  readonly carrier: Carrier;
  readonly domain: string;
  readonly timers: Timers;
  /** Whether the customer looks at the page, and would see that nothing comes any more. */
  readonly isSeen: () => boolean;
  readonly hear: (incoming: Incoming) => void;
  readonly lost: () => void;
}

export const ANSWER_MILLIS = 15_000;
/** Often enough to keep proxies from closing an idle connection and to notice a dead one within a minute ... */
export const PING_MILLIS = 40_000;
/** ... and within fifteen seconds while the customer looks. */
export const PING_SEEN_MILLIS = 9_000;
export const PONG_MILLIS = 5_000;

/** Requests with their answers, pings both ways, and one word when the connection is lost. */
export function createLink({ carrier, domain, timers, isSeen, hear, lost }: LinkDeps): Link {
  const asked = new Map<string, { to: string | null; settle: (reply: Reply) => void }>();
  // Unguessable, as answers to our requests are known by it.
  const prefix = crypto.getRandomValues(new Uint32Array(2)).join('');
  let count = 0;
  let open = true;
  let stopPinging = () => {};

  carrier.onStanza((stanza) => {
    // Whatever comes shows that the connection is there.
    if (open) schedulePing();
    const incoming = decode(stanza);
    if (incoming.kind === 'answer') settleAnswer(incoming, stanza);
    else if (incoming.kind === 'request') send(answerTo(incoming));
    else if (open) hear(incoming);
  });
  carrier.onLost(() => end(lost));
  schedulePing();

  function settleAnswer({ id, from, error, key, page }: Answer, stanza: Element): void {
    const request = asked.get(id);
    if (request === undefined || request.to !== from) return;
    asked.delete(id);
    request.settle({ error, key, page, stanza });
  }

  function send(stanza: Element): void {
    if (open) carrier.send(stanza);
  }

  function ask(request: Element, millis = ANSWER_MILLIS): Promise<Reply> {
    const id = request.getAttribute('id');
    if (!open || id === null) return Promise.resolve('silence');
    return new Promise((resolve) => {
      const stop = timers.after(millis, () => {
        asked.delete(id);
        resolve('silence');
      });
      asked.set(id, {
        to: request.getAttribute('to'),
        settle(reply) {
          stop();
          resolve(reply);
        },
      });
      carrier.send(request);
    });
  }

  function schedulePing(): void {
    stopPinging();
    stopPinging = timers.after(isSeen() ? PING_SEEN_MILLIS : PING_MILLIS, look);
  }

  function look(): void {
    if (open) void pingNow();
  }

  async function pingNow(): Promise<void> {
    stopPinging();
    const reply = await ask(ping(nextId(), domain), PONG_MILLIS);
    // An error is an answer, too.
    if (reply === 'silence') fail();
  }

  function fail(): void {
    if (!open) return;
    end(lost);
    carrier.drop();
  }

  function drop(): void {
    end(() => {});
    carrier.drop();
  }

  function nextId(): string {
    return `${prefix}-${++count}`;
  }

  function end(tell: () => void): void {
    if (!open) return;
    open = false;
    stopPinging();
    for (const { settle } of asked.values()) settle('silence');
    asked.clear();
    tell();
  }

  function close(): void {
    end(() => {});
    carrier.close();
  }

  return { send, ask: (request) => ask(request), nextId, look, fail, drop, close };
}
