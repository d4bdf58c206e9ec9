import type { GuidedWindow } from '../drive/guided-window';
import type { Timers } from '../time/timers';
import { createBridge } from './bridge';
import { takeFragment, type Claims } from './claims';
import { observe, type Observer } from './observe';
import { vetoable } from './veto';

export interface HostPageDeps {
  readonly sites: readonly string[];
  readonly timers: Timers;
  readonly claims: Claims | null;
  readonly endChat: () => void;
}

export interface HostPage extends Omit<Observer, 'seen'> {
  /** What the website says about its customer, by now. */
  claims(): Claims;
}

/** The page that opened this chat, if one did: it hears what happens, and may say no to a drive. */
export function hostPage({ sites, timers, claims, endChat }: HostPageDeps): HostPage {
  const isSeen = () => document.visibilityState === 'visible';
  const bridge = createBridge({
    host: window.opener as Window | null,
    sites,
    timers,
    claims,
    endChat,
    listen: (hear) => addEventListener('message', hear),
  });
  const observer = observe(bridge, isSeen);
  document.addEventListener('visibilitychange', () => {
    if (isSeen()) observer.seen();
  });
  // The website's link leads to a chat that is open already: its page is not loaded again.
  addEventListener('hashchange', () => {
    const more = takeFragment(location, history);
    if (more !== null) bridge.claim(more);
  });
  return {
    claims: bridge.claims,
    screen: observer.screen,
    log: observer.log,
    guided: (guided: GuidedWindow) => vetoable(observer.guided(guided), bridge),
  };
}
