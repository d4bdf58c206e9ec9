import { check } from '../form/check';
import type { Field } from '../form/form';
import type { Words } from '../words/en';
import { fillText } from '../words/fill';
import { control } from './controls';
import { h } from './dom';
import { MISTAKE_WORDS } from './sentences';

/** A field of a form as it is seen: with its label, what explains it, and what is wrong with the answer. */
export interface FieldView {
  readonly element: HTMLElement;
  readonly field: Field;
  read(): string[];
  write(values: readonly string[]): void;
  /** Says what is wrong, if anything. Returns whether all is well. */
  check(): boolean;
  say(wrong: string | null): void;
  focus(): void;
}

export function fieldView(field: Field, id: string, words: Words): FieldView {
  const { element: answer, inputs, shape, read, write } = control(field, id, words);
  const label = [h('span', { dir: 'auto' }, field.label ?? field.name)];
  // A star says nothing to those who hear it.
  if (field.required) {
    // Readers of the screen say of a single input that it is required.
    label.push(
      h('span', { class: 'required', 'aria-hidden': shape === 'line' && 'true' }, ` ${words.required}`),
    );
  }
  const about =
    field.desc === null ? [] : [h('p', { class: 'about', id: `${id}-about`, dir: 'auto' }, field.desc)];
  const wrong = h('p', { class: 'wrong', id: `${id}-wrong`, hidden: true });

  const element =
    shape === 'group'
      ? h('fieldset', { class: 'field' }, h('legend', {}, ...label), ...about, wrong, answer)
      : shape === 'tick'
        ? h(
            'div',
            { class: 'field' },
            h('label', { class: 'choice' }, answer, h('span', {}, ...label)),
            ...about,
            wrong,
          )
        : h('div', { class: 'field' }, h('label', { for: id }, ...label), ...about, answer, wrong);

  function say(sentence: string | null): void {
    const isWrong = sentence !== null;
    wrong.hidden = !isWrong;
    wrong.textContent = sentence ?? '';
    const described = [...about, ...(isWrong ? [wrong] : [])].map((part) => part.id).join(' ');
    for (const input of inputs) {
      input.setAttribute('aria-invalid', String(isWrong));
      if (described === '') input.removeAttribute('aria-describedby');
      else input.setAttribute('aria-describedby', described);
    }
  }

  function checkNow(): boolean {
    const mistake = check(field, read());
    say(mistake === null ? null : fillText(words[MISTAKE_WORDS[mistake.what]], { ...mistake }));
    return mistake === null;
  }

  // Nobody is told off while they are still writing, and what was put right is right at once.
  element.addEventListener('input', () => {
    if (!wrong.hidden && check(field, read()) === null) say(null);
  });
  for (const input of inputs) {
    if (field.required && input.type !== 'checkbox') input.required = true;
    else if (field.required && shape === 'tick') input.setAttribute('aria-required', 'true');
  }
  write(field.values);
  say(null);
  const focus = () => (inputs.find((input) => 'checked' in input && input.checked) ?? inputs[0])?.focus();
  return { element, field, read, write, check: checkNow, say, focus };
}
