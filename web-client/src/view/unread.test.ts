import { expect, it } from 'vitest';
import type { ConversationLog, MessageLine } from '../room/conversation';
import { countUnread } from './unread';

function setUp() {
  const shown: number[] = [];
  const lines: string[] = [];
  let isSeen = false;
  const plain: ConversationLog = {
    addMessage: ({ text }) => lines.push(text),
    addOutgoing: () => {},
    markOutgoing: () => {},
    addNotice: () => {},
    setQuiet: () => {},
  };
  const unread = countUnread(
    () => isSeen,
    (count) => shown.push(count),
  );
  const log = unread.log(plain);
  const line = (changes: Partial<MessageLine>): MessageLine => ({
    author: 'Nurse',
    mine: false,
    text: 'a',
    id: null,
    stamp: null,
    ...changes,
  });
  return { shown, lines, unread, log, line, see: (sees: boolean) => (isSeen = sees) };
}

it('counts what others say while nobody looks, until somebody does', () => {
  const a = setUp();
  a.log.addMessage(a.line({}));
  a.log.addMessage(a.line({ mine: true }));
  a.log.addMessage(a.line({ text: 'b' }));
  expect(a.shown).toEqual([1, 2]);
  a.see(true);
  a.unread.look();
  a.unread.look();
  a.log.addMessage(a.line({ text: 'c' }));
  expect(a.shown).toEqual([1, 2, 0]);
  expect(a.lines).toEqual(['a', 'a', 'b', 'c']);
});

it('does not count again what was there before a reload', () => {
  const a = setUp();
  a.log.setQuiet(true);
  a.log.addMessage(a.line({ stamp: 1 }));
  a.log.setQuiet(false);
  expect(a.shown).toEqual([]);
  a.log.addMessage(a.line({ stamp: 2 }));
  expect(a.shown).toEqual([1]);
});
