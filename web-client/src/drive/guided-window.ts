import type { Clock } from '../time/clock';
import type { Timers } from '../time/timers';
import type { NeedsClickReason } from '../wire/drive';
import { hopAddress, type HopChannel } from './hop-channel';
import type { Card, GuidedView, Passage, Tell } from './passage';

/** The part of a WindowProxy that may be used across origins. */
export interface WindowHandle {
  readonly closed: boolean;
  readonly location: { href: string };
  close(): void;
}

export interface GuidedWindowDeps {
  /** Opens a window from the driver frame; null when the browser did not. Called on a click only. */
  readonly open: (address: string) => WindowHandle | null;
  readonly channel: HopChannel;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly show: (view: GuidedView) => void;
}

export interface GuidedWindow {
  /** On "Start chat" and on "Open the guided window": must run inside of the click. */
  begin(): void;
  /** On a page that was loaded again: the window that was opened before is out of our hands. */
  resume(): void;
  /** Carries a drive out, or asks for a click. Nothing in here waits: a hidden page's timers do (F10). */
  drive(passage: Passage, tell: Tell): void;
  /** Takes the newest drive back, unless it has been told where to go. Returns whether it did: nothing more is told of it. */
  withdraw(): boolean;
  /** On "Continue": must run inside of the click. */
  proceed(): void;
  /** The visit is over. A window that only ever showed our own sentence is closed; else it is the customer's. */
  rest(): void;
}

/** How long without a word from the hop page, then on the hop page; see "What a browser reports" in drive.md. */
export const SILENCE_MILLIS = 3000;
export const NO_PAGE_MILLIS = 8000;
/** A document that cuts the window off (COOP) does so shortly after it has taken the hop page's place. */
export const CUT_MILLIS = 150;

/**
 * Where the newest drive is:
 * leading  the hop page was asked for        going   it has been told where to go
 * silent   … and has not reported            slow    … and is still there
 * stuck    no window; the customer is asked  landed  it is gone: is the window still ours?
 */
type Phase = 'leading' | 'silent' | 'stuck' | 'going' | 'slow' | 'landed';

interface Current {
  readonly passage: Passage;
  readonly tell: Tell;
  phase: Phase;
  because: NeedsClickReason | null;
  attached: boolean;
  stopTimer: () => void;
  stopExpiry: () => void;
}

/**
 * The guided window and the newest drive in it. There is no finding a lost window again by its name: when a handle is
 * dead the name has died with it, and open('', name) would surprise with an empty window where pop-ups are allowed.
 */
export function guidedWindow(deps: GuidedWindowDeps): GuidedWindow {
  const { channel, timers, clock } = deps;
  let handle: WindowHandle | null = null;
  let missing: NeedsClickReason = 'blocked';
  let offerWindow = false;
  let driven = false;
  let current: Current | null = null;

  channel.listen((message) => {
    // An older drive's word is of no interest: its hop page also leaves when a newer drive takes its place.
    if (current?.passage.id !== message.drive) return;
    if (message.type === 'ready') onReady(current);
    if (message.type === 'left') onLeft(current);
  });

  function drive(passage: Passage, tell: Tell): void {
    settle('superseded');
    const next: Current = {
      passage,
      tell,
      phase: 'leading',
      because: null,
      attached: false,
      stopTimer: () => {},
      stopExpiry: () => {},
    };
    current = next;
    watchExpiry(next);
    lead(next);
    show();
  }

  function lead(next: Current): void {
    if (handle?.closed) lose('closed');
    if (handle === null) return ask(next, missing);
    try {
      handle.location.href = hopAddress(next.passage.id);
    } catch {
      // A page that sets its own opener to null takes the handle's rights away (F6).
      lose('lost');
      return ask(next, missing);
    }
    awaitHop(next);
  }

  function awaitHop(next: Current): void {
    driven = true;
    next.phase = 'leading';
    restart(next, SILENCE_MILLIS, () => {
      if (wasClosed(next)) return;
      next.phase = 'silent';
      next.tell('unconfirmed');
      show();
    });
  }

  function onReady(now: Current): void {
    if (now.phase === 'landed') return;
    if (isLate(now)) return now.attached ? undefined : expire(now);
    channel.post({ type: 'go', drive: now.passage.id, url: now.passage.href });
    now.phase = 'going';
    if (!now.attached) now.tell('attached');
    now.attached = true;
    restart(now, NO_PAGE_MILLIS, () => {
      if (wasClosed(now)) return;
      now.phase = 'slow';
      now.tell('no-page');
    });
    show();
  }

  function onLeft(now: Current): void {
    // Before it was told to go, a hop page leaves because it was reloaded or closed.
    if (now.phase !== 'going' && now.phase !== 'slow') return;
    now.phase = 'landed';
    now.tell('arrived');
    restart(now, CUT_MILLIS, () => settle('superseded'));
  }

  /** Ends the account of the newest drive. One that has landed is not cut short: only the last look is still due. */
  function settle(otherwise: 'superseded' | 'dropped'): void {
    if (current === null) return;
    const { phase, tell } = current;
    forget(current);
    if (phase !== 'landed') return tell(otherwise);
    if (!handle?.closed) return;
    lose('lost');
    tell('detached');
  }

  /** The customer may close the window while a drive is under way. */
  function wasClosed(now: Current): boolean {
    if (!handle?.closed) return false;
    lose('closed');
    ask(now, missing);
    if (isLate(now)) expire(now);
    else show();
    return true;
  }

  function ask(next: Current, because: NeedsClickReason): void {
    next.stopTimer();
    next.phase = 'stuck';
    if (next.because !== because) next.tell('needs-click', because);
    next.because = because;
  }

  function proceed(): void {
    const waiting = current;
    if (waiting === null) return begin();
    if (waiting.phase !== 'stuck' && waiting.phase !== 'silent') return;
    if (isLate(waiting)) return expire(waiting);
    if (openAt(hopAddress(waiting.passage.id))) awaitHop(waiting);
    else ask(waiting, 'blocked');
    show();
  }

  function begin(): void {
    offerWindow = !openAt(hopAddress());
    show();
  }

  function resume(): void {
    missing = 'lost';
    offerWindow = true;
    show();
  }

  /** A window that did not open leaves the one before in its place: it may still report late. */
  function openAt(address: string): boolean {
    const fresh = deps.open(address);
    if (fresh === null) return false;
    handle = fresh;
    offerWindow = false;
    return true;
  }

  function lose(because: NeedsClickReason): void {
    handle = null;
    missing = because;
  }

  function isLate({ passage }: Current): boolean {
    return clock.now() >= passage.expires;
  }

  function expire(now: Current): void {
    if (now.phase === 'stuck' || now.phase === 'silent') offerWindow = true;
    forget(now);
    now.tell('expired');
    show();
  }

  function watchExpiry(next: Current): void {
    // A day is below the longest timer that browsers know, and looking again is cheap.
    const left = Math.min(next.passage.expires - clock.now(), 86_400_000);
    next.stopExpiry = timers.after(left, () => {
      if (!isLate(next)) watchExpiry(next);
      else if (!next.attached || next.phase === 'stuck') expire(next);
    });
  }

  function forget(now: Current): void {
    now.stopTimer();
    now.stopExpiry();
    current = null;
  }

  function restart(now: Current, millis: number, run: () => void): void {
    now.stopTimer();
    now.stopTimer = timers.after(millis, run);
  }

  function show(): void {
    deps.show({ card: card(), offerWindow: offerWindow && card() === null });
  }

  function card(): Card | null {
    if (current?.phase === 'silent') return { passage: current.passage, because: 'silent' };
    if (current?.phase === 'stuck') return { passage: current.passage, because: current.because ?? 'lost' };
    return null;
  }

  function withdraw(): boolean {
    const waiting = current;
    if (waiting === null || !['leading', 'silent', 'stuck'].includes(waiting.phase)) return false;
    forget(waiting);
    show();
    return true;
  }

  function rest(): void {
    settle('dropped');
    offerWindow = false;
    if (!driven && handle !== null && !handle.closed) handle.close();
    handle = null;
    show();
  }

  return { begin, resume, drive, withdraw, proceed, rest };
}
