import type { Config } from '../chat/config';
import { field, type Answers } from '../form/form';
import { ownQuestions, adminsQuestions } from '../form/questions';
import type { Words } from '../words/en';
import { fillText } from '../words/fill';
import { h } from './dom';
import { fieldView } from './field';
import { questionnaire } from './questionnaire';

export interface StartForm {
  readonly element: HTMLElement;
  /** What is filled in by now. */
  answers(): Answers;
  fill(answers: Answers): void;
  /** The server did not take the answers, and says why; of which field, if it is of one. */
  showRefused(why: string, field: string | null): void;
  focus(): void;
}

/** What is asked, what must be agreed to, and the one click that everything else follows from. */
export function startForm(
  { form, texts }: Pick<Config, 'form' | 'texts'>,
  start: (answers: Answers) => void,
  words: Words,
): StartForm {
  const { title, instructions, fields } = form === null ? ownQuestions(words) : adminsQuestions(form, words);
  const questions = questionnaire(fields, 'q', words);
  const consent =
    texts.consent === null
      ? null
      : fieldView(field('', 'boolean', { label: texts.consent, required: true }), 'agree', words);
  const refusal = h('p', { class: 'refusal', role: 'alert', tabindex: '-1', hidden: true });
  const element = h('form', { class: 'start', novalidate: true, 'aria-labelledby': 'start-heading' });
  const says = [texts.welcome, instructions].filter((text) => text !== null);
  element.append(
    h('h2', { id: 'start-heading', tabindex: '-1', dir: 'auto' }, title ?? words.startChat),
    ...(says.length > 0 ? says : [words.intro]).map((text) => h('p', { class: 'intro', dir: 'auto' }, text)),
    refusal,
    ...questions.parts,
    ...privacy(texts, words),
    ...(consent === null ? [] : [consent.element]),
    h('p', { class: 'consent', id: 'consent' }, words.consent),
    h('button', { type: 'submit', class: 'primary', 'aria-describedby': 'consent' }, words.startChat),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    refusal.hidden = true;
    const agreed = consent?.check() ?? true;
    const answers = questions.checked();
    // The questions come first on the page, and have the focus if anything is wrong in them.
    if (answers === null) return;
    if (agreed) start(answers);
    else consent?.focus();
  });
  return {
    element,
    answers: questions.answers,
    fill: questions.fill,
    showRefused(why, field) {
      if (field !== null && questions.blame(field, why)) return;
      refusal.textContent = fillText(words.lookAgain, { why });
      refusal.hidden = false;
      refusal.focus();
    },
    focus: questions.focus,
  };
}

function privacy({ privacy: text, privacyLink: link }: Config['texts'], words: Words): HTMLElement[] {
  const parts: (Node | string)[] = [];
  if (text !== null) parts.push(h('span', { dir: 'auto' }, text));
  if (link !== null) {
    const policy = h('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, words.privacyPolicy);
    parts.push(...(text === null ? [] : [' ']), policy);
  }
  return parts.length === 0 ? [] : [h('p', { class: 'privacy' }, ...parts)];
}
