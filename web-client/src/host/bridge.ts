import type { Timers } from '../time/timers';
import { NO_CLAIMS, readAttributes, readIdentity, type Claims } from './claims';
import { MARK, type ChatMessage, type HostMessage, type Now } from './messages';

export interface BridgeDeps {
  /** The window that opened the chat, if there is one. */
  readonly host: Pick<Window, 'postMessage' | 'closed'> | null;
  /** The origins that may hear what happens here, from the configuration. */
  readonly sites: readonly string[];
  readonly listen: (hear: (event: Pick<MessageEvent, 'data' | 'origin' | 'source'>) => void) => void;
  readonly timers: Timers;
  /** What the page's address said. */
  readonly claims: Claims | null;
  readonly endChat: () => void;
}

export interface Bridge {
  /** Tells what has happened, and how things are now. Nobody may be listening. */
  tell(name: string, detail: object, change?: Partial<Now>): void;
  /**
   * Asks whether a drive may go. Null when nobody wants to be asked; else the answer comes once, by {@link VETO_MILLIS} at
   * the latest, and the result calls the question off.
   */
  ask(drive: string, url: string, answer: (allowed: boolean) => void): (() => void) | null;
  /** What the website says about the customer, by now. */
  claims(): Claims;
  /** The address has said something new. */
  claim(claims: Claims): void;
  now(): Now;
}

/** A page that does not answer by then has nothing against it. */
export const VETO_MILLIS = 250;
/** How often the chat says that it is there: soon at first, for a script that is still loading, and never quite seldom. */
const FIRST_WORD_MILLIS = 1000;
const LATER_WORD_MILLIS = 30_000;

/**
 * The chat's end of the talk with the page that opened it. Only pages of the listed sites are told anything, and only that
 * window is listened to. What the customer writes, their name and their tokens never go there.
 */
export function createBridge({ host, sites, listen, timers, claims, endChat }: BridgeDeps): Bridge {
  /** The origin that has said hello: the only one that is told anything. */
  let peer: string | null = null;
  let wantsToBeAsked = false;
  let known = claims ?? NO_CLAIMS;
  let now: Now = { phase: 'start', position: null, unread: 0 };
  let question: { drive: string; answer: (allowed: boolean) => void } | null = null;
  let stopWord = () => {};

  if (host !== null && sites.length > 0) {
    listen(({ data, origin, source }) => {
      if (source !== host || !sites.includes(origin)) return;
      const message = readHostMessage(data);
      if (message !== null) hear(message, origin);
    });
    sayHere(FIRST_WORD_MILLIS);
  }

  function sayHere(next: number): void {
    stopWord();
    if (host?.closed) return;
    // The browser gives the message to the window only while that shows a page of this very origin.
    for (const site of peer === null ? sites : [peer]) send({ type: 'here' }, site);
    stopWord = timers.after(next, () => sayHere(Math.min(next * 2, LATER_WORD_MILLIS)));
  }

  function send(message: ChatMessage, to: string): void {
    host?.postMessage({ ...MARK, ...message }, to);
  }

  function hear(message: HostMessage, origin: string): void {
    switch (message.type) {
      case 'hello':
        peer = origin;
        wantsToBeAsked = message.veto;
        claim(message);
        return send({ type: 'welcome', now }, origin);
      case 'verdict':
        if (message.drive === question?.drive) question.answer(message.allow);
        return;
      case 'end':
        return endChat();
      case 'bye':
        // The page goes: the next one may be of another listed site, or of none.
        peer = null;
        wantsToBeAsked = false;
        return sayHere(FIRST_WORD_MILLIS);
    }
  }

  function claim({ identity, attributes }: Claims): void {
    known = { identity: identity ?? known.identity, attributes: { ...known.attributes, ...attributes } };
  }

  function tell(name: string, detail: object, change: Partial<Now> = {}): void {
    now = { ...now, ...change };
    if (peer !== null) send({ type: 'event', name, detail, now }, peer);
  }

  function ask(drive: string, url: string, answer: (allowed: boolean) => void): (() => void) | null {
    if (peer === null || !wantsToBeAsked || host?.closed) return null;
    const stopTimer = timers.after(VETO_MILLIS, () => settle(true));
    const asked = { drive, answer: settle };
    question = asked;
    send({ type: 'ask', drive, url }, peer);

    function settle(allowed: boolean): void {
      callOff();
      answer(allowed);
    }

    function callOff(): void {
      stopTimer();
      if (question === asked) question = null;
    }

    return callOff;
  }

  return { tell, ask, claims: () => known, claim, now: () => now };
}

/** Null for whatever is no message of ours. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { usher, type, veto, identity, attributes, drive, allow } = data as Record<string, unknown>;
  if (usher !== MARK.usher) return null;
  switch (type) {
    case 'hello':
      return {
        type,
        veto: veto === true,
        identity: readIdentity(identity),
        attributes: readAttributes(attributes),
      };
    case 'verdict':
      return typeof drive === 'string' && typeof allow === 'boolean' ? { type, drive, allow } : null;
    case 'end':
    case 'bye':
      return { type };
    default:
      return null;
  }
}
