import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { watchState } from './watch-state';

const PAGE = 'https://chat.example/usher/c/demo?lang=de';

function setUp() {
  const time = fakeTime();
  const asked: string[] = [];
  const told: string[] = [];
  const answers: (() => Promise<Response>)[] = [];
  let seen = true;
  const watch = watchState({
    page: PAGE,
    timers: time,
    isSeen: () => seen,
    tell: (state) => told.push(state),
    fetch(address) {
      asked.push(address);
      return (answers.shift() ?? (async () => Response.json({ state: 'open', title: 'Demo' })))();
    },
  });
  const turn = async () => {
    for (let count = 0; count < 10; count++) await Promise.resolve();
  };
  return {
    watch,
    asked,
    told,
    answers,
    see: (on: boolean) => (seen = on),
    turn,
    async pass(millis: number) {
      time.pass(millis);
      await turn();
    },
  };
}

describe('whether the chat is open', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('is asked for every twenty seconds', async () => {
    a.answers.push(async () => Response.json({ state: 'closed' }));
    a.watch.start();
    a.watch.start();
    await a.pass(19_999);
    expect(a.asked).toEqual([]);
    await a.pass(1);
    await a.pass(20_000);
    expect(a.asked).toEqual([
      'https://chat.example/usher/c/demo/state.json',
      'https://chat.example/usher/c/demo/state.json',
    ]);
    expect(a.told).toEqual(['closed', 'open']);
  });

  it('is not asked for while nobody looks, and at once when somebody does again', async () => {
    a.watch.start();
    a.see(false);
    await a.pass(60_000);
    expect(a.asked).toHaveLength(0);
    a.see(true);
    a.watch.look();
    await a.turn();
    expect(a.told).toEqual(['open']);
    await a.pass(20_000);
    expect(a.asked).toHaveLength(2);
  });

  it('is not asked for any more once the customer chats, nor told late', async () => {
    let answer = (_response: Response) => {};
    a.answers.push(() => new Promise((resolve) => (answer = resolve)));
    a.watch.start();
    await a.pass(20_000);
    a.watch.stop();
    answer(Response.json({ state: 'closed' }));
    await a.turn();
    await a.pass(60_000);
    a.watch.look();
    expect([a.asked.length, a.told]).toEqual([1, []]);
  });

  it('stays as it was when there is no answer, and is asked for again', async () => {
    a.answers.push(
      () => Promise.reject(new TypeError('Failed to fetch')),
      async () => new Response('', { status: 503 }),
      async () => new Response('<html>'),
      async () => Response.json(null),
    );
    a.watch.start();
    for (let round = 0; round < 4; round++) await a.pass(20_000);
    expect(a.told).toEqual([]);
    await a.pass(20_000);
    expect(a.told).toEqual(['open']);
  });
});
