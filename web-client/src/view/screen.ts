import type { Config, ServiceState } from '../chat/config';
import type { Draft } from '../chat/draft';
import type { TabText } from '../chat/tab-text';
import type { Ending } from '../chat/ending';
import type { MessageOutcome } from '../chat/message';
import type { VisitScreen } from '../chat/visit';
import type { GuidedView, LeadView } from '../drive/passage';
import type { Answers } from '../form/form';
import { composer } from './composer';
import { button, h, theirs } from './dom';
import { farewell, type FarewellActions } from './farewell';
import { guideCard } from './guide-card';
import { leadBar } from './lead-bar';
import { front, type Front } from './front';
import type { Language } from '../words/languages';
import { fill } from '../words/fill';
import { pageTitle } from './page-title';
import { ENDINGS } from './sentences';
import { waitingRoom } from './waiting-room';

export interface ScreenActions extends FarewellActions {
  start(answers: Answers): void;
  leaveMessage(answers: Answers): Promise<MessageOutcome>;
  leaveQueue(): void;
  say(text: string): void;
  /** The customer is writing: what there is so far. */
  write(text: string): void;
  endChat(): void;
  proceed(): void;
  openWindow(): void;
  stopLead(): void;
  letLead(): void;
  reload(): void;
  /** Takes the chat over from another tab. */
  useHere(): void;
}

export interface Screen extends VisitScreen {
  showStart(config: FrontConfig, draft: Draft): void;
  /** Whether the chat is open, while nobody chats. */
  showState(state: ServiceState): void;
  showGuided(view: GuidedView): void;
  /** Something else that can be sent: its button stands beside the box, and what becomes of it above. */
  addTool(tool: { readonly button: HTMLElement; readonly strip: HTMLElement }): void;
  /** How many lines have come while the customer did not look. */
  showUnread(count: number): void;
  /** Goes on with what was written before a reload. */
  restoreDraft(draft: TabText): void;
  showLead(view: LeadView): void;
}

export type FrontConfig = Pick<Config, 'title' | 'logo' | 'form' | 'texts' | 'messages' | 'state'>;

type Stage = 'loading' | 'start' | 'waiting' | 'conversation';

/** The whole page: one stage at a time, the card and the ending below whatever is shown. */
export function createScreen(
  root: HTMLElement,
  log: HTMLElement,
  actions: ScreenActions,
  { words, tag }: Pick<Language, 'words' | 'tag'>,
): Screen {
  const title = h('h1', {}, words.chat);
  const brand = h('div', { class: 'brand' }, title);
  const tab = pageTitle(document);
  const endChat = button(words.endChat, actions.endChat, { class: 'quiet', hidden: true });
  let entrance: Front | null = null;
  const porch = h('div', { class: 'porch' });
  const waiting = waitingRoom(actions.leaveQueue, words, tag);
  const writing = composer(actions, words, tag);
  // Who listens to the page is not told at each start and stop.
  const typist = h('p', { class: 'typist', 'aria-live': 'off' });
  const card = guideCard({
    proceed: actions.proceed,
    openWindow: actions.openWindow,
    focusLost: () => writing.focus(),
    words,
  });
  const bar = leadBar({
    stop: actions.stopLead,
    letLead: actions.letLead,
    focusLost: () => writing.focus(),
    words,
  });
  // The bar knows whether it has anything to say, the stage whether this is the time for it.
  const lead = h('div', {}, bar.element);
  const ending = h('section', { class: 'ending', hidden: true });
  const banner = h('p', { class: 'banner', role: 'status' });

  root.replaceChildren(
    h('header', {}, brand, endChat),
    banner,
    h('main', {}, porch, waiting.element, lead, log, typist, card.element, writing.element, ending),
  );
  let stage: Stage = 'loading';
  turnTo('loading');

  function turnTo(next: Stage): void {
    stage = next;
    porch.hidden = next !== 'start';
    waiting.element.hidden = next !== 'waiting';
    lead.hidden =
      log.hidden =
      typist.hidden =
      writing.element.hidden =
      endChat.hidden =
        next !== 'conversation';
  }

  function turnToWaiting(): void {
    if (stage === 'waiting') return;
    turnTo('waiting');
    waiting.begin();
  }

  function wayOn(again: 'tryAgain' | 'startAgain' | 'useHere'): () => void {
    return again === 'useHere' ? actions.useHere : actions.reload;
  }

  return {
    showStart(config, draft) {
      tab.name(config.title);
      title.textContent = config.title;
      if (config.logo !== null) brand.prepend(h('img', { class: 'logo', src: config.logo, alt: '' }));
      const { start, leaveMessage } = actions;
      entrance = front({ config, start, leaveMessage, draft, words });
      porch.replaceChildren(entrance.element);
      turnTo('start');
      entrance.focus();
    },
    showState: (state) => entrance?.showState(state),
    showRefused(why, field) {
      turnTo('start');
      entrance?.showRefused(why, field);
    },
    showMessageForm(answers) {
      tab.badge(null);
      turnTo('start');
      entrance?.showMessageForm(answers);
    },
    showConnecting() {
      waiting.say(words.connecting, words.takesAMoment);
      turnToWaiting();
    },
    showWaiting(position, wait) {
      tab.badge(position === null ? null : `${position}`);
      waiting.sayPlace(position, wait);
      turnToWaiting();
    },
    showEntering() {
      tab.badge(words.agentIsHere);
      waiting.sayEntering();
      turnToWaiting();
    },
    showConversation() {
      turnTo('conversation');
      writing.focus();
    },
    showWriting(who) {
      typist.replaceChildren(...(who === null ? [] : fill(words.writes, { who: theirs(who) })));
    },
    showReconnecting(on) {
      const news = on ? words.reconnecting : '';
      if (banner.textContent !== news) banner.textContent = news;
    },
    showGuided: (view) => card.show(view),
    addTool: (tool) => writing.addTool(tool),
    showUnread: (count) => tab.badge(count === 0 ? null : new Intl.NumberFormat(tag).format(count)),
    restoreDraft: (draft) => writing.restore(draft),
    showLead: (view) => bar.show(view),
    showEnding(how: Ending) {
      const { heading: title, text, again } = ENDINGS[how];
      const heading = h('h2', { tabindex: '-1' }, words[title]);
      ending.replaceChildren(heading, h('p', {}, words[text]));
      ending.append(...farewell(how, actions, words));
      if (again !== null) ending.append(button(words[again], wayOn(again), { class: 'primary' }));
      // Another tab goes on with the text as well.
      if (how !== 'elsewhere') writing.forget();
      // What was said stays to be read.
      tab.badge(null);
      porch.hidden =
        waiting.element.hidden =
        lead.hidden =
        typist.hidden =
        writing.element.hidden =
        endChat.hidden =
          true;
      ending.hidden = false;
      heading.focus();
    },
  };
}
