import type { Timers } from '../time/timers';
import type { Carrier } from './link';
import type { Preference } from './preference';

/** Why there is no connection. `misconfigured`: the server is there, and lets no anonymous customer in. */
export type ConnectFailure = 'unreachable' | 'misconfigured';

export type Outcome = { readonly carrier: Carrier } | { readonly failure: ConnectFailure };

/** The states of a connection that matter here. */
export type Status = 'connected' | 'failed' | 'not-let-in';

/** One connection of strophe.js, to a WebSocket or a BOSH address. */
export interface Connection {
  /** `change` may be called several times, and again after the connection was given up. */
  connect(domain: string, change: (status: Status) => void): void;
  send(stanza: Element): void;
  onStanza(hear: (stanza: Element) => void): void;
  disconnect(): void;
  /** Without a word to the server. */
  drop(): void;
}

export interface ConnectDeps {
  readonly domain: string;
  readonly websocket: string;
  readonly bosh: string;
  readonly timers: Timers;
  readonly newConnection: (service: string) => Connection;
  readonly preference: Preference;
}

/** Proxies that know no WebSocket often leave it hanging. */
export const WEBSOCKET_MILLIS = 3000;
export const BOSH_MILLIS = 15_000;

/**
 * WebSocket first and BOSH when that does not work in time, logged in and all; the other way round while it is remembered
 * that only BOSH works here. Being turned away is the same over both.
 */
export async function connect(deps: ConnectDeps): Promise<Outcome> {
  const { preference } = deps;
  const boshFirst = preference.isBosh();
  const first = await (boshFirst ? overBosh(deps) : overWebSocket(deps));
  if ('failure' in first && first.failure === 'misconfigured') return first;
  if ('carrier' in first) {
    if (!boshFirst) preference.forget();
    return first;
  }
  const second = await (boshFirst ? overWebSocket(deps) : overBosh(deps));
  if ('failure' in second) return second;
  if (boshFirst) preference.forget();
  else preference.rememberBosh();
  return second;
}

function overWebSocket(deps: ConnectDeps): Promise<Outcome> {
  return attempt(deps, deps.websocket, WEBSOCKET_MILLIS);
}

function overBosh(deps: ConnectDeps): Promise<Outcome> {
  return attempt(deps, deps.bosh, BOSH_MILLIS);
}

function attempt(
  { domain, timers, newConnection }: ConnectDeps,
  service: string,
  millis: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const connection = newConnection(service);
    let state: 'trying' | 'connected' | 'over' = 'trying';
    let lost = () => {};

    const stopTimer = timers.after(millis, () => giveUp('unreachable'));
    connection.connect(domain, (status) => {
      if (status === 'connected') welcome();
      else giveUp(status === 'not-let-in' ? 'misconfigured' : 'unreachable');
    });

    function welcome(): void {
      if (state !== 'trying') return;
      state = 'connected';
      stopTimer();
      resolve({
        carrier: {
          send: (stanza) => connection.send(stanza),
          close: () => connection.disconnect(),
          drop: () => connection.drop(),
          onStanza: (hear) => connection.onStanza(hear),
          onLost: (tell) => (lost = tell),
        },
      });
    }

    // A failure is told up to three times: as the cause, as the end of the connection, and by our own timer.
    function giveUp(failure: ConnectFailure): void {
      const before = state;
      state = 'over';
      stopTimer();
      if (before === 'connected') lost();
      if (before !== 'trying') return;
      connection.disconnect();
      resolve({ failure });
    }
  });
}
