// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { TabText } from '../chat/tab-text';
import { en } from '../words/en';
import { composer, LONGEST_MESSAGE } from './composer';

function setUp(kept = '') {
  const done: string[] = [];
  const draft: TabText = { keep: (text) => void (kept = text), recall: () => kept };
  const writing = composer(
    { say: (text) => done.push(`say ${text}`), write: (text) => done.push(`write ${text}`) },
    en,
    'en',
  );
  writing.restore(draft);
  document.body.replaceChildren(writing.element);
  const find = <Type extends HTMLElement>(selector: string) => document.querySelector<Type>(selector)!;
  const box = find<HTMLTextAreaElement>('textarea');
  return {
    done,
    writing,
    box,
    kept: () => kept,
    note: find('.surplus'),
    alarm: find('[role=status]'),
    types(text: string) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    },
    send: () => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true })),
  };
}

describe('the box for a message', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('takes a long text whole, says how much is too long, and sends it when it is shorter', () => {
    const text = 'x'.repeat(LONGEST_MESSAGE + 1_200);
    a.types(text);
    expect(a.box.value).toBe(text);
    expect(a.note.textContent).toBe('This is too long to be sent. Characters too many: 1,200');
    expect([a.note.hidden, a.box.getAttribute('aria-invalid')]).toEqual([false, 'true']);
    a.send();
    expect(a.box.value).toBe(text);
    expect(a.done.filter((what) => what.startsWith('say'))).toEqual([]);
    a.types(text.slice(1_200));
    expect([a.note.hidden, a.box.getAttribute('aria-invalid')]).toEqual([true, 'false']);
    a.send();
    expect(a.done.at(-1)).toBe(`say ${'x'.repeat(LONGEST_MESSAGE)}`);
    expect(a.box.value).toBe('');
  });

  it('announces it once, and again when it is tried to be sent', () => {
    a.types('x'.repeat(LONGEST_MESSAGE + 1));
    const first = 'This is too long to be sent. Characters too many: 1';
    expect(a.alarm.textContent).toBe(first);
    a.types('x'.repeat(LONGEST_MESSAGE + 2));
    expect(a.alarm.textContent).toBe(first);
    a.send();
    expect(a.alarm.textContent).toBe('This is too long to be sent. Characters too many: 2');
    a.types('x');
    expect(a.alarm.textContent).toBe('');
  });

  it('counts an emoji as one character', () => {
    a.types('👍'.repeat(LONGEST_MESSAGE));
    expect(a.note.hidden).toBe(true);
    a.send();
    expect(a.done.at(-1)).toBe(`say ${'👍'.repeat(LONGEST_MESSAGE)}`);
  });

  it('keeps a draft over a reload, until it is sent', () => {
    a.types('Is it f');
    expect(a.done).toEqual(['write Is it f']);
    a = setUp(a.kept());
    expect(a.box.value).toBe('Is it f');
    a.send();
    expect(a.done).toEqual(['say Is it f']);
    expect(a.kept()).toBe('');
    expect(setUp(a.kept()).box.value).toBe('');
  });

  it('forgets the draft when nothing more can be sent', () => {
    a.types('Is it f');
    a.writing.forget();
    expect(a.kept()).toBe('');
  });
});
