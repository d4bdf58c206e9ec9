import { beforeEach, describe, expect, it } from 'vitest';
import type { DriveLog } from '../drive/pilot';
import type { ConversationLog } from '../room/conversation';
import { en } from '../words/en';
import { transcript } from './transcript';

const silent: ConversationLog & DriveLog = {
  addMessage: () => {},
  addOutgoing: () => {},
  markOutgoing: () => {},
  addNotice: () => {},
  setQuiet: () => {},
  addDrive: () => {},
  updateDrive: () => {},
};
const line = { author: 'Nurse', mine: false, text: 'Not at all.', id: null, stamp: null };

describe('the transcript', () => {
  let now = 0;
  let kept: ReturnType<typeof transcript>;
  let log: typeof silent;

  beforeEach(() => {
    now = new Date(2026, 0, 1, 10, 0, 0).getTime();
    kept = transcript(en, 'en', () => now);
    log = kept.log(silent);
  });

  it('says who said what and when, and where the browser was led', () => {
    log.addNotice({ what: 'joined', who: 'Nurse' });
    log.addMessage({ ...line, text: 'Earlier.', stamp: now - 60_000 });
    log.addOutgoing('m1', 'Is it far?');
    log.markOutgoing('m1', 'sent');
    log.markOutgoing('m1', 'seen');
    now += 5_000;
    log.addMessage(line);
    log.addNotice({ what: 'renamed', who: 'Nurse', to: 'Angelica' });
    log.addDrive(
      'd1',
      { by: 'Angelica', host: 'a.example', address: 'https://a.example/b' },
      'received',
      null,
    );
    log.updateDrive('d1', 'arrived');
    log.addNotice({ what: 'said', text: 'The visit ends.' });
    expect(kept.text('Demo').replaceAll('\u202f', ' ')).toBe(`Demo

[Jan 1, 2026, 10:00:00 AM] Nurse has joined
[Jan 1, 2026, 9:59:00 AM] Nurse: Earlier.
[Jan 1, 2026, 10:00:00 AM] You: Is it far?
[Jan 1, 2026, 10:00:05 AM] Nurse: Not at all.
[Jan 1, 2026, 10:00:05 AM] Nurse is now called Angelica
[Jan 1, 2026, 10:00:05 AM] Angelica opens https://a.example/b (opened)
[Jan 1, 2026, 10:00:05 AM] The visit ends.
`);
  });

  it('does not say that what was never heard was said', () => {
    log.addOutgoing('m1', 'Is it far?');
    log.markOutgoing('m1', 'unsent');
    log.addOutgoing('m2', 'Hello?');
    expect(kept.text('Demo').match(/You.*/g)).toEqual([
      'You (not sent): Is it far?',
      'You (not sent): Hello?',
    ]);
  });

  it('does not let a text look like somebody else’s line', () => {
    log.addMessage({ ...line, text: 'a\n[10:00] You: I agree.\r\nb\u2028c' });
    expect(kept.text('Demo').split('\n').slice(3)).toEqual([
      '    [10:00] You: I agree.',
      '    b',
      '    c',
      '',
    ]);
  });

  it('is empty until something was shown, and knows whether an agent has said something', () => {
    expect([kept.text('Demo'), kept.hasAnswers()]).toEqual(['', false]);
    log.addMessage({ ...line, mine: true });
    expect(kept.hasAnswers()).toBe(false);
    log.addMessage(line);
    expect(kept.hasAnswers()).toBe(true);
  });
});
