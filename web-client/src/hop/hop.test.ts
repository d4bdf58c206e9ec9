import { describe, expect, it } from 'vitest';
import type { HopMessage } from '../drive/hop-channel';
import { runHop } from './hop';

function setUp(drive: string | null) {
  const posted: HopMessage[] = [];
  const visited: string[] = [];
  let hear: ((message: HopMessage) => void) | null = null;
  let leave = () => {};
  runHop({
    drive,
    channel: { post: (message) => posted.push(message), listen: (listener) => (hear = listener) },
    replace: (url) => visited.push(url),
    onLeave: (left) => (leave = left),
  });
  return {
    posted,
    visited,
    listens: () => hear !== null,
    go: (id: string, url: string) => hear?.({ type: 'go', drive: id, url }),
    leave: () => leave(),
  };
}

describe('the hop page', () => {
  it('says that it is there, goes where it is told, and says that it is gone', () => {
    const hop = setUp('d1');
    expect(hop.posted).toEqual([{ type: 'ready', drive: 'd1' }]);
    hop.go('d1', 'https://shop.example/');
    expect(hop.visited).toEqual(['https://shop.example/']);
    hop.leave();
    expect(hop.posted).toEqual([
      { type: 'ready', drive: 'd1' },
      { type: 'left', drive: 'd1' },
    ]);
  });

  it('stays where it is without a drive', () => {
    const hop = setUp(null);
    hop.leave();
    expect(hop.posted).toEqual([]);
    expect(hop.listens()).toBe(false);
  });

  it('does not follow another drive’s word', () => {
    const hop = setUp('d1');
    hop.go('d2', 'https://shop.example/');
    expect(hop.visited).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://chat.example/1', '/usher/hop', ''])(
    'does not go to %j',
    (url) => {
      const hop = setUp('d1');
      hop.go('d1', url);
      expect(hop.visited).toEqual([]);
    },
  );

  it('goes once', () => {
    const hop = setUp('d1');
    hop.go('d1', 'https://shop.example/');
    hop.go('d1', 'https://shop.example/again');
    expect(hop.visited).toEqual(['https://shop.example/']);
  });
});
