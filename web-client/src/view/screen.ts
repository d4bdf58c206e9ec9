import type { Ending } from '../chat/ending';
import type { VisitScreen } from '../chat/visit';
import type { GuidedView } from '../drive/passage';
import type { Answers } from '../wire/queue';
import { composer } from './composer';
import { button, h } from './dom';
import { guideCard } from './guide-card';
import { startForm } from './start-form';
import type { Words } from '../words/en';
import { fillText } from '../words/fill';
import { ENDINGS } from './sentences';

export interface ScreenActions {
  start(answers: Answers): void;
  leaveQueue(): void;
  say(text: string): void;
  endChat(): void;
  proceed(): void;
  openWindow(): void;
  reload(): void;
  /** Takes the chat over from another tab. */
  useHere(): void;
}

export interface Screen extends VisitScreen {
  showStart(title: string): void;
  showGuided(view: GuidedView): void;
}

type Stage = 'loading' | 'start' | 'waiting' | 'conversation';

/** The whole page: one stage at a time, the card and the ending below whatever is shown. */
export function createScreen(
  root: HTMLElement,
  log: HTMLElement,
  actions: ScreenActions,
  words: Words,
): Screen {
  const title = h('h1', {}, words.chat);
  const endChat = button(words.endChat, actions.endChat, { class: 'quiet', hidden: true });
  const form = startForm(actions.start, words);
  const place = h('h2', { tabindex: '-1' });
  const patience = h('p');
  const leave = button(words.leaveQueue, () => ((leave.disabled = true), actions.leaveQueue()), {
    class: 'quiet',
  });
  // Announced as a whole when it changes, and the button is not part of it.
  const waiting = h('section', { class: 'waiting' }, h('div', { role: 'status' }, place, patience), leave);
  const writing = composer(actions.say, words);
  const card = guideCard({
    proceed: actions.proceed,
    openWindow: actions.openWindow,
    focusLost: () => writing.focus(),
    words,
  });
  const ending = h('section', { class: 'ending', hidden: true });
  const banner = h('p', { class: 'banner', role: 'status' });

  root.replaceChildren(
    h('header', {}, title, endChat),
    banner,
    h('main', {}, form.element, waiting, log, card.element, writing.element, ending),
  );
  let stage: Stage = 'loading';
  turnTo('loading');

  function turnTo(next: Stage): void {
    stage = next;
    form.element.hidden = next !== 'start';
    waiting.hidden = next !== 'waiting';
    log.hidden = writing.element.hidden = endChat.hidden = next !== 'conversation';
  }

  function showWaitingWords(heading: string, text: string): void {
    if (place.textContent !== heading) place.textContent = heading;
    if (patience.textContent !== text) patience.textContent = text;
    if (stage === 'waiting') return;
    turnTo('waiting');
    place.focus();
  }

  function wayOn(again: 'tryAgain' | 'startAgain' | 'useHere'): () => void {
    return again === 'useHere' ? actions.useHere : actions.reload;
  }

  return {
    showStart(name) {
      document.title = title.textContent = name;
      turnTo('start');
      form.focus();
    },
    showConnecting: () => showWaitingWords(words.connecting, words.takesAMoment),
    showWaiting: (position) =>
      showWaitingWords(
        position === null ? words.inLine : fillText(words.position, { position: String(position) }),
        words.soon,
      ),
    showEntering() {
      leave.hidden = true;
      showWaitingWords(words.agentIsHere, words.entering);
    },
    showConversation() {
      turnTo('conversation');
      writing.focus();
    },
    showReconnecting(on) {
      const news = on ? words.reconnecting : '';
      if (banner.textContent !== news) banner.textContent = news;
    },
    showGuided: (view) => card.show(view),
    showEnding(how: Ending) {
      const { heading: title, text, again } = ENDINGS[how];
      const heading = h('h2', { tabindex: '-1' }, words[title]);
      ending.replaceChildren(heading, h('p', {}, words[text]));
      if (again !== null) ending.append(button(words[again], wayOn(again), { class: 'primary' }));
      // What was said stays to be read.
      form.element.hidden = waiting.hidden = writing.element.hidden = endChat.hidden = true;
      ending.hidden = false;
      heading.focus();
    },
  };
}
