import type { Timers } from '../time/timers';

/** Of XEP-0085, those that tell something in a channel. */
export type ChatState = 'composing' | 'paused' | 'active';

const PAUSE_MILLIS = 5_000;

export interface Typing {
  /** What the customer has written so far, at each change of it. */
  write(text: string): void;
  /** It has been sent, which tells the others by itself. */
  sent(): void;
}

/** Tells the others that the customer is writing: when it begins, when it pauses, and when nothing is left of it. */
export function createTyping({
  timers,
  send,
}: {
  readonly timers: Timers;
  readonly send: (state: ChatState) => void;
}): Typing {
  let told: ChatState = 'active';
  let stopWaiting = () => {};

  function tell(state: ChatState): void {
    if (state === told) return;
    told = state;
    send(state);
  }

  return {
    write(text) {
      stopWaiting();
      if (text === '') return tell('active');
      tell('composing');
      stopWaiting = timers.after(PAUSE_MILLIS, () => tell('paused'));
    },
    sent() {
      stopWaiting();
      told = 'active';
    },
  };
}
