import type { Ending } from '../chat/ending';
import type { Card } from '../drive/passage';
import type { DriveNews } from '../drive/pilot';
import type { Delivery } from '../room/conversation';

/** Every sentence that depends on what happened; those that never change stand where they are shown. */

export interface EndingWords {
  readonly heading: string;
  readonly text: string;
  /** The way on, if there is one. */
  readonly again: 'Try again' | 'Start again' | 'Use it here' | null;
}

export const ENDINGS: Readonly<Record<Ending, EndingWords>> = {
  'left-queue': {
    heading: 'You have left the line',
    text: 'You can close this page, or start again whenever you like.',
    again: 'Start again',
  },
  'nobody-came': {
    heading: 'Nobody could take your chat',
    text: 'We are sorry: all agents are busy or have left. Please try again later.',
    again: 'Try again',
  },
  ended: {
    heading: 'The visit has ended',
    text: 'Thank you for your visit. The second window stays open until you close it.',
    again: 'Start again',
  },
  'ended-by-customer': {
    heading: 'The visit has ended',
    text: 'You have left the chat. The second window stays open until you close it.',
    again: 'Start again',
  },
  'nobody-here': {
    heading: 'Nobody is here right now',
    text: 'There is no agent to answer you at the moment. Please try again later.',
    again: 'Try again',
  },
  busy: {
    heading: 'Too many people are waiting',
    text: 'The line is full at the moment. Please try again in a few minutes.',
    again: 'Try again',
  },
  'not-let-in': {
    heading: 'This chat is not open to you',
    text: 'The chat has turned your request down. Please reach the website’s owner in another way.',
    again: null,
  },
  'unknown-workgroup': {
    heading: 'This chat does not exist any more',
    text: 'Please go back to the website that brought you here and look for its current chat link.',
    again: null,
  },
  unreachable: {
    heading: 'The chat cannot be reached',
    text: 'Please check your connection to the internet and try again.',
    again: 'Try again',
  },
  misconfigured: {
    heading: 'This chat is not set up correctly',
    text: 'The fault is on our side. Please tell the owner of the website that brought you here.',
    again: 'Try again',
  },
  'over-meanwhile': {
    heading: 'The visit has ended',
    text: 'It ended while you were away. You can start again whenever you like.',
    again: 'Start again',
  },
  elsewhere: {
    heading: 'The chat goes on in another tab',
    text: 'You can close this one, or take the chat over.',
    again: 'Use it here',
  },
  'no-room': {
    heading: 'You could not be connected to the agent',
    text: 'The fault is on our side. Please try again.',
    again: 'Try again',
  },
};

export const DRIVE_WORDS: Readonly<Record<DriveNews, string>> = {
  received: 'opening …',
  attached: 'opening …',
  arrived: 'opened',
  detached: 'opened',
  'no-page': 'the page is slow to come, or it is a download',
  unconfirmed: 'the second window does not answer',
  'needs-click': 'waiting for your click',
  refused: 'not opened: this address is not allowed',
  expired: 'not opened: too late',
  superseded: 'a newer page took its place',
  dropped: 'not followed up: the chat was over',
  earlier: 'before you came in',
};

export const DELIVERY_WORDS: Readonly<Record<Delivery, string>> = {
  sending: 'sending …',
  sent: '✓',
  unsent: 'not sent',
};

export const CARD_WORDS: Readonly<Record<Card['because'], string>> = {
  closed: 'The second window is closed. Continue to open this page in a new one.',
  lost: 'The second window can no longer be guided. Continue to open this page in a new one.',
  blocked: 'Your browser has kept the second window from opening. Continue to open this page in it.',
  silent:
    'The second window does not answer. Perhaps it is asking you something: look there, or continue in a new one.',
};

export function positionWords(position: number | null): string {
  return position === null ? 'You are in the line' : `You are number ${position} in the line`;
}
