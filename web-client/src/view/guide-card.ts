import type { Card, GuidedView } from '../drive/passage';
import { button, h, legible, theirs } from './dom';
import { foldedAddress } from './fold';
import type { Words } from '../words/en';
import { fill } from '../words/fill';
import { CARD_WORDS } from './sentences';

export interface GuideCard {
  readonly element: HTMLElement;
  show(view: GuidedView): void;
}

export interface GuideCardDeps {
  readonly proceed: () => void;
  readonly openWindow: () => void;
  /** The card that had the focus is gone. */
  readonly focusLost: () => void;
  readonly words: Words;
}

/** Asks for the click that the browser wants before a window may open. It never takes the focus from who is typing. */
export function guideCard({ proceed, openWindow, focusLost, words }: GuideCardDeps): GuideCard {
  const element = h('div', { class: 'asks', 'aria-live': 'assertive' });

  function show({ card, offerWindow }: GuidedView): void {
    const hadFocus = element.contains(document.activeElement);
    if (card !== null) element.replaceChildren(askToProceed(card, proceed, words));
    else if (offerWindow) element.replaceChildren(askToOpen(openWindow, words));
    else element.replaceChildren();
    if (hadFocus) focusLost();
  }

  return { element, show };
}

function askToProceed({ passage, because }: Card, proceed: () => void, words: Words): HTMLElement {
  const who = theirs(passage.by === '' ? words.guide : passage.by);
  return h(
    'section',
    { class: 'card', 'aria-label': words.needsYourClick },
    h('p', {}, ...fill(words.wantsToShow, { who })),
    // The host as the parser reads it: an agent's words, or a look-alike in another script, could say anything.
    h('p', { class: 'host' }, passage.host),
    h('p', { dir: 'ltr' }, foldedAddress(legible(passage.href), words.showAll)),
    h('p', { class: 'why' }, words[CARD_WORDS[because]]),
    button(words.proceed, proceed, { class: 'primary' }),
  );
}

function askToOpen(openWindow: () => void, words: Words): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-label': words.secondWindow },
    h('p', { class: 'why' }, words.windowNotOpen),
    button(words.openWindow, openWindow),
  );
}
