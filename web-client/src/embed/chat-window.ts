/** The part of a window of another origin that may be used. */
export interface Opened {
  readonly closed: boolean;
  readonly location: { href: string };
  focus(): void;
  close(): void;
  postMessage(message: unknown, origin: string): void;
}

export interface ChatWindow {
  /** On a click: the window that is there, or a new one. False when the browser opened none. */
  open(address: string, name: string): boolean;
  /** The chat has spoken out of this window. */
  take(from: Opened): void;
  is(source: unknown): boolean;
  post(message: object, origin: string): void;
  isOpen(): boolean;
  close(): void;
  forget(): void;
}

const WIDTH = 440;
const HEIGHT = 720;
const CLOSED_MILLIS = 1000;

/** The one window of the chat, as far as this page knows it. */
export function chatWindow(changed: (isOpen: boolean) => void): ChatWindow {
  let handle: Opened | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;

  function take(from: Opened): void {
    const wasOpen = isOpen();
    handle = from;
    if (wasOpen) return;
    // No browser tells a page that a window it opened is closed.
    clearInterval(watch);
    watch = setInterval(() => {
      if (isOpen()) return;
      forget();
      changed(false);
    }, CLOSED_MILLIS);
    changed(true);
  }

  function isOpen(): boolean {
    return handle !== null && !handle.closed;
  }

  function forget(): void {
    clearInterval(watch);
    handle = null;
  }

  function open(address: string, name: string): boolean {
    if (isOpen()) {
      handle?.focus();
      return true;
    }
    const left = Math.max(0, screen.availWidth - WIDTH - 20);
    const features = `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=40`;
    // Without an address a window of that name is found as it is: the chat in it is not loaded again.
    const found = window.open('', name, features) as unknown as Opened | null;
    if (found === null || found === (window as unknown)) return false;
    if (isBlank(found)) found.location.href = address;
    found.focus();
    take(found);
    return true;
  }

  return {
    open,
    take,
    isOpen,
    forget,
    is: (source) => source === handle,
    post: (message, origin) => handle?.postMessage(message, origin),
    close: () => handle?.close(),
  };
}

function isBlank(opened: Opened): boolean {
  try {
    return opened.location.href === 'about:blank';
  } catch {
    // A page of another origin, so not a blank one.
    return false;
  }
}
