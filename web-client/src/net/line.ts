import type { Timers } from '../time/timers';
import { backoff } from './backoff';
import type { ConnectFailure, Outcome } from './connect';
import type { Carrier, Link } from './link';

export interface LineDeps {
  readonly connect: () => Promise<Outcome>;
  readonly newLink: (carrier: Carrier, lost: () => void) => Link;
  readonly timers: Timers;
  readonly opened: (link: Link) => void;
  /** The connection is gone; another is being made. */
  readonly lost: () => void;
  /** There is no connection, after so many attempts in a row. Returns whether to go on trying. */
  readonly failed: (failure: ConnectFailure, attempts: number) => boolean;
}

/** The way to the server: one connection at a time, made again whenever it is lost, until it is hung up. */
export interface Line {
  /** The connection, while there is one. */
  readonly link: () => Link | null;
  /** Makes a connection, unless there is one or one is being made. */
  open(): void;
  /** It works: the next loss begins to count anew. */
  works(): void;
  /** Now is a good time to find out whether the connection is still there, or to make one. */
  look(): void;
  /** Closes for good. @param saysGoodbye or as if the network were gone: the server takes that for a loss, and waits */
  hangUp(saysGoodbye: boolean): void;
  /** Closes without a good-bye until it is opened, or looked after, again. */
  rest(): void;
}

export function createLine({ connect, newLink, timers, opened, lost, failed }: LineDeps): Line {
  let link: Link | null = null;
  let attempts = 0;
  let isConnecting = false;
  let isHungUp = false;
  let stopWaiting = () => {};

  async function attempt(): Promise<void> {
    stopWaiting();
    if (isConnecting || link !== null || isHungUp) return;
    isConnecting = true;
    const outcome = await connect();
    isConnecting = false;
    // The customer may have left while the connection was made.
    if (isOver()) return 'carrier' in outcome ? outcome.carrier.close() : undefined;
    if ('failure' in outcome) return tryLater(outcome.failure);
    const fresh: Link = newLink(outcome.carrier, () => {
      if (fresh === link) onLost();
    });
    link = fresh;
    opened(fresh);
  }

  function isOver(): boolean {
    return isHungUp;
  }

  function onLost(): void {
    link = null;
    lost();
    if (!isOver()) tryLater('unreachable');
  }

  function tryLater(failure: ConnectFailure): void {
    attempts += 1;
    if (!failed(failure, attempts) || isOver()) return;
    stopWaiting = timers.after(
      backoff(attempts, () => Math.random()),
      () => void attempt(),
    );
  }

  function close(saysGoodbye: boolean): void {
    stopWaiting();
    const last = link;
    link = null;
    if (saysGoodbye) last?.close();
    else last?.drop();
  }

  return {
    link: () => link,
    open: () => void attempt(),
    works: () => (attempts = 0),
    look() {
      if (link !== null) link.look();
      else void attempt();
    },
    hangUp(saysGoodbye) {
      isHungUp = true;
      close(saysGoodbye);
    },
    rest: () => close(false),
  };
}
