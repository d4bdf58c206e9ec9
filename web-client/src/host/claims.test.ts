import { describe, expect, it } from 'vitest';
import { readAttributes, readFragment, readIdentity, takeFragment } from './claims';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.c2lnbmF0dXJl';

describe('what a website says about its customer', () => {
  it('is read from behind the #, and taken off the address', () => {
    const replaced: unknown[] = [];
    const page = {
      hash: `#identity=${TOKEN}&attribute.order=4711&attribute.basket=2+lamps&top`,
      pathname: '/usher/c/demo',
      search: '?lang=de',
    };
    const history = { state: 'as it was', replaceState: (...call: unknown[]) => void replaced.push(call) };
    expect(takeFragment(page, history)).toEqual({
      identity: TOKEN,
      attributes: { order: '4711', basket: '2 lamps' },
    });
    expect(replaced).toEqual([['as it was', '', '/usher/c/demo?lang=de']]);
  });

  it.each(['', '#', '#top', '#order=4711'])('is not in %j, which is left alone', (hash) => {
    const history = {
      state: null,
      replaceState: () => {
        throw new Error('touched');
      },
    };
    expect(takeFragment({ hash, pathname: '/', search: '' }, history)).toBeNull();
  });

  it('is off the address even when the token is none', () => {
    expect(readFragment('#identity=Romeo')).toEqual({ identity: null, attributes: {} });
  });

  it.each([null, 7, '', 'a.b', 'a.b.c.d', 'a.b.c d', '<a>.b.c', `a.b.${'c'.repeat(4096)}`])(
    'has no token in %j',
    (value) => expect(readIdentity(value)).toBeNull(),
  );

  it('keeps within limits', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`key${n}`, 'x']));
    expect(Object.keys(readAttributes(many))).toHaveLength(20);
    expect(
      readAttributes({
        good: 'x',
        'a b': 'x',
        '1st': 'x',
        ['k'.repeat(65)]: 'x',
        long: 'x'.repeat(501),
        empty: '',
        number: 7,
        nested: {},
      }),
    ).toEqual({ good: 'x' });
    expect([null, 'text', 7, undefined].map(readAttributes)).toEqual([{}, {}, {}, {}]);
  });
});
