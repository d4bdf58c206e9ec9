import type { Words } from '../words/en';
import { fillText } from '../words/fill';
import { waitWords } from '../words/wait';
import { button, h } from './dom';

/** What is seen from the click till the conversation begins. */
export interface WaitingRoom {
  readonly element: HTMLElement;
  say(heading: string, text: string): void;
  sayPlace(position: number | null, wait: number | null): void;
  sayEntering(): void;
  /** It is seen now: what it says is read out. */
  begin(): void;
}

export function waitingRoom(leaveQueue: () => void, words: Words, tag: string): WaitingRoom {
  const place = h('h2', { tabindex: '-1' });
  const wait = h('p', { class: 'wait' });
  const patience = h('p');
  const leave = button(words.leaveQueue, goAway, { class: 'quiet' });
  // Announced as a whole when it changes, and the button is not part of it.
  const status = h('div', { role: 'status' }, place, wait, patience);
  const dots = h('div', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  const element = h('section', { class: 'waiting' }, dots, status, leave);

  function goAway(): void {
    leave.disabled = true;
    leaveQueue();
  }

  function say(heading: string, text: string, expected = ''): void {
    leave.hidden = false;
    // What has not changed is not read out again.
    const news: [HTMLElement, string][] = [
      [place, heading],
      [wait, expected],
      [patience, text],
    ];
    for (const [part, sentence] of news) if (part.textContent !== sentence) part.textContent = sentence;
  }

  return {
    element,
    say,
    sayPlace(position, seconds) {
      const number = position === null ? '' : new Intl.NumberFormat(tag).format(position);
      say(
        position === null ? words.inLine : fillText(words.position, { position: number }),
        words.soon,
        seconds === null ? '' : waitWords(seconds, words, tag),
      );
    },
    sayEntering() {
      say(words.agentIsHere, words.entering);
      leave.hidden = true;
    },
    begin() {
      leave.disabled = false;
      place.focus();
    },
  };
}
