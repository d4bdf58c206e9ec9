import { describe, expect, it } from 'vitest';
import { decide, type Order, type Situation } from './obey';

const drive = {
  id: '9f2c61d0a4e74b8f',
  seq: 4,
  url: 'https://shop.example/cart',
  by: 'Nurse',
  expires: 60_000,
};
const order: Order = { drive, nick: 'demo', affiliation: 'owner', delayed: false };
const situation: Situation = {
  switchNick: 'demo',
  lastSeq: 3,
  now: 59_999,
  ownOrigin: 'https://chat.example',
};

describe('a drive is obeyed', () => {
  it('when all five conditions hold', () => {
    expect(decide(order, situation)).toEqual({
      verdict: 'go',
      href: 'https://shop.example/cart',
      host: 'shop.example',
    });
  });

  it('not when an owner of another name sent it', () => {
    expect(decide({ ...order, nick: 'Nurse' }, situation)).toEqual({
      verdict: 'ignore',
      why: 'not-the-switch',
    });
  });

  it.each(['member', 'admin', 'none', null])('not when the switch’s name belongs to: %s', (affiliation) => {
    expect(decide({ ...order, affiliation }, situation)).toEqual({
      verdict: 'ignore',
      why: 'not-the-switch',
    });
  });

  it('not when it is history', () => {
    expect(decide({ ...order, delayed: true }, situation)).toEqual({ verdict: 'ignore', why: 'history' });
  });

  it.each([3, 1])('not when its number %i was seen before', (seq) => {
    expect(decide({ ...order, drive: { ...drive, seq } }, situation)).toEqual({
      verdict: 'ignore',
      why: 'old',
    });
  });

  it('also when numbers are missing in between', () => {
    expect(decide({ ...order, drive: { ...drive, seq: 9 } }, situation).verdict).toBe('go');
  });

  it('not when its time is over on the server’s clock', () => {
    expect(decide(order, { ...situation, now: 60_000 })).toEqual({ verdict: 'expired' });
  });

  it('not when our own reading of its address says no', () => {
    const url = 'java\nscript:alert(1)';
    expect(decide({ ...order, drive: { ...drive, url } }, situation)).toEqual({
      verdict: 'refused',
      reason: 'scheme',
    });
    expect(decide(order, { ...situation, ownOrigin: 'https://shop.example' })).toEqual({
      verdict: 'refused',
      reason: 'own-origin',
    });
  });
});
