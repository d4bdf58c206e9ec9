import { expect, it } from 'vitest';
import { tabText } from './tab-text';

it('keeps a text in the tab until it is empty', () => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  } as Storage;
  const draft = () => tabText('usher-draft', () => storage);
  expect(draft().recall()).toBe('');
  draft().keep('Is it f');
  expect(draft().recall()).toBe('Is it f');
  draft().keep('');
  expect([...items]).toEqual([]);
});

it('does without where the browser allows no storage', () => {
  const draft = tabText('usher-draft', () => {
    throw new DOMException('', 'SecurityError');
  });
  draft.keep('Is it f');
  expect(draft.recall()).toBe('');
});
