import type { Draft } from '../chat/draft';
import type { MessageOutcome } from '../chat/message';
import { EMAIL, valueOf, type Answers } from '../form/form';
import { messageQuestions } from '../form/questions';
import type { Words } from '../words/en';
import { fill } from '../words/fill';
import { h, theirs } from './dom';
import { questionnaire } from './questionnaire';
import { MESSAGE_WORDS } from './sentences';

export interface MessageForm {
  readonly element: HTMLElement;
  answers(): Answers;
  /** What is known already is not asked for again; what was written here before stays. */
  show(known: Answers): void;
}

export interface MessageFormDeps {
  readonly send: (answers: Answers) => Promise<MessageOutcome>;
  readonly draft: Draft;
  readonly words: Words;
}

/** Where a message is left when nobody can answer. The text stays until it is sure that it has arrived. */
export function messageForm({ send, draft, words }: MessageFormDeps): MessageForm {
  const { fields } = messageQuestions(words);
  const questions = questionnaire(fields, 'm', words);
  const trouble = h('p', { class: 'refusal', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', class: 'primary' }, words.sendMessage);
  const heading = h('h2', { tabindex: '-1' }, words.leaveMessage);
  const form = h('form', { novalidate: true }, ...questions.parts, trouble, submit);
  const element = h('section', { class: 'message-form' }, heading, h('p', {}, words.leaveMessageText), form);

  form.addEventListener('input', () => draft.keep(questions.answers()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') === 'true') return;
    trouble.hidden = true;
    const answers = questions.checked();
    if (answers !== null) void sendNow(answers);
  });

  async function sendNow(answers: Answers): Promise<void> {
    setBusy(true);
    const outcome = await send(answers);
    setBusy(false);
    if (outcome.what === 'sent') return thank(answers);
    if (outcome.what === 'invalid') {
      // The server is stricter than we are, and names the field.
      const sentence = outcome.field === EMAIL ? words.wrongAddress : words.wrongPattern;
      if (questions.blame(outcome.field, sentence)) return;
    }
    trouble.textContent = words[MESSAGE_WORDS[outcome.what === 'invalid' ? 'later' : outcome.what]];
    trouble.hidden = false;
  }

  /** Not disabled: that would take the focus away. */
  function setBusy(isBusy: boolean): void {
    submit.setAttribute('aria-disabled', String(isBusy));
    submit.textContent = isBusy ? words.sending : words.sendMessage;
  }

  function thank(answers: Answers): void {
    draft.drop();
    heading.textContent = words.messageSent;
    const email = theirs(valueOf(answers, EMAIL));
    element.replaceChildren(heading, h('p', {}, ...fill(words.messageSentText, { email })));
    heading.focus();
  }

  return {
    element,
    answers: questions.answers,
    show(known) {
      questions.fill(known);
      questions.fill(draft.recall());
      heading.focus();
    },
  };
}
