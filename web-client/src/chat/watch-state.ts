import type { Timers } from '../time/timers';
import { addressBelow, readState, type ServiceState } from './config';

const EVERY_MILLIS = 20_000;

export interface StateDeps {
  readonly fetch: (address: string) => Promise<Response>;
  /** The chat page's own address. */
  readonly page: string;
  readonly timers: Timers;
  /** Whether the customer looks at the page. */
  readonly isSeen: () => boolean;
  readonly tell: (state: ServiceState) => void;
}

export interface StateWatch {
  start(): void;
  stop(): void;
  /** The page is seen again: now is a good time to ask. */
  look(): void;
}

/** Whether the chat is open, asked for again and again while somebody looks at a page that does not chat. */
export function watchState({ fetch, page, timers, isSeen, tell }: StateDeps): StateWatch {
  let isOn = false;
  let round = 0;
  let callOff = () => {};

  function wait(): void {
    callOff = timers.after(EVERY_MILLIS, () => {
      if (isSeen()) void ask();
      // It is asked when it is looked at again.
    });
  }

  async function ask(): Promise<void> {
    callOff();
    const mine = ++round;
    const state = await read();
    if (!isOn || mine !== round) return;
    if (state !== null) tell(state);
    wait();
  }

  async function read(): Promise<ServiceState | null> {
    try {
      const response = await fetch(addressBelow(page, 'state.json'));
      if (!response.ok) return null;
      const data: unknown = await response.json();
      return typeof data === 'object' && data !== null && 'state' in data ? readState(data.state) : null;
    } catch {
      // Without an answer nothing is known: what is shown stays, and the next round asks again.
      return null;
    }
  }

  return {
    start() {
      if (isOn) return;
      isOn = true;
      wait();
    },
    stop() {
      isOn = false;
      callOff();
    },
    look() {
      if (isOn) void ask();
    },
  };
}
