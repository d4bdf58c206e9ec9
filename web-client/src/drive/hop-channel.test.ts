import { describe, expect, it } from 'vitest';
import { hopAddress, readHopMessage } from './hop-channel';

describe('the channel between chat and hop page', () => {
  it.each([
    { type: 'ready', drive: 'd1' },
    { type: 'left', drive: 'd1' },
    { type: 'go', drive: 'd1', url: 'https://shop.example/' },
  ])('carries %j', (message) => {
    expect(readHopMessage(message)).toEqual(message);
  });

  it.each([
    null,
    'ready',
    7,
    {},
    { type: 'ready' },
    { type: 'ready', drive: 1 },
    { type: 'go', drive: 'd1' },
    { type: 'go', drive: 'd1', url: {} },
    { type: 'stay', drive: 'd1' },
  ])('drops %j', (message) => {
    expect(readHopMessage(message)).toBeNull();
  });

  it('does not let a drive’s id break out of the address', () => {
    expect(hopAddress()).toBe('/usher/hop');
    expect(hopAddress('9f2c61d0a4e74b8f')).toBe('/usher/hop?drive=9f2c61d0a4e74b8f');
    expect(hopAddress('a&url=https://evil.example/#b')).toBe(
      '/usher/hop?drive=a%26url%3Dhttps%3A%2F%2Fevil.example%2F%23b',
    );
  });
});
