import { describe, expect, it } from 'vitest';
import { keepsake } from './keepsake';

function store(items: Record<string, string> = {}): Storage {
  return {
    getItem: (name: string) => items[name] ?? null,
    setItem: (name: string, value: string) => void (items[name] = value),
    removeItem: (name: string) => void delete items[name],
  } as Storage;
}

const KEPT = { id: 'k3v9', token: 'k3v9.secret', name: 'Romeo' };

describe('what a page keeps of its visit', () => {
  it('is there after a reload, until it is dropped', () => {
    const items = {};
    keepsake('demo@w', () => store(items)).keep(KEPT);
    expect(keepsake('demo@w', () => store(items)).recall()).toEqual(KEPT);
    keepsake('demo@w', () => store(items)).drop();
    expect(keepsake('demo@w', () => store(items)).recall()).toBeNull();
  });

  it('is not that of another workgroup', () => {
    const items = {};
    keepsake('demo@w', () => store(items)).keep(KEPT);
    expect(keepsake('help@w', () => store(items)).recall()).toBeNull();
  });

  it.each(['not JSON', 'null', '7', '{}', '{"id":1,"token":"t","name":"n"}'])(
    'is nothing when it reads %s',
    (text) => {
      expect(keepsake('demo@w', () => store({ 'usher-visit:demo@w': text })).recall()).toBeNull();
    },
  );

  it('is nothing where the browser forbids it', () => {
    const forbidden = keepsake('demo@w', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    forbidden.keep(KEPT);
    forbidden.drop();
    expect(forbidden.recall()).toBeNull();
  });
});
