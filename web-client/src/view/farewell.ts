import type { Rating } from '../chat/rating';
import type { Words } from '../words/en';
import type { Ending } from '../chat/ending';
import { button, h } from './dom';

const SCORES = ['1', '2', '3', '4', '5'];

export interface FarewellActions {
  /** Whether a conversation took place that can be rated. */
  mayRate(): boolean;
  /** Returns whether it is kept. */
  rate(rating: Rating): Promise<boolean>;
  /** What was said, as a text; empty if nothing was. */
  transcript(): string;
}

/** What a customer can do when a conversation is over. */
export function farewell(how: Ending, actions: FarewellActions, words: Words): HTMLElement[] {
  const parts: HTMLElement[] = [];
  const isOver = how === 'ended' || how === 'ended-by-customer';
  if (isOver && actions.mayRate()) parts.push(ratingForm(actions.rate, words));
  if (how !== 'elsewhere' && actions.transcript() !== '') parts.push(saveButton(actions.transcript, words));
  return parts;
}

/** Asks how it was. What was given stays until it is sure that it has arrived. */
function ratingForm(rate: (rating: Rating) => Promise<boolean>, words: Words): HTMLElement {
  const outcome = h('p', { role: 'status' });
  const comment = h('textarea', { id: 'comment', rows: '2', maxlength: '1000' });
  const send = h('button', { type: 'submit' }, words.sendRating);
  const form = h(
    'form',
    { class: 'rating' },
    h(
      'fieldset',
      { 'aria-describedby': 'scale' },
      h('legend', {}, words.rating),
      h('p', { id: 'scale', class: 'hint' }, words.ratingScale),
      h('div', { class: 'scores' }, ...SCORES.map(score)),
    ),
    h('label', { for: 'comment' }, words.ratingComment),
    comment,
    send,
  );
  const element = h('div', {}, form, outcome);
  let isBusy = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = form.querySelector<HTMLInputElement>('input:checked');
    if (chosen !== null && !isBusy) void sendNow(Number(chosen.value));
  });

  async function sendNow(given: number): Promise<void> {
    isBusy = true;
    outcome.textContent = '';
    const isKept = await rate({ score: given, comment: comment.value.trim() });
    isBusy = false;
    outcome.textContent = isKept ? words.ratingThanks : words.ratingFailed;
    if (!isKept) return;
    const hadFocus = form.contains(document.activeElement);
    form.remove();
    outcome.tabIndex = -1;
    if (hadFocus) outcome.focus();
  }

  return element;
}

function score(value: string): HTMLElement {
  return h('label', {}, h('input', { type: 'radio', name: 'score', value, required: true }), value);
}

/** Hands a text over as a file, made in the page: it is sent nowhere. */
function saveButton(text: () => string, words: Words): HTMLElement {
  return button(words.saveTranscript, () => {
    const name = `${words.transcriptName}-${new Date().toISOString().slice(0, 10)}.txt`;
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain;charset=utf-8' }));
    h('a', { href: address, download: name }).click();
    // The browser reads it within this turn, or soon after.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });
}
