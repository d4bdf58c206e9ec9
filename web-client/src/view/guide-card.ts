import type { Card, GuidedView } from '../drive/passage';
import { button, h, legible, theirs } from './dom';
import { CARD_WORDS } from './words';

export interface GuideCard {
  readonly element: HTMLElement;
  show(view: GuidedView): void;
}

export interface GuideCardDeps {
  readonly proceed: () => void;
  readonly openWindow: () => void;
  /** The card that had the focus is gone. */
  readonly focusLost: () => void;
}

/** Asks for the click that the browser wants before a window may open. It never takes the focus from who is typing. */
export function guideCard({ proceed, openWindow, focusLost }: GuideCardDeps): GuideCard {
  const element = h('div', { class: 'asks', 'aria-live': 'assertive' });

  function show({ card, offerWindow }: GuidedView): void {
    const hadFocus = element.contains(document.activeElement);
    if (card !== null) element.replaceChildren(askToProceed(card, proceed));
    else if (offerWindow) element.replaceChildren(askToOpen(openWindow));
    else element.replaceChildren();
    if (hadFocus) focusLost();
  }

  return { element, show };
}

function askToProceed({ passage, because }: Card, proceed: () => void): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-label': 'Your guide needs your click' },
    h('p', {}, theirs(passage.by === '' ? 'Your guide' : passage.by), ' wants to show you a page of'),
    // The host as the parser reads it: an agent's words, or a look-alike in another script, could say anything.
    h('p', { class: 'host' }, passage.host),
    h('p', { class: 'address' }, legible(passage.href)),
    h('p', { class: 'why' }, CARD_WORDS[because]),
    button('Continue', proceed, { class: 'primary' }),
  );
}

function askToOpen(openWindow: () => void): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-label': 'The second window' },
    h('p', { class: 'why' }, 'The second window, in which your guide can show you pages, is not open.'),
    button('Open the guided window', openWindow),
  );
}
