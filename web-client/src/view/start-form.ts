import { asNickname } from '../room/nicknames';
import type { Answers } from '../wire/queue';
import { h } from './dom';

export interface StartForm {
  readonly element: HTMLElement;
  focus(): void;
}

/** Name, question, consent and the one click that everything else follows from. */
export function startForm(start: (answers: Answers) => void): StartForm {
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
    h('p', {}, 'Tell us who you are and how we can help.'),
    h('label', { for: 'name' }, 'Your name'),
    name,
    h('label', { for: 'question' }, 'Your question'),
    question,
    h(
      'p',
      { class: 'consent', id: 'consent' },
      'An agent may open web pages in a second window on this device. You can close that window at any time.',
    ),
    h('button', { type: 'submit', class: 'primary', 'aria-describedby': 'consent' }, 'Start chat'),
  );
  // Blanks are a name to the browser, and none to the room.
  name.addEventListener('input', () => {
    const blank = name.value !== '' && asNickname(name.value) === '';
    name.setCustomValidity(blank ? 'Please fill in a name.' : '');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (asNickname(name.value) === '') return name.focus();
    start({ username: name.value.trim(), question: question.value.trim() });
  });
  return { element: form, focus: () => name.focus() };
}
