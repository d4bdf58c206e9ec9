// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { standstillStore } from './standstill';

const held = { id: 'd1', href: 'https://shop.example/', host: 'shop.example', by: 'Nurse', expires: 5 };
const store = standstillStore('demo@workgroup.example.org', () => sessionStorage);

describe('the choice not to be led', () => {
  beforeEach(() => sessionStorage.clear());

  it('is kept, with the drive that waits, until it is taken back', () => {
    expect(store.recall()).toBeNull();
    store.keep({ held });
    expect(store.recall()).toEqual({ held });
    store.keep({ held: null });
    expect(store.recall()).toEqual({ held: null });
    store.keep(null);
    expect(store.recall()).toBeNull();
  });

  it.each([
    ['nothing of use', '{}'],
    ['half a drive', JSON.stringify({ held: { id: 'd1' } })],
    ['an address that is none', JSON.stringify({ held: { ...held, href: 'javascript:alert(1)' } })],
  ])('is kept where there is %s besides', (_what, text) => {
    store.keep({ held });
    sessionStorage.setItem(sessionStorage.key(0)!, text);
    expect(store.recall()).toEqual({ held: null });
  });

  it('ends with the page where nothing can be stored', () => {
    const none = standstillStore('demo@workgroup.example.org', () => {
      throw new DOMException('blocked', 'SecurityError');
    });
    none.keep({ held });
    expect(none.recall()).toBeNull();
  });
});
