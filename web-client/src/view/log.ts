import type { DriveLine, DriveLog, DriveNews } from '../drive/pilot';
import type { ConversationLog, Delivery, MessageLine, Notice } from '../room/conversation';
import { h, legible, theirs } from './dom';
import { DELIVERY_WORDS, DRIVE_WORDS } from './words';

export interface LogView extends ConversationLog, DriveLog {
  readonly element: HTMLElement;
}

const NEAR_THE_END = 80;

/** The conversation as it goes on. Readers of the screen hear new lines only, not what changes in older ones. */
export function logView(now: () => number = Date.now): LogView {
  const element = h('div', {
    class: 'log',
    role: 'log',
    'aria-label': 'Conversation',
    'aria-relevant': 'additions',
    tabindex: '0',
  });
  const states = new Map<string, HTMLElement>();
  const marks = new Map<string, HTMLElement>();
  // Whoever has scrolled up to read is left there.
  let following = true;
  let height = 0;
  element.addEventListener('scroll', () => {
    // The card and the ending take their room from the log: this may be our own scrolling, in the room there was.
    if (element.clientHeight !== height) return;
    following = element.scrollHeight - element.scrollTop - height < NEAR_THE_END;
  });
  new ResizeObserver(() => {
    height = element.clientHeight;
    follow();
  }).observe(element);

  function follow(): void {
    if (following) element.scrollTop = element.scrollHeight;
  }

  function add(line: HTMLElement): void {
    element.append(line);
    follow();
  }

  function addMessage({ author, mine, text, stamp }: MessageLine): void {
    const who = h('span', { class: 'who' }, mine ? 'You' : theirs(author), ' ', time(stamp ?? now()));
    add(
      h(
        'div',
        { class: mine ? 'message mine' : 'message' },
        who,
        h('p', { class: 'text', dir: 'auto' }, text),
      ),
    );
  }

  function addOutgoing(id: string, text: string): void {
    const mark = h('span', { class: 'mark' });
    const who = h('span', { class: 'who' }, 'You', ' ', time(now()), ' ', mark);
    add(h('div', { class: 'message mine' }, who, h('p', { class: 'text', dir: 'auto' }, text)));
    marks.set(id, mark);
    markOutgoing(id, 'sending');
  }

  function markOutgoing(id: string, delivery: Delivery): void {
    const mark = marks.get(id);
    if (mark === undefined) return;
    mark.textContent = DELIVERY_WORDS[delivery];
    mark.dataset['delivery'] = delivery;
    if (delivery !== 'sending') marks.delete(id);
  }

  function addNotice(notice: Notice): void {
    add(h('p', { class: 'notice' }, ...noticeWords(notice)));
  }

  function addDrive(id: string, line: DriveLine, news: DriveNews, stamp: number | null): void {
    const state = h('span', { class: 'state' });
    const verb = news === 'refused' || news === 'expired' ? ' wanted to open ' : ' opens ';
    const what =
      line.host === null
        ? [h('span', { class: 'address' }, theirs(legible(line.address)))]
        : [h('strong', {}, line.host), ' — ', h('span', { class: 'address' }, legible(line.address))];
    const sentence = h('p', {}, theirs(line.by === '' ? 'Your guide' : line.by), verb, ...what);
    add(h('div', { class: 'drive' }, sentence, h('p', { class: 'how' }, state, ' ', time(stamp ?? now()))));
    states.set(id, state);
    updateDrive(id, news);
  }

  function updateDrive(id: string, news: DriveNews): void {
    const state = states.get(id);
    if (state === undefined) return;
    state.textContent = DRIVE_WORDS[news];
    state.dataset['news'] = news;
  }

  return { element, addMessage, addOutgoing, markOutgoing, addNotice, addDrive, updateDrive };
}

function noticeWords(notice: Notice): (Node | string)[] {
  switch (notice.what) {
    case 'joined':
      return [theirs(notice.who), ' has joined'];
    case 'left':
      return [theirs(notice.who), ' has left'];
    case 'renamed':
      return [theirs(notice.who), ' is now called ', theirs(notice.to)];
    case 'said':
      return [theirs(notice.text)];
  }
}

function time(millis: number): HTMLElement {
  const date = new Date(millis);
  const shown = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return h('time', { datetime: date.toISOString() }, shown);
}
