import type { Clock } from '../time/clock';
import type { Timers } from '../time/timers';
import type { GuidedWindow } from './guided-window';
import type { GuidedView, LeadView, Passage, Tell } from './passage';

/** Of a customer who has stopped being led: the newest drive that waits for them to go on, if there is one. */
export interface Standstill {
  readonly held: Passage | null;
}

/** Where the customer's choice outlives a reload. Null: they let themselves be led. */
export interface StandstillStore {
  keep(standstill: Standstill | null): void;
  recall(): Standstill | null;
}

export interface ReinsDeps {
  readonly guided: (show: (view: GuidedView) => void) => GuidedWindow;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly store: StandstillStore;
  readonly show: (view: GuidedView) => void;
  readonly showLead: (view: LeadView) => void;
}

/** The guided window, with the customer's hand on it. */
export interface Reins extends GuidedWindow {
  /** From now on nothing moves. What has been told to go goes, and what comes waits, the newest only. */
  stop(): void;
  /** On a click: lets the newest drive go on, unless it is too late for it. */
  letLead(): void;
  /** Who accounts for a drive that was kept over a reload. */
  adopt(tellOf: (drive: string) => Tell): void;
}

interface Held {
  readonly passage: Passage;
  readonly tell: Tell;
}

const NOTHING: GuidedView = { card: null, offerWindow: false };
/** Below the longest timer that browsers know. */
const LONGEST_TIMER = 86_400_000;

export function createReins({ guided: open, clock, timers, store, show, showLead }: ReinsDeps): Reins {
  let view = NOTHING;
  let by: string | null = null;
  let hasWindow = false;
  const kept = store.recall();
  let stopped = kept !== null;
  let held: Held | null = kept?.held ? { passage: kept.held, tell: () => {} } : null;
  /** What was handed on last. */
  let newest: Held | null = null;
  let stopExpiry = () => {};
  const guided = open((next) => {
    view = next;
    refresh();
  });

  function refresh(): void {
    show(stopped ? NOTHING : view);
    showLead({ by, stopped, isShown: stopped || hasWindow || by !== null });
  }

  function drive(passage: Passage, tell: Tell): void {
    by = passage.by;
    if (stopped) hold({ passage, tell });
    else lead({ passage, tell });
    refresh();
  }

  function hold(next: Held): void {
    held?.tell('superseded');
    held = next;
    store.keep({ held: next.passage });
    watchExpiry(next);
    next.tell('paused');
  }

  function watchExpiry(waiting: Held): void {
    stopExpiry();
    stopExpiry = timers.after(Math.min(waiting.passage.expires - clock.now(), LONGEST_TIMER), () => {
      if (!isLate(waiting)) return watchExpiry(waiting);
      store.keep({ held: null });
      forget()?.tell('expired');
    });
  }

  function isLate({ passage }: Held): boolean {
    return clock.now() >= passage.expires;
  }

  function stop(): void {
    if (stopped) return;
    stopped = true;
    store.keep({ held: null });
    if (guided.withdraw() && newest !== null) hold(newest);
    refresh();
  }

  function letLead(): void {
    if (!stopped) return;
    const waiting = forget();
    stopped = false;
    store.keep(null);
    if (waiting !== null && isLate(waiting)) waiting.tell('expired');
    else if (waiting !== null) goOn(waiting);
    refresh();
  }

  function lead(next: Held): void {
    newest = next;
    guided.drive(next.passage, next.tell);
  }

  function goOn(waiting: Held): void {
    lead(waiting);
    // The click that lets it go on is the one that a window needs.
    if (view.card !== null) guided.proceed();
  }

  function forget(): Held | null {
    const waiting = held;
    held = null;
    stopExpiry();
    return waiting;
  }

  return {
    begin() {
      stopped = false;
      forget();
      store.keep(null);
      guided.begin();
      hasWindow = !view.offerWindow;
      refresh();
    },
    resume() {
      if (held !== null) watchExpiry(held);
      guided.resume();
      by = held?.passage.by ?? by;
      refresh();
    },
    drive,
    proceed: () => guided.proceed(),
    withdraw: () => guided.withdraw(),
    rest() {
      forget()?.tell('dropped');
      guided.rest();
    },
    stop,
    letLead,
    adopt(tellOf) {
      if (held !== null) held = { ...held, tell: tellOf(held.passage.id) };
    },
  };
}
