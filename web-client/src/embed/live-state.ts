import type { Links } from './links';

export type ServiceState = 'open' | 'closed' | 'full' | 'unknown';

const EVERY_MILLIS = 20_000;
const SELDOM_MILLIS = 300_000;
/** Pages that change a lot are looked through now and then only. */
const SETTLED_MILLIS = 100;

/** Keeps the links' state up to date while the page is looked at. The result stops it. */
export function liveState(page: URL, links: Links, changed: (state: ServiceState) => void): () => void {
  const texts = new Map<HTMLElement, string>();
  const address = `${page.href.replace(/\/+$/, '')}/state.json`;
  let state: ServiceState = 'unknown';
  let failures = 0;
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function ask(): Promise<ServiceState> {
    try {
      const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      const said = (await answer.json()).state;
      failures = 0;
      return said === 'open' || said === 'closed' || said === 'full' ? said : 'unknown';
    } catch {
      failures += 1;
      return 'unknown';
    }
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    if (Date.now() >= due) {
      // Until it is answered, too.
      due = Date.now() + EVERY_MILLIS;
      const before = state;
      state = await ask();
      if (stopped) return;
      due = Date.now() + Math.min(EVERY_MILLIS * 2 ** failures, SELDOM_MILLIS);
      show();
      if (state !== before) changed(state);
    }
    clearTimeout(timer);
    timer = setTimeout(look, due - Date.now());
  }

  function show(): void {
    for (const link of links.all()) {
      if (link.dataset['usherState'] !== state) link.dataset['usherState'] = state;
      const place = link.querySelector<HTMLElement>('[data-usher-text]') ?? link;
      if (!texts.has(place)) texts.set(place, place.textContent ?? '');
      const text = link.getAttribute(`data-text-${state}`) ?? texts.get(place) ?? '';
      if (place.textContent !== text) place.textContent = text;
    }
  }

  // Links may come later, with what a script loads.
  let isDue = false;
  const observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (!stopped) show();
    }, SETTLED_MILLIS);
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', look);
  void look();

  return () => {
    stopped = true;
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
    for (const link of links.all()) delete link.dataset['usherState'];
    for (const [place, text] of texts) place.textContent = text;
  };
}
