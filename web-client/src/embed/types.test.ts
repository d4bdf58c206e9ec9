import { describe, expect, expectTypeOf, it } from 'vitest';

/** What websites write, as the compiler sees it. Nothing of it runs. */
function asWebsitesUseIt(): void {
  Usher('open');
  Usher('identify', 'a.b.c');
  Usher('identify', null);
  Usher('attributes', { order: 4711, premium: true });
  Usher('locale', 'de');
  Usher('getState', ({ phase, position }) => {
    expectTypeOf(phase).toEqualTypeOf<'start' | 'queued' | 'chatting' | 'ended'>();
    expectTypeOf(position).toEqualTypeOf<number | null>();
  });
  const stop = Usher('on', 'navigating', ({ url }, event) => {
    expectTypeOf(url).toBeString();
    event.preventDefault();
  });
  expectTypeOf(stop).toEqualTypeOf<() => void>();
  window.Usher('on', 'position', ({ position }) => expectTypeOf(position).toBeNumber());
  document.addEventListener('usher:message', ({ detail }) =>
    expectTypeOf(detail.author).toEqualTypeOf<'agent' | 'customer'>(),
  );
  document.addEventListener('usher:state', ({ detail: { state } }) =>
    expectTypeOf(state).toEqualTypeOf<'open' | 'closed' | 'full' | 'unknown'>(),
  );
  // @ts-expect-error: there is no such call
  Usher('shake');
  // @ts-expect-error: there is no such event
  Usher('on', 'shaken', () => {});
  // @ts-expect-error: what was said is never told
  Usher('on', 'message', ({ text }) => text);
}

describe('the types of the script', () => {
  it('are those that the compiler has just checked', () => {
    expect(asWebsitesUseIt).toBeTypeOf('function');
  });
});
