import type { Words } from '../words/en';
import { h } from './dom';

export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
}

/** Where the customer writes. Enter sends, Shift and Enter begin a new line. */
export function composer(say: (text: string) => void, words: Words): Composer {
  const box = h('textarea', { id: 'message', rows: '1', maxlength: '4000', autocomplete: 'off' });
  const form = h(
    'form',
    { class: 'composer' },
    h('label', { for: 'message', class: 'unseen' }, words.message),
    box,
    h('button', { type: 'submit', class: 'primary' }, words.send),
  );
  function send(): void {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    say(text);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    box.focus();
  });
  box.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a character.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  return { element: form, focus: () => box.focus() };
}
