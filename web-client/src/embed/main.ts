/** The script for a website's own pages: see docs/guides/websites.md. Nothing is stored, nothing is asked before the click. */
import { MARK, type ChatMessage, type HostMessage, type Now } from '../host/messages';
import { chatWindow, type Opened } from './chat-window';
import { chatLinks, isPlain } from './links';
import { liveState, type ServiceState } from './live-state';

type Call = [method: string, ...values: unknown[]];
type Listener = (detail: unknown, event: Event) => unknown;
type Api = { (...call: Call): unknown; q?: ArrayLike<unknown>[]; on?: true };

const HINT_MILLIS = 15_000;
const host = window as unknown as { Usher?: Api | undefined };
const script = (document.currentScript ??
  document.querySelector('script[data-workgroup]')) as HTMLScriptElement | null;

if (script?.dataset['workgroup'] && !host.Usher?.on) start(script, script.dataset['workgroup']);

function start({ src, dataset }: HTMLScriptElement, workgroup: string): void {
  const page = new URL(`c/${encodeURIComponent(workgroup)}`, dataset['chat'] ?? src);
  const links = chatLinks(page);
  const listeners: { name: string; heard: Listener; listen: (event: Event) => void }[] = [];
  const quit = new AbortController();
  const { signal } = quit;
  let identity: string | null = null;
  const attributes: Record<string, string> = {};
  let lang = dataset['lang'];
  let state: ServiceState = 'unknown';
  let now: Now = { phase: 'start', position: null, unread: 0 };
  let isHeard = false;
  let asked: string | undefined;
  let stopState = () => {};

  const chat = chatWindow((isOpen) => {
    emit(isOpen ? 'opened' : 'closed');
    if (isOpen) return setTimeout(hint, HINT_MILLIS);
    isHeard = false;
    now = { phase: 'start', position: null, unread: 0 };
  });

  /** Returns false when somebody has said no. */
  function emit(name: string, detail: object = {}, cancelable = false): boolean {
    return document.dispatchEvent(new CustomEvent(`usher:${name}`, { detail, cancelable }));
  }

  function hint(): void {
    if (isHeard || !chat.isOpen()) return;
    console.info(
      `Usher: the chat tells this page nothing. Is ${location.origin} among the sites of ${workgroup}?`,
    );
  }

  function post(message: HostMessage): void {
    if (isHeard) chat.post({ ...MARK, ...message }, page.origin);
  }

  function hello(): void {
    const veto = 'veto' in dataset || listeners.some(({ name }) => name === 'navigating');
    post({ type: 'hello', veto, identity, attributes });
  }

  /** The chat page's address with what it shall know. What nobody else may read is behind the `#`: no server gets that. */
  function address(link?: HTMLAnchorElement | null): string {
    const url = new URL(link?.href ?? page.href);
    const language = lang ?? document.documentElement.lang;
    if (language && !url.searchParams.has('lang')) url.searchParams.set('lang', language);
    const claims = new URLSearchParams(url.hash.slice(1));
    if (identity) claims.set('identity', identity);
    for (const [key, value] of Object.entries(attributes)) claims.set(`attribute.${key}`, value);
    url.hash = claims.toString();
    return url.href;
  }

  function open(link?: HTMLAnchorElement | null): boolean {
    const name = link?.target;
    return chat.open(address(link), name && name[0] !== '_' ? name : 'usher-chat');
  }

  function onClick(event: MouseEvent): void {
    const link = links.of(event);
    if (link === null || !isPlain(event)) return;
    if (open(link)) return event.preventDefault();
    // No pop-up: the browser follows the link as it would have without us, to the same chat in the same language.
    const was = link.getAttribute('href') ?? '';
    link.href = address(link);
    setTimeout(() => link.setAttribute('href', was));
  }

  function onMessage({ data, origin, source }: MessageEvent): void {
    if (origin !== page.origin || data?.usher !== MARK.usher) return;
    const message = data as ChatMessage;
    if (message.type === 'here') {
      isHeard = true;
      chat.take(source as Opened);
      return hello();
    }
    if (!chat.is(source)) return;
    if (message.type === 'ask') {
      const { drive, url } = message;
      asked = drive;
      return post({ type: 'verdict', drive, allow: emit('navigating', { drive, url }, true) });
    }
    now = message.now;
    if (message.type !== 'event') return;
    // Who was asked is not told again.
    if (message.name === 'navigating' && (message.detail as { drive?: string }).drive === asked) return;
    emit(message.name, message.detail);
  }

  function off(name: string, heard: Listener): void {
    for (const each of [...listeners]) {
      if (each.name !== name || each.heard !== heard) continue;
      document.removeEventListener(`usher:${name}`, each.listen);
      listeners.splice(listeners.indexOf(each), 1);
    }
    hello();
  }

  const methods: Record<string, (...values: never[]) => unknown> = {
    open() {
      const isOpen = open(links.all()[0]);
      if (!isOpen) emit('error', { reason: 'blocked' });
      return isOpen;
    },
    close: () => chat.close(),
    endChat: () => post({ type: 'end' }),
    identify(token: string | null) {
      identity = token;
      hello();
    },
    attributes(more: Record<string, unknown>) {
      for (const key in more) if (more[key] != null) attributes[key] = String(more[key]);
      hello();
    },
    locale: (tag: string) => void (lang = tag),
    getState(tell?: (said: object) => void) {
      const said = { ...now, open: chat.isOpen(), state };
      tell?.(said);
      return said;
    },
    on(name: string, heard: Listener) {
      const listen = (event: Event) => heard((event as CustomEvent).detail, event);
      listeners.push({ name, heard, listen });
      document.addEventListener(`usher:${name}`, listen);
      hello();
      return () => off(name, heard);
    },
    off,
    destroy() {
      post({ type: 'bye' });
      quit.abort();
      stopState();
      chat.forget();
      for (const { name, heard } of [...listeners]) off(name, heard);
      delete host.Usher;
    },
  };

  const api: Api = (method, ...values) => {
    const run = methods[method];
    if (run !== undefined) return run(...(values as never[]));
    console.warn(`Usher: there is no ${method}`);
  };
  api.on = true;
  const queued = host.Usher?.q ?? [];
  host.Usher = api;

  document.addEventListener('click', onClick, { signal });
  addEventListener('message', onMessage, { signal });
  // The next page of this site hears from the chat by itself, and then says hello.
  addEventListener('pagehide', () => post({ type: 'bye' }), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && hello(), { signal });
  if (dataset['state'] === 'live') {
    stopState = liveState(page, links, (next) => emit('state', { state: (state = next) }));
  }
  for (const call of queued) api(...(Array.from(call) as Call));
  emit('ready');
}
