import { describe, expect, it } from 'vitest';
import { windowFeatures } from './placement';

const screen = { left: 0, top: 0, width: 1920, height: 1040 };

describe('the guided window stands', () => {
  it('to the right of a chat on the left', () => {
    expect(windowFeatures(screen, { left: 0, top: 0, width: 420, height: 640 })).toBe(
      'popup,left=420,top=0,width=1500,height=1040',
    );
  });

  it('to the left of a chat on the right', () => {
    expect(windowFeatures(screen, { left: 1500, top: 300, width: 420, height: 640 })).toBe(
      'popup,left=0,top=0,width=1500,height=1040',
    );
  });

  it('over the whole screen when the chat fills it', () => {
    expect(windowFeatures(screen, screen)).toBe('popup,left=0,top=0,width=1920,height=1040');
  });

  it('on the chat’s own screen', () => {
    expect(windowFeatures({ ...screen, left: -1920 }, { left: -1900, top: 0, width: 420, height: 640 })).toBe(
      'popup,left=-1480,top=0,width=1480,height=1040',
    );
  });
});
