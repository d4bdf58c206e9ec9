import type { DriveLine, DriveLog, DriveNews } from '../drive/pilot';
import type { ConversationLog, Delivery, MessageLine, Notice } from '../room/conversation';
import { dayMarks } from './days';
import { h, legible, theirs } from './dom';
import { foldedAddress, foldedText } from './fold';
import type { Words } from '../words/en';
import { fill } from '../words/fill';
import { DRIVE_WORDS } from './sentences';
import { speech } from './speech';

export interface LogView extends ConversationLog, DriveLog {
  readonly element: HTMLElement;
  /** Whether the newest line is in sight. */
  isAtEnd(): boolean;
}

const NEAR_THE_END = 80;
/** What the same person says within that time has the name once. */
const ONE_BREATH_MILLIS = 180_000;
/** The card says by itself that it needs a click. */
const ANNOUNCED = new Set<DriveNews>(['arrived', 'no-page', 'unconfirmed', 'paused', 'expired']);

/** The conversation as it goes on. Readers of the screen hear new lines only, not what changes in older ones. */
export function logView(words: Words, tag: string, now: () => number = Date.now): LogView {
  const element = h('div', {
    class: 'log',
    role: 'log',
    'aria-label': words.conversation,
    'aria-relevant': 'additions',
    tabindex: '0',
  });
  const states = new Map<string, { state: HTMLElement; announce: (news: DriveNews) => void }>();
  const marks = new Map<string, HTMLElement>();
  const newDay = dayMarks(tag, now);
  let before: { who: string; stamp: number } | null = null;
  let quiet = false;
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

  function add(line: HTMLElement, stamp: number | null = null): void {
    before = null;
    const day = stamp === null ? null : newDay(stamp);
    if (day !== null) place(h('p', { class: 'notice day' }, day));
    place(line);
    follow();
  }

  function place(line: HTMLElement): void {
    // Within a log everything new is read out, but for what says that it is not.
    if (quiet) line.setAttribute('aria-live', 'off');
    element.append(line);
  }

  function time(millis: number): HTMLElement {
    const date = new Date(millis);
    const shown = date.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' });
    return h('time', { datetime: date.toISOString() }, shown);
  }

  function addMessage({ author, mine, text, id, stamp }: MessageLine): void {
    const said = stamp ?? now();
    if (mine) return addMine(id, text, 'sent', said);
    const again = before?.who === author && said - before.stamp < ONE_BREATH_MILLIS;
    const who = h('span', { class: again ? 'who unseen' : 'who' }, theirs(author), ' ', time(said));
    add(
      h('div', { class: again ? 'message again' : 'message' }, who, foldedText(text, speech, words.showAll)),
      said,
    );
    before = { who: author, stamp: said };
  }

  function addMine(id: string | null, text: string, delivery: Delivery, stamp: number): void {
    const mark = h('span', { class: 'mark' });
    const who = h('span', { class: 'who' }, words.you, ' ', time(stamp), ' ', mark);
    add(h('div', { class: 'message mine' }, who, foldedText(text, speech, words.showAll)), stamp);
    if (id === null) return;
    marks.set(id, mark);
    markOutgoing(id, delivery);
  }

  function markOutgoing(id: string, delivery: Delivery): void {
    const mark = marks.get(id);
    if (mark === undefined) return;
    mark.textContent = words[delivery];
    mark.dataset['delivery'] = delivery;
  }

  function setQuiet(isQuiet: boolean): void {
    quiet = isQuiet;
  }

  function addNotice(notice: Notice): void {
    add(h('div', { class: 'notice' }, ...noticeWords(notice, words)));
  }

  function addDrive(id: string, line: DriveLine, news: DriveNews, stamp: number | null): void {
    const state = h('span', { class: 'state' });
    const verb = news === 'refused' || news === 'expired' ? words.wantedToOpen : words.opens;
    const who = theirs(line.by === '' ? words.guide : line.by);
    const sentence = h('p', {}, ...fill(verb, { who, page: page(line, words.showAll) }));
    const said = stamp ?? now();
    add(h('div', { class: 'drive' }, sentence, h('p', { class: 'how' }, state, ' ', time(said))), said);
    const announced = h('span', { class: 'unseen' });
    states.set(id, { state, announce });
    showState(state, news);

    /** The change of a word within a log is not read out: what a drive has come to is said in a sentence of its own. */
    function announce(later: DriveNews): void {
      if (!ANNOUNCED.has(later)) return;
      const what =
        later === 'arrived'
          ? fill(words.openedThere, { who: who.cloneNode(true), page: line.host ?? '' })
          : [words[DRIVE_WORDS[later]]];
      announced.replaceChildren(h('span', {}, ...what));
      state.after(announced);
    }
  }

  function updateDrive(id: string, news: DriveNews): void {
    const known = states.get(id);
    if (known === undefined) return;
    showState(known.state, news);
    known.announce(news);
  }

  function showState(state: HTMLElement, news: DriveNews): void {
    state.textContent = words[DRIVE_WORDS[news]];
    state.dataset['news'] = news;
  }

  return {
    element,
    isAtEnd: () => following && !element.hidden,
    addMessage,
    addOutgoing: (id, text) => addMine(id, text, 'sending', now()),
    markOutgoing,
    addNotice,
    setQuiet,
    addDrive,
    updateDrive,
  };
}

/** The host as the parser reads it, and the address as it is: neither is a link, nor is it read as anything but text. */
function page({ host, address }: DriveLine, showAll: string): Node {
  const shown = foldedAddress(legible(address), showAll);
  return host === null ? theirs(shown) : h('bdi', { dir: 'ltr' }, h('strong', {}, host), ' — ', shown);
}

function noticeWords(notice: Notice, words: Words): (Node | string)[] {
  switch (notice.what) {
    case 'joined':
      return fill(words.joined, { who: theirs(notice.who) });
    case 'left':
      return fill(words.left, { who: theirs(notice.who) });
    case 'renamed':
      return fill(words.renamed, { who: theirs(notice.who), to: theirs(notice.to) });
    case 'said':
      return [foldedText(notice.text, theirs, words.showAll)];
  }
}
