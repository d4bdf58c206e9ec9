// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const CHAT = 'https://chat.example';
const NOW = { phase: 'start', position: null, unread: 0 };

/** The chat's window, as a page of another origin sees it. */
function chatWindow() {
  let href = 'about:blank';
  const heard: { message: Record<string, unknown>; to: string }[] = [];
  return {
    closed: false,
    focused: 0,
    heard: () => heard.splice(0),
    location: {
      get href() {
        if (href === 'about:blank') return href;
        throw new DOMException('Blocked a frame with another origin', 'SecurityError');
      },
      set href(next: string) {
        href = next;
      },
    },
    at: () => href,
    focus() {
      this.focused += 1;
    },
    close() {
      this.closed = true;
    },
    postMessage: (message: Record<string, unknown>, to: string) => void heard.push({ message, to }),
  };
}

type FakeWindow = ReturnType<typeof chatWindow>;

let windows: FakeWindow[];
let isBlocked: boolean;
let names: string[];
let events: string[];
let asked: string[];
let answer: () => Promise<Response>;

/** Loads the script as the browser does, with what the page says in its tag. */
async function load(attributes = ''): Promise<void> {
  const tag = `<script data-workgroup="demo" src="${CHAT}/usher/embed.js" ${attributes}></script>`;
  // As text it is not run.
  document.head.innerHTML = '';
  document.head.insertAdjacentHTML('beforeend', tag);
  vi.resetModules();
  await import('./main');
}

/** Returns whether the script has taken the click. If not the browser would follow the link. */
function click(selector: string, init: MouseEventInit = {}): boolean {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init });
  let isTaken = false;
  const stay = () => {
    isTaken = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', stay, { once: true });
  document.querySelector(selector)!.dispatchEvent(event);
  return isTaken;
}

function says(data: object, { origin = CHAT, source = windows[0] as unknown } = {}): void {
  const event = new MessageEvent('message', { data: { usher: 1, ...data }, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

const EVENTS = ['ready', 'opened', 'closed', 'state', 'queued', 'position', 'navigating', 'error', 'message'];
const note = (event: Event) => {
  const { type, detail } = event as CustomEvent;
  events.push([type.slice('usher:'.length), ...Object.values(detail)].join(' '));
};

// happy-dom follows a link before the document has heard of a click on something inside of it.
const { navigation } = (
  window as unknown as { happyDOM: { settings: { navigation: Record<string, boolean> } } }
).happyDOM.settings;
navigation['disableChildPageNavigation'] = true;

beforeEach(() => {
  vi.useFakeTimers();
  windows = [];
  names = [];
  events = [];
  asked = [];
  isBlocked = false;
  answer = async () => Response.json({ state: 'open', title: 'Demo' });
  vi.stubGlobal('open', (address: string, name: string) => {
    expect(address).toBe('');
    names.push(name);
    if (isBlocked) return null;
    const open = windows.find(({ closed }) => !closed);
    if (open !== undefined) return open;
    windows.push(chatWindow());
    return windows.at(-1);
  });
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return answer();
  });
  for (const name of EVENTS) document.addEventListener(`usher:${name}`, note);
  document.documentElement.lang = 'de';
  document.body.innerHTML = `
    <a id="link" href="${CHAT}/usher/c/demo" target="chat" rel="opener"><b id="inside">Chat</b></a>
    <a id="sales" href="${CHAT}/usher/c/sales">Sales</a>
    <a id="alike" href="https://evil.example/usher/c/demo">Evil</a>`;
});

afterEach(() => {
  window.Usher?.('destroy');
  for (const name of EVENTS) document.removeEventListener(`usher:${name}`, note);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the script on a website', () => {
  it('does nothing before the click', async () => {
    const html = document.body.innerHTML;
    await load();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([windows, asked, events, document.body.innerHTML]).toEqual([[], [], ['ready'], html]);
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  });

  it('opens the chat in a window of its own, in the language of the page', async () => {
    await load();
    expect(click('#inside')).toBe(true);
    expect(names).toEqual(['chat']);
    expect(windows[0]!.at()).toBe(`${CHAT}/usher/c/demo?lang=de`);
    expect(events).toEqual(['ready', 'opened']);
  });

  it('does so for links that come later', async () => {
    await load('data-lang="pt-BR"');
    document.body.innerHTML = `<p><a id="late" href="${CHAT}/usher/c/demo/?from=cart">Chat</a></p>`;
    click('#late');
    expect(names).toEqual(['usher-chat']);
    expect(windows[0]!.at()).toBe(`${CHAT}/usher/c/demo/?from=cart&lang=pt-BR`);
  });

  it.each(['#sales', '#alike'])('leaves %s alone', async (link) => {
    await load();
    expect(click(link)).toBe(false);
    expect(windows).toEqual([]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'leaves a click with %j to the browser',
    async (init) => {
      await load();
      click('#link', init);
      expect(windows).toEqual([]);
    },
  );

  it('leaves a click alone that the page has taken', async () => {
    await load();
    document.body.addEventListener('click', (event) => event.preventDefault(), { once: true });
    click('#link');
    expect(windows).toEqual([]);
  });

  it('lets the link be a link when the browser opens no window', async () => {
    await load();
    isBlocked = true;
    const link = document.querySelector<HTMLAnchorElement>('#link')!;
    expect(click('#link')).toBe(false);
    expect(link.href).toBe(`${CHAT}/usher/c/demo?lang=de`);
    vi.advanceTimersByTime(1);
    expect(link.getAttribute('href')).toBe(`${CHAT}/usher/c/demo`);
    expect(events).toEqual(['ready']);
  });

  it('brings an open chat to the front, and does not load it again', async () => {
    await load();
    click('#link');
    const [first] = windows;
    click('#link');
    expect(names).toEqual(['chat']);
    // On the next page of the site nothing is known of the window but its name.
    window.Usher('destroy');
    await load();
    first!.focused = 0;
    click('#link');
    expect([windows.length, first!.focused]).toEqual([1, 1]);
  });

  it('notices that the window is closed, and opens another', async () => {
    await load();
    click('#link');
    windows[0]!.closed = true;
    vi.advanceTimersByTime(1000);
    expect(events).toEqual(['ready', 'opened', 'closed']);
    click('#link');
    expect(windows).toHaveLength(2);
  });

  it('is the same when it is included twice', async () => {
    await load();
    vi.resetModules();
    await import('./main');
    click('#link');
    expect([names, events]).toEqual([['chat'], ['ready', 'opened']]);
  });

  it('runs the calls that were waiting for it', async () => {
    const heard: unknown[] = [];
    const queue: ArrayLike<unknown>[] = [];
    window.Usher = Object.assign((...call: unknown[]) => void queue.push(call), { q: queue }) as never;
    Usher('on', 'ready', () => heard.push('ready'));
    Usher('identify', 'aaa.bbb.ccc');
    Usher('attributes', { order: 4711 });
    Usher('locale', 'fr');
    Usher('getState', (state) => heard.push(state));
    await load();
    expect(heard).toEqual([{ ...NOW, open: false, state: 'unknown' }, 'ready']);
    click('#link');
    // Behind the #, where no server and no log has it.
    expect(windows[0]!.at()).toBe(`${CHAT}/usher/c/demo?lang=fr#identity=aaa.bbb.ccc&attribute.order=4711`);
  });

  it('says when a window was wanted outside of a click', async () => {
    await load();
    isBlocked = true;
    expect(Usher('open')).toBe(false);
    expect(events).toEqual(['ready', 'error blocked']);
  });

  it('is gone when it is destroyed', async () => {
    await load();
    click('#link');
    says({ type: 'here' });
    const heard: unknown[] = [];
    Usher('on', 'position', () => heard.push('position'));
    windows[0]!.heard();
    Usher('destroy');
    expect(windows[0]!.heard()).toEqual([{ message: { usher: 1, type: 'bye' }, to: CHAT }]);
    expect(window.Usher).toBeUndefined();
    says({ type: 'event', name: 'position', detail: { position: 1 }, now: NOW });
    expect(click('#link')).toBe(false);
    expect(heard).toEqual([]);
  });
});

describe('the talk with the chat', () => {
  const hello = { usher: 1, type: 'hello', veto: false, identity: null, attributes: {} };

  async function open(attributes = ''): Promise<FakeWindow> {
    await load(attributes);
    click('#link');
    says({ type: 'here' });
    return windows[0]!;
  }

  it('begins when the chat says that it is there', async () => {
    const chat = await open();
    expect(chat.heard()).toEqual([{ message: hello, to: CHAT }]);
    Usher('identify', 'aaa.bbb.ccc');
    expect(chat.heard()).toEqual([{ message: { ...hello, identity: 'aaa.bbb.ccc' }, to: CHAT }]);
  });

  it('goes on after the next page of the site is loaded', async () => {
    await load();
    windows.push(chatWindow());
    says({ type: 'here' });
    expect(windows[0]!.heard()).toEqual([{ message: hello, to: CHAT }]);
    expect(events).toEqual(['ready', 'opened']);
  });

  it('is with the chat and nobody else', async () => {
    const chat = await open();
    chat.heard();
    const event = { type: 'event', name: 'position', detail: { position: 1 }, now: NOW };
    says(event, { origin: 'https://evil.example' });
    says({ type: 'here' }, { origin: 'https://evil.example', source: chatWindow() });
    says(event, { source: chatWindow() });
    says({ ...event, usher: 2 });
    expect(events).toEqual(['ready', 'opened']);
    expect(chat.heard()).toEqual([]);
  });

  it('tells the page what happens', async () => {
    await open();
    const heard: unknown[] = [];
    const stop = Usher('on', 'position', ({ position }) => heard.push(position));
    const now = { phase: 'queued', position: 2, unread: 0 };
    says({ type: 'event', name: 'position', detail: { position: 2 }, now });
    stop();
    says({ type: 'event', name: 'position', detail: { position: 1 }, now: { ...now, position: 1 } });
    expect(heard).toEqual([2]);
    expect(events).toEqual(['ready', 'opened', 'position 2', 'position 1']);
    expect(Usher('getState')).toEqual({
      phase: 'queued',
      position: 1,
      unread: 0,
      open: true,
      state: 'unknown',
    });
  });

  it('ends the chat when the page wants it', async () => {
    const chat = await open();
    chat.heard();
    Usher('endChat');
    expect(chat.heard()).toEqual([{ message: { usher: 1, type: 'end' }, to: CHAT }]);
    Usher('close');
    expect(chat.closed).toBe(true);
  });

  it('asks the page about drives if it listens, and takes no for an answer', async () => {
    const chat = await open();
    chat.heard();
    const stop = Usher('on', 'navigating', ({ url }, event) => {
      if (url.startsWith('https://rival.example')) event.preventDefault();
    });
    says({ type: 'ask', drive: 'd1', url: 'https://rival.example/' });
    says({ type: 'ask', drive: 'd2', url: 'https://a.example/' });
    // The chat tells everybody of a drive that goes: who was asked knows.
    says({ type: 'event', name: 'navigating', detail: { drive: 'd2', url: 'https://a.example/' }, now: NOW });
    stop();
    expect(chat.heard().map(({ message }) => message)).toEqual([
      { ...hello, veto: true },
      { usher: 1, type: 'verdict', drive: 'd1', allow: false },
      { usher: 1, type: 'verdict', drive: 'd2', allow: true },
      hello,
    ]);
    expect(events.slice(2)).toEqual([
      'navigating d1 https://rival.example/',
      'navigating d2 https://a.example/',
    ]);
  });

  it('wants to be asked when the tag says so, for those who listen to the document', async () => {
    const chat = await open('data-veto');
    expect(chat.heard()).toEqual([{ message: { ...hello, veto: true }, to: CHAT }]);
  });

  it('gives the site a hint when the chat stays silent', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    await load();
    click('#link');
    vi.advanceTimersByTime(15_000);
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });

  it('says good-bye with the page, and hello when it is shown again', async () => {
    const chat = await open();
    chat.heard();
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(chat.heard().map(({ message }) => message['type'])).toEqual(['bye', 'hello']);
  });
});

describe('the live state', () => {
  const texts = 'data-text-closed="Leave a message" data-text-full="Busy"';
  const link = () => document.querySelector<HTMLElement>('#live')!;
  const says = (state: string) => (answer = async () => Response.json({ state }));

  beforeEach(() => {
    document.body.innerHTML = `<a id="live" href="${CHAT}/usher/c/demo" ${texts}>Chat</a>`;
  });

  async function later(millis: number): Promise<string> {
    await vi.advanceTimersByTimeAsync(millis);
    return `${link().dataset['usherState']}: ${link().textContent}`;
  }

  it('is on the link, and changes', async () => {
    await load('data-state="live"');
    expect(await later(0)).toBe('open: Chat');
    expect(asked).toEqual([`${CHAT}/usher/c/demo/state.json`]);
    says('closed');
    expect(await later(19_999)).toBe('open: Chat');
    expect(await later(1)).toBe('closed: Leave a message');
    says('full');
    expect(await later(20_000)).toBe('full: Busy');
    says('open');
    expect(await later(20_000)).toBe('open: Chat');
    expect(events).toEqual(['ready', 'state open', 'state closed', 'state full', 'state open']);
  });

  it('is unknown when the server cannot be asked, which is then asked more and more seldom', async () => {
    await load('data-state="live"');
    await later(0);
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await later(20_000)).toBe('unknown: Chat');
    await later(39_999);
    expect(asked).toHaveLength(2);
    await later(1);
    expect(asked).toHaveLength(3);
    says('open');
    expect(await later(80_000)).toBe('open: Chat');
    await later(20_000);
    expect(asked).toHaveLength(5);
  });

  it('is not asked for while the page is hidden, and at once when it is seen again', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await load('data-state="live"');
    await later(600_000);
    expect(asked).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await later(0)).toBe('open: Chat');
    hidden.mockRestore();
  });

  it('is on links that come later, and beside what a link has inside', async () => {
    says('closed');
    await load('data-state="live"');
    await later(0);
    document.body.innerHTML = `<a id="live" href="${CHAT}/usher/c/demo" ${texts}>
      <i>★</i><span data-usher-text>Chat</span></a>`;
    await later(100);
    expect(link().dataset['usherState']).toBe('closed');
    expect([...link().children].map(({ textContent }) => textContent)).toEqual(['★', 'Leave a message']);
  });

  it('is taken off when the script is destroyed', async () => {
    says('closed');
    await load('data-state="live"');
    await later(0);
    Usher('destroy');
    expect(await later(600_000)).toBe('undefined: Chat');
    expect(asked).toHaveLength(1);
  });
});
