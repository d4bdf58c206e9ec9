import type { LeadView } from '../drive/passage';
import { button, h, theirs } from './dom';
import type { Words } from '../words/en';
import { fill, fillText } from '../words/fill';

export interface LeadBar {
  readonly element: HTMLElement;
  show(view: LeadView): void;
}

export interface LeadBarDeps {
  readonly stop: () => void;
  readonly letLead: () => void;
  /** The button that had the focus is gone. */
  readonly focusLost: () => void;
  readonly words: Words;
}

/** A nickname may have a thousand characters. */
const LONGEST_NAME = 60;

/** Says who leads, and stops it: with its button, or with Escape wherever the customer is on the page. */
export function leadBar({ stop, letLead, focusLost, words }: LeadBarDeps): LeadBar {
  const sentence = h('p', { role: 'status' });
  const hint = h('p', { class: 'hint', id: 'stop-key' }, words.stopKey);
  const halt = button(words.stopLeading, stop, {
    'aria-keyshortcuts': 'Escape',
    'aria-describedby': 'stop-key',
  });
  const goOn = button('', letLead);
  const element = h('section', { class: 'lead', hidden: true }, h('div', {}, sentence, hint), halt, goOn);
  let isShown = false;

  document.addEventListener('keydown', (event) => {
    const isOurs = event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
    if (isOurs && isShown && !halt.hidden && element.closest('[hidden]') === null) stop();
  });

  function show({ by, stopped, isShown: shown }: LeadView): void {
    const hadFocus = element.contains(document.activeElement);
    const name = by === null || by === '' ? null : by.slice(0, LONGEST_NAME);
    const before = sentence.textContent;
    const said = h('span', {}, ...fill(sentenceFor(by, stopped), { who: theirs(name ?? words.guide) }));
    // What has not changed is not read out again.
    if (before !== said.textContent) sentence.replaceChildren(said);
    goOn.textContent = name === null ? words.proceed : fillText(words.letLead, { who: name });
    const isAnother = halt.hidden !== stopped;
    halt.hidden = hint.hidden = stopped;
    goOn.hidden = !stopped;
    isShown = shown;
    element.hidden = !shown;
    if (hadFocus && isAnother) focusLost();
  }

  function sentenceFor(by: string | null, stopped: boolean): string {
    if (stopped) return words.notLed;
    return by === null ? words.mayLead : words.leading;
  }

  return { element, show };
}
