import type { TabText } from '../chat/tab-text';
import type { Words } from '../words/en';
import { fillText } from '../words/fill';
import { h } from './dom';

/** Characters of a message. Server and journal take far more; nobody reads far more. */
export const LONGEST_MESSAGE = 8_000;

const MOST_ROWS = 5;

export interface ComposerActions {
  say(text: string): void;
  /** The customer is writing: what there is so far. */
  write(text: string): void;
}

export interface Composer {
  readonly element: HTMLElement;
  /** Something else that can be sent. */
  addTool(tool: { readonly button: HTMLElement; readonly strip: HTMLElement }): void;
  focus(): void;
  /** Goes on with what was written before, and keeps it from now on. */
  restore(draft: TabText): void;
  /** Nothing more will be sent. */
  forget(): void;
}

/**
 * Where the customer writes. Enter sends, Shift and Enter begin a new line. Whatever is pasted stays whole: what is too
 * long waits until it is shorter.
 */
export function composer({ say, write }: ComposerActions, words: Words, tag: string): Composer {
  const box = h('textarea', {
    id: 'message',
    rows: '1',
    autocomplete: 'off',
    'aria-describedby': 'surplus',
  });
  const note = h('p', { id: 'surplus', class: 'surplus fault', hidden: true });
  // Heard once, while the note above counts on with each key.
  const alarm = h('p', { class: 'unseen', role: 'status' });
  const form = h(
    'form',
    { class: 'composer' },
    note,
    alarm,
    h('label', { for: 'message', class: 'unseen' }, words.message),
    box,
    h('button', { type: 'submit', class: 'primary' }, words.send),
  );
  const grows = CSS.supports('field-sizing: content');
  let draft: TabText | null = null;

  /** In characters as people count them, an emoji for one or a few. */
  function surplus(): number {
    return [...box.value.trim()].length - LONGEST_MESSAGE;
  }

  function look(): void {
    const over = surplus();
    const number = over.toLocaleString(tag);
    note.textContent = over > 0 ? fillText(words.tooLong, { count: number }) : '';
    note.hidden = over <= 0;
    box.setAttribute('aria-invalid', String(over > 0));
    if (over <= 0) alarm.textContent = '';
    else if (alarm.textContent === '') alarm.textContent = note.textContent;
    if (!grows) grow();
  }

  function grow(): void {
    box.rows = 1;
    while (box.rows < MOST_ROWS && box.scrollHeight > box.clientHeight) box.rows++;
  }

  function send(): void {
    const text = box.value.trim();
    if (text === '') return;
    if (surplus() > 0) {
      alarm.textContent = '';
      return look();
    }
    box.value = '';
    look();
    draft?.keep('');
    say(text);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    box.focus();
  });
  box.addEventListener('input', () => {
    look();
    draft?.keep(box.value);
    write(box.value.trim());
  });
  box.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a character.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });

  return {
    element: form,
    addTool({ button, strip }) {
      form.prepend(strip);
      box.before(button);
    },
    focus: () => box.focus(),
    restore(kept) {
      draft = kept;
      if (box.value === '') box.value = kept.recall();
      look();
    },
    forget: () => draft?.keep(''),
  };
}
