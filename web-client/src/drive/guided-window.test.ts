import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import { guidedWindow } from './guided-window';
import type { GuidedView, Passage } from './passage';
import type { HopMessage } from './hop-channel';

/** A window of a browser, as far as the chat page may touch it. */
function fakeWindow() {
  let refuses = false;
  const visited: string[] = [];
  return {
    closed: false,
    visited,
    refuse: () => (refuses = true),
    close() {
      this.closed = true;
    },
    location: {
      set href(address: string) {
        if (refuses) throw new DOMException('Property access denied', 'SecurityError');
        visited.push(address);
      },
      get href(): string {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    },
  };
}

function setUp() {
  const time = fakeTime();
  const news: string[] = [];
  const posted: HopMessage[] = [];
  const opened: { address: string; window: ReturnType<typeof fakeWindow> }[] = [];
  let hop = (_message: HopMessage) => {};
  let blocked = false;
  let view: GuidedView = { card: null, offerWindow: false };
  const guided = guidedWindow({
    open(address) {
      if (blocked) return null;
      opened.push({ address, window: fakeWindow() });
      return opened.at(-1)!.window;
    },
    channel: { post: (message) => posted.push(message), listen: (hear) => (hop = hear) },
    timers: time,
    clock: time,
    show: (next) => (view = next),
  });
  const passage = (id: string): Passage => ({
    id,
    href: `https://shop.example/${id}`,
    host: 'shop.example',
    by: 'Nurse',
    expires: time.now() + 60_000,
  });
  return {
    time,
    news,
    posted,
    guided,
    hop: (message: HopMessage) => hop(message),
    ready: (drive: string) => hop({ type: 'ready', drive }),
    left: (drive: string) => hop({ type: 'left', drive }),
    drive: (id: string) =>
      guided.drive(passage(id), (what, why) =>
        news.push(`${id} ${what}${why === undefined ? '' : ` ${why}`}`),
      ),
    block: (on: boolean) => (blocked = on),
    window: (index = -1) => opened.at(index)!.window,
    addresses: () => opened.map(({ address }) => address),
    view: () => view,
  };
}

describe('the guided window', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.guided.begin();
  });

  it('opens on the hop page and stays there', () => {
    expect(a.addresses()).toEqual(['/usher/hop']);
    expect(a.view()).toEqual({ card: null, offerWindow: false });
  });

  it('is led over the hop page, and each step is reported when it is observed', () => {
    a.drive('d1');
    expect(a.window().visited).toEqual(['/usher/hop?drive=d1']);
    expect([a.news, a.posted]).toEqual([[], []]);
    a.ready('d1');
    expect(a.posted).toEqual([{ type: 'go', drive: 'd1', url: 'https://shop.example/d1' }]);
    expect(a.news).toEqual(['d1 attached']);
    a.left('d1');
    expect(a.news).toEqual(['d1 attached', 'd1 arrived']);
    a.time.pass(120_000);
    expect(a.news).toEqual(['d1 attached', 'd1 arrived']);
  });

  it('is led again and again', () => {
    for (const id of ['d1', 'd2', 'd3']) {
      a.drive(id);
      a.ready(id);
      a.left(id);
      a.time.pass(1000);
    }
    expect(a.window().visited).toEqual(['d1', 'd2', 'd3'].map((id) => `/usher/hop?drive=${id}`));
    expect(a.news.filter((line) => line.endsWith('arrived'))).toEqual([
      'd1 arrived',
      'd2 arrived',
      'd3 arrived',
    ]);
  });

  it('is never said to have arrived because a hop page left that had not been told to go', () => {
    a.drive('d1');
    a.left('d1');
    a.time.pass(100);
    expect(a.news).toEqual([]);
  });

  it('is unconfirmed after 3 seconds without a word', () => {
    a.drive('d1');
    a.time.pass(2999);
    expect(a.news).toEqual([]);
    a.time.pass(1);
    expect(a.news).toEqual(['d1 unconfirmed']);
    expect(a.view().card?.because).toBe('silent');
  });

  it('recovers when the word comes late', () => {
    a.drive('d1');
    a.time.pass(20_000);
    a.ready('d1');
    a.left('d1');
    expect(a.news).toEqual(['d1 unconfirmed', 'd1 attached', 'd1 arrived']);
    expect(a.view().card).toBeNull();
  });

  it('does not go on when the word comes too late', () => {
    a.drive('d1');
    a.time.pass(60_000);
    a.ready('d1');
    expect(a.news).toEqual(['d1 unconfirmed', 'd1 expired']);
    expect(a.posted).toEqual([]);
    expect(a.view()).toEqual({ card: null, offerWindow: true });
  });

  it('does not go on either when the device has slept through the end of its time', () => {
    a.drive('d1');
    a.time.sleep(60_000);
    a.ready('d1');
    expect(a.news).toEqual(['d1 expired']);
    expect(a.posted).toEqual([]);
  });

  it('has no page 8 seconds after it was told to go, and may still get there', () => {
    a.drive('d1');
    a.time.pass(1000);
    a.ready('d1');
    a.time.pass(7999);
    expect(a.news).toEqual(['d1 attached']);
    a.time.pass(1);
    expect(a.news).toEqual(['d1 attached', 'd1 no-page']);
    a.time.pass(100_000);
    a.left('d1');
    expect(a.news).toEqual(['d1 attached', 'd1 no-page', 'd1 arrived']);
  });

  it('goes again when the hop page comes back before it has left, and is attached once', () => {
    a.drive('d1');
    a.ready('d1');
    a.ready('d1');
    expect(a.posted).toHaveLength(2);
    expect(a.news).toEqual(['d1 attached']);
  });

  it('answers nobody but the newest drive', () => {
    a.drive('d1');
    a.drive('d2');
    expect(a.window().visited).toEqual(['/usher/hop?drive=d1', '/usher/hop?drive=d2']);
    a.ready('d1');
    expect(a.posted).toEqual([]);
    a.ready('d2');
    expect(a.posted).toEqual([{ type: 'go', drive: 'd2', url: 'https://shop.example/d2' }]);
    expect(a.news).toEqual(['d1 superseded', 'd2 attached']);
  });

  it('is not said to have arrived when a newer drive took the hop page’s place', () => {
    a.drive('d1');
    a.ready('d1');
    a.drive('d2');
    a.left('d1');
    a.time.pass(1000);
    expect(a.news).toEqual(['d1 attached', 'd1 superseded']);
  });

  it('does not report on a drive any more whose timers ran when a newer one came', () => {
    a.drive('d1');
    a.time.pass(2000);
    a.drive('d2');
    a.ready('d2');
    a.left('d2');
    a.time.pass(100_000);
    expect(a.news).toEqual(['d1 superseded', 'd2 attached', 'd2 arrived']);
  });

  it('does not answer a hop page that is opened again after its drive has arrived', () => {
    a.drive('d1');
    a.ready('d1');
    a.left('d1');
    a.ready('d1');
    a.time.pass(1000);
    a.ready('d1');
    expect(a.posted).toHaveLength(1);
  });

  it('does not listen to what is no drive of this page', () => {
    a.ready('d0');
    a.drive('d1');
    a.ready('d0');
    a.hop({ type: 'go', drive: 'd1', url: 'https://evil.example/' });
    expect(a.posted).toEqual([]);
    expect(a.news).toEqual([]);
  });

  it('is detached when it is closed 150 ms after it arrived, and lost to the next drive', () => {
    a.drive('d1');
    a.ready('d1');
    a.left('d1');
    a.window().closed = true;
    a.time.pass(149);
    expect(a.news).toEqual(['d1 attached', 'd1 arrived']);
    a.time.pass(1);
    expect(a.news).toEqual(['d1 attached', 'd1 arrived', 'd1 detached']);
    expect(a.view().offerWindow).toBe(false);
    a.drive('d2');
    expect(a.news.at(-1)).toBe('d2 needs-click lost');
  });

  it('is detached also when the next drive comes before the look at it was due', () => {
    a.drive('d1');
    a.ready('d1');
    a.left('d1');
    a.window().closed = true;
    a.drive('d2');
    expect(a.news).toEqual(['d1 attached', 'd1 arrived', 'd1 detached', 'd2 needs-click lost']);
  });

  it('needs a click once the customer has closed it', () => {
    a.window().closed = true;
    a.drive('d1');
    expect(a.news).toEqual(['d1 needs-click closed']);
    expect(a.view().card).toMatchObject({ because: 'closed', passage: { id: 'd1', host: 'shop.example' } });
    expect(a.window().visited).toEqual([]);
  });

  it('needs a click when the customer closes it while it is led', () => {
    a.drive('d1');
    a.window().closed = true;
    a.time.pass(3000);
    expect(a.news).toEqual(['d1 needs-click closed']);
    expect(a.view().card?.because).toBe('closed');
  });

  it('needs a click when the customer closes it before the page came', () => {
    a.drive('d1');
    a.ready('d1');
    a.window().closed = true;
    a.time.pass(8000);
    expect(a.news).toEqual(['d1 attached', 'd1 needs-click closed']);
    a.time.pass(60_000);
    expect(a.news.at(-1)).toBe('d1 expired');
  });

  it('needs a click when a page has taken our right to lead it', () => {
    a.window().refuse();
    a.drive('d1');
    expect(a.news).toEqual(['d1 needs-click lost']);
    a.drive('d2');
    expect(a.news).toEqual(['d1 needs-click lost', 'd1 superseded', 'd2 needs-click lost']);
    expect(a.view().card?.passage.id).toBe('d2');
  });

  it('goes on in a fresh window with the click', () => {
    a.window().closed = true;
    a.drive('d1');
    a.guided.proceed();
    expect(a.addresses()).toEqual(['/usher/hop', '/usher/hop?drive=d1']);
    expect(a.view()).toEqual({ card: null, offerWindow: false });
    a.ready('d1');
    a.left('d1');
    a.time.pass(1000);
    expect(a.news).toEqual(['d1 needs-click closed', 'd1 attached', 'd1 arrived']);
    a.drive('d2');
    expect(a.window().visited).toEqual(['/usher/hop?drive=d2']);
  });

  it('goes on in a fresh window when the one before does not answer', () => {
    a.drive('d1');
    a.time.pass(3000);
    a.guided.proceed();
    a.ready('d1');
    a.left('d1');
    expect(a.news).toEqual(['d1 unconfirmed', 'd1 attached', 'd1 arrived']);
  });

  it('leads to the newest drive only when the click comes', () => {
    a.window().closed = true;
    a.drive('d1');
    a.drive('d2');
    a.guided.proceed();
    expect(a.addresses()).toEqual(['/usher/hop', '/usher/hop?drive=d2']);
  });

  it('does not go when the click comes too late', () => {
    a.window().closed = true;
    a.drive('d1');
    a.time.pass(60_000);
    expect(a.news).toEqual(['d1 needs-click closed', 'd1 expired']);
    expect(a.view()).toEqual({ card: null, offerWindow: true });
    a.guided.proceed();
    expect(a.addresses()).toEqual(['/usher/hop', '/usher/hop']);
    expect(a.view()).toEqual({ card: null, offerWindow: false });
  });

  it('does not go when the device has slept between the card and the click', () => {
    a.window().closed = true;
    a.drive('d1');
    a.time.sleep(60_000);
    a.guided.proceed();
    expect(a.news).toEqual(['d1 needs-click closed', 'd1 expired']);
    expect(a.addresses()).toEqual(['/usher/hop']);
  });

  it('is closed with the visit while it only shows our own sentence', () => {
    a.guided.rest();
    expect(a.window().closed).toBe(true);
  });

  it('is left to the customer at the end once it has been led', () => {
    a.drive('d1');
    a.ready('d1');
    a.left('d1');
    a.guided.rest();
    expect(a.window().closed).toBe(false);
  });

  it('reports nothing after the end of the visit', () => {
    a.drive('d1');
    a.guided.rest();
    a.ready('d1');
    a.time.pass(100_000);
    expect(a.news).toEqual(['d1 dropped']);
    expect(a.posted).toEqual([]);
    expect(a.view()).toEqual({ card: null, offerWindow: false });
  });
});

describe('a guided window that the browser keeps from opening', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.block(true);
    a.guided.begin();
  });

  it('is offered again', () => {
    expect(a.view()).toEqual({ card: null, offerWindow: true });
    a.block(false);
    a.guided.begin();
    expect(a.addresses()).toEqual(['/usher/hop']);
    expect(a.view()).toEqual({ card: null, offerWindow: false });
  });

  it('needs a click for a drive', () => {
    a.drive('d1');
    expect(a.news).toEqual(['d1 needs-click blocked']);
    expect(a.view()).toMatchObject({ card: { because: 'blocked' }, offerWindow: false });
    a.block(false);
    a.guided.proceed();
    a.ready('d1');
    expect(a.news).toEqual(['d1 needs-click blocked', 'd1 attached']);
  });

  it('says so once when the click does not help either', () => {
    a.drive('d1');
    a.guided.proceed();
    expect(a.news).toEqual(['d1 needs-click blocked']);
    expect(a.view().card?.because).toBe('blocked');
  });
});
