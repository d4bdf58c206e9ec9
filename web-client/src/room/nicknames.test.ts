import { describe, expect, it } from 'vitest';
import { asNickname, nicknames } from './nicknames';

describe('the customer’s name in the room', () => {
  it.each([
    ['  Romeo   Montague ', 'Romeo Montague'],
    ['Ｒｏｍｅｏ', 'Romeo'],
    ['Ro\u0000meo\n', 'Ro meo'],
    ['\u202eoemoR', 'oemoR'],
    ['é'.repeat(90), 'é'.repeat(60)],
    [' \u200b ', ''],
  ])('%j is %j', (name, nick) => {
    expect(asNickname(name)).toBe(nick);
  });

  it('is followed by others to try', () => {
    expect([...nicknames('Romeo', 'demo', () => 'x7')]).toEqual([
      'Romeo',
      'Romeo 2',
      'Romeo 3',
      'Customer x7',
    ]);
  });

  it('is never the switch’s', () => {
    expect([...nicknames('Demo', 'demo', () => 'x7')]).toEqual(['Demo 2', 'Demo 3', 'Customer x7']);
  });

  it('is made up where there is none', () => {
    expect([...nicknames(' ', 'demo', () => 'x7')]).toEqual(['Customer x7']);
  });
});
