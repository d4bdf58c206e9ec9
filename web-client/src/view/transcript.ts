import type { DriveLine, DriveLog, DriveNews } from '../drive/pilot';
import type { ConversationLog, Delivery, MessageLine, Notice } from '../room/conversation';
import type { Words } from '../words/en';
import { fill } from '../words/fill';
import { DRIVE_WORDS } from './sentences';

/** What was shown of a conversation, to be kept by the customer as a text. */
export interface Transcript {
  /** Stands before the log, and writes down what is shown. */
  log<Log extends ConversationLog & DriveLog>(log: Log): Log;
  /** Whether an agent has said something. */
  hasAnswers(): boolean;
  /** The whole of it. Empty if nothing was shown. */
  text(title: string): string;
}

interface Entry {
  readonly at: number;
  readonly words: () => string;
}

/**
 * @param tag the language of the words (BCP 47)
 * @param now in milliseconds since 1970
 */
export function transcript(words: Words, tag: string, now: () => number = Date.now): Transcript {
  const entries: Entry[] = [];
  const deliveries = new Map<string, Delivery>();
  const drives = new Map<string, DriveNews>();
  const shown = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  let answered = false;

  const say = (sentence: string, parts: Record<string, string>) => fill(sentence, parts).join('');

  function write(stamp: number | null, line: () => string): void {
    entries.push({ at: stamp ?? now(), words: line });
  }

  function writeMessage({ author, mine, text, stamp }: MessageLine): void {
    answered ||= !mine;
    write(stamp, () => `${mine ? words.you : author}: ${text}`);
  }

  function writeOutgoing(id: string, text: string): void {
    deliveries.set(id, 'sending');
    write(null, () => {
      const isSent = ['sent', 'seen'].includes(deliveries.get(id) ?? '');
      return `${words.you}${isSent ? '' : ` (${words.unsent})`}: ${text}`;
    });
  }

  function writeNotice(notice: Notice): void {
    write(null, () =>
      notice.what === 'said' ? notice.text : say(words[notice.what], { to: '', ...notice }),
    );
  }

  function writeDrive(id: string, { by, address }: DriveLine, stamp: number | null): void {
    write(stamp, () => {
      const sentence = say(words.opens, { who: by === '' ? words.guide : by, page: address });
      return `${sentence} (${words[DRIVE_WORDS[drives.get(id) ?? 'earlier']]})`;
    });
  }

  return {
    log: (log) => ({
      ...log,
      addMessage: (line) => (writeMessage(line), log.addMessage(line)),
      addOutgoing: (id, text) => (writeOutgoing(id, text), log.addOutgoing(id, text)),
      markOutgoing: (id, delivery) => (deliveries.set(id, delivery), log.markOutgoing(id, delivery)),
      addNotice: (notice) => (writeNotice(notice), log.addNotice(notice)),
      addDrive(id, line, news, stamp) {
        drives.set(id, news);
        writeDrive(id, line, stamp);
        log.addDrive(id, line, news, stamp);
      },
      updateDrive: (id, news) => (drives.set(id, news), log.updateDrive(id, news)),
    }),
    hasAnswers: () => answered,
    text(title) {
      if (entries.length === 0) return '';
      // A line that goes on is moved in: nobody's text can look like somebody else's line.
      const lines = entries.map(({ at, words: line }) => `[${shown.format(at)}] ${indented(line())}`);
      return `${title}\n\n${lines.join('\n')}\n`;
    },
  };
}

function indented(text: string): string {
  return text.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n    ');
}
