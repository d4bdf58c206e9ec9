import { expect, it } from 'vitest';
import { draft } from './draft';

const storage = (items = new Map<string, string>()) =>
  ({
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  }) as Storage;

it('a message that is being written is there after a reload, until it is sent', () => {
  const tab = storage();
  draft('demo', () => tab).keep({ question: ['Is it'] });
  expect(draft('demo', () => tab).recall()).toEqual({ question: ['Is it'] });
  expect(draft('verona', () => tab).recall()).toEqual({});
  draft('demo', () => tab).drop();
  expect(draft('demo', () => tab).recall()).toEqual({});
});

it.each(['null', '7', '{', '{"question":7}', '[]'])('a draft that is %s is none', (text) => {
  expect(draft('demo', () => storage(new Map([['usher-message:demo', text]]))).recall()).toEqual({});
});

it('does without a storage that the browser forbids', () => {
  const forbidden = draft('demo', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  forbidden.keep({ question: ['Is it'] });
  forbidden.drop();
  expect(forbidden.recall()).toEqual({});
});
