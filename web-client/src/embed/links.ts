export interface Links {
  /** The link to the chat among what was clicked. */
  of(event: Event): HTMLAnchorElement | null;
  all(): HTMLAnchorElement[];
}

/** @param page the chat page's address */
export function chatLinks(page: URL): Links {
  const path = (url: URL | HTMLAnchorElement) => url.pathname.replace(/\/+$/, '');

  function isOurs(node: unknown): node is HTMLAnchorElement {
    return node instanceof HTMLAnchorElement && node.origin === page.origin && path(node) === path(page);
  }

  return {
    of: (event) => event.composedPath().find(isOurs) ?? null,
    all: () => [...document.querySelectorAll('a[href*="/c/"]')].filter(isOurs),
  };
}

/** Whether the customer wants that link in a tab or window of their own making, or the page does something else with it. */
export function isPlain(event: MouseEvent): boolean {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  return !(defaultPrevented || button || metaKey || ctrlKey || shiftKey || altKey);
}
