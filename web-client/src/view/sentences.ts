import type { Ending } from '../chat/ending';
import type { Card } from '../drive/passage';
import type { DriveNews } from '../drive/pilot';
import type { MessageOutcome } from '../chat/message';
import type { Mistake } from '../form/check';
import type { Words } from '../words/en';

/** Which sentence says what has happened. */

type Key = keyof Words;

export interface EndingWords {
  readonly heading: Key;
  readonly text: Key;
  /** The way on, if there is one. */
  readonly again: 'tryAgain' | 'startAgain' | 'useHere' | null;
}

export const ENDINGS: Readonly<Record<Ending, EndingWords>> = {
  'left-queue': { heading: 'leftQueue', text: 'leftQueueText', again: 'startAgain' },
  'nobody-came': { heading: 'nobodyCame', text: 'nobodyCameText', again: 'tryAgain' },
  ended: { heading: 'ended', text: 'endedText', again: 'startAgain' },
  'ended-by-customer': { heading: 'ended', text: 'endedByYouText', again: 'startAgain' },
  'nobody-here': { heading: 'nobodyHere', text: 'nobodyHereText', again: 'tryAgain' },
  busy: { heading: 'busy', text: 'busyText', again: 'tryAgain' },
  'too-many-mine': { heading: 'tooManyMine', text: 'tooManyMineText', again: 'tryAgain' },
  'too-many-here': { heading: 'tooManyHere', text: 'tooManyHereText', again: 'tryAgain' },
  'not-let-in': { heading: 'notLetIn', text: 'notLetInText', again: null },
  'unknown-workgroup': { heading: 'unknownChat', text: 'unknownChatText', again: null },
  unreachable: { heading: 'unreachable', text: 'unreachableText', again: 'tryAgain' },
  misconfigured: { heading: 'misconfigured', text: 'misconfiguredText', again: 'tryAgain' },
  'over-meanwhile': { heading: 'ended', text: 'endedMeanwhileText', again: 'startAgain' },
  elsewhere: { heading: 'elsewhere', text: 'elsewhereText', again: 'useHere' },
  'no-room': { heading: 'noRoom', text: 'noRoomText', again: 'tryAgain' },
};

export const MISTAKE_WORDS: Readonly<Record<Mistake['what'], Key>> = {
  missing: 'fillIn',
  unchosen: 'chooseOne',
  unticked: 'tick',
  address: 'wrongAddress',
  phone: 'wrongPhone',
  whole: 'wrongWhole',
  number: 'wrongNumber',
  range: 'wrongRange',
  least: 'wrongLeast',
  most: 'wrongMost',
  pattern: 'wrongPattern',
};

export const MESSAGE_WORDS: Readonly<Record<Exclude<MessageOutcome['what'], 'sent' | 'invalid'>, Key>> = {
  'not-taken': 'messageNotTaken',
  'too-many': 'messageTooMany',
  later: 'messageLater',
  unreachable: 'messageUnsent',
};

export const DRIVE_WORDS: Readonly<Record<DriveNews, Key>> = {
  received: 'driveOpening',
  attached: 'driveOpening',
  arrived: 'driveOpened',
  detached: 'driveOpened',
  'no-page': 'driveNoPage',
  unconfirmed: 'driveUnconfirmed',
  'needs-click': 'driveNeedsClick',
  paused: 'drivePaused',
  refused: 'driveRefused',
  expired: 'driveExpired',
  superseded: 'driveSuperseded',
  dropped: 'driveDropped',
  vetoed: 'driveVetoed',
  earlier: 'driveEarlier',
};

export const CARD_WORDS: Readonly<Record<Card['because'], Key>> = {
  closed: 'cardClosed',
  lost: 'cardLost',
  blocked: 'cardBlocked',
  silent: 'cardSilent',
};
