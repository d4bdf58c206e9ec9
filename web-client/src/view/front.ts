import type { Config, ServiceState } from '../chat/config';
import type { Draft } from '../chat/draft';
import type { MessageOutcome } from '../chat/message';
import { NAME, QUESTION, type Answers } from '../form/form';
import type { Words } from '../words/en';
import { button, h } from './dom';
import { messageForm } from './message-form';
import { startForm } from './start-form';

export interface FrontDeps {
  readonly config: Pick<Config, 'form' | 'texts' | 'messages' | 'state'>;
  readonly start: (answers: Answers) => void;
  readonly leaveMessage: (answers: Answers) => Promise<MessageOutcome>;
  readonly draft: Draft;
  readonly words: Words;
}

/** All that there is before a visit: the form, or that nobody can answer now, or a message to leave. */
export interface Front {
  readonly element: HTMLElement;
  /** The chat has opened, closed or filled up: the page follows, but never while somebody writes a message. */
  showState(state: ServiceState): void;
  showRefused(why: string, field: string | null): void;
  /** @param known what the customer has said already */
  showMessageForm(known: Answers): void;
  focus(): void;
}

type Side = 'form' | 'closed' | 'message';

export function front({ config, start, leaveMessage, draft, words }: FrontDeps): Front {
  const form = startForm(config, start, words);
  const message = messageForm({ send: leaveMessage, draft, words });
  const news = h('p', { class: 'news', role: 'status' });
  const heading = h('h2', { tabindex: '-1' });
  const text = h('p', { dir: 'auto' });
  const write = button(words.leaveMessage, () => showMessageForm({}), { class: 'primary' });
  const closed = h('section', { class: 'closed' }, heading, text, ...(config.messages ? [write] : []));
  const sides = { form: form.element, closed, message: message.element };
  const element = h('div', { class: 'front' }, news);
  let state: ServiceState = config.state;
  let side: Side = 'form';
  turnTo(sideOf(state));
  sayClosed();

  function sideOf(now: ServiceState): Side {
    return now === 'open' ? 'form' : 'closed';
  }

  function turnTo(next: Side): void {
    side = next;
    // The others are out of the page: two fields that ask for the name would be one too many.
    element.replaceChildren(news, sides[next]);
  }

  function sayClosed(): void {
    const isFull = state === 'full';
    heading.textContent = isFull ? words.busy : words.nobodyHere;
    text.textContent = isFull ? words.fullText : (config.texts.closed ?? words.closedText);
  }

  function showState(next: ServiceState): void {
    if (next === state) return;
    state = next;
    sayClosed();
    if (side === 'message') return offerForm();
    const hadFocus = element.contains(document.activeElement);
    turnTo(sideOf(next));
    news.replaceChildren(next === 'open' ? words.openNow : '');
    if (hadFocus) focus();
  }

  /** Whoever writes is not interrupted. */
  function offerForm(): void {
    news.replaceChildren();
    if (state === 'open') news.append(words.openOffer, ' ', button(words.chatInstead, chatInstead));
  }

  function chatInstead(): void {
    const { [NAME]: name = [], [QUESTION]: question = [] } = message.answers();
    form.fill({ [NAME]: name, [QUESTION]: question });
    news.replaceChildren();
    turnTo('form');
    form.focus();
  }

  function showMessageForm(known: Answers): void {
    turnTo('message');
    message.show({ ...form.answers(), ...known });
    offerForm();
  }

  function focus(): void {
    if (side === 'form') form.focus();
    else heading.focus();
  }

  return {
    element,
    showState,
    showRefused(why, field) {
      turnTo('form');
      form.showRefused(why, field);
    },
    showMessageForm,
    focus,
  };
}
