import { asNickname } from '../room/nicknames';
import type { Answers } from '../wire/queue';
import type { Words } from '../words/en';
import { h } from './dom';

export interface StartForm {
  readonly element: HTMLElement;
  focus(): void;
}

/** Name, question, consent and the one click that everything else follows from. */
export function startForm(start: (answers: Answers) => void, words: Words): StartForm {
  const name = h('input', {
    id: 'name',
    name: 'username',
    autocomplete: 'name',
    maxlength: '60',
    required: true,
  });
  const question = h('textarea', { id: 'question', name: 'question', rows: '3', maxlength: '2000' });
  const form = h(
    'form',
    { class: 'start' },
    h('p', {}, words.intro),
    h('label', { for: 'name' }, words.yourName),
    name,
    h('label', { for: 'question' }, words.yourQuestion),
    question,
    h('p', { class: 'consent', id: 'consent' }, words.consent),
    h('button', { type: 'submit', class: 'primary', 'aria-describedby': 'consent' }, words.startChat),
  );
  // Blanks are a name to the browser, and none to the room.
  name.addEventListener('input', () => {
    const blank = name.value !== '' && asNickname(name.value) === '';
    name.setCustomValidity(blank ? words.nameMissing : '');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (asNickname(name.value) === '') return name.focus();
    start({ username: name.value.trim(), question: question.value.trim() });
  });
  return { element: form, focus: () => name.focus() };
}
