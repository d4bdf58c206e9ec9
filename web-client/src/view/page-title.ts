/** The name of the page in the browser's list of tabs: while nobody looks it says what has changed. */
export interface PageTitle {
  name(title: string): void;
  /** Such as the place in the line; null for nothing. */
  badge(text: string | null): void;
}

export function pageTitle(page: Document): PageTitle {
  let title = page.title;
  let shown: string | null = null;

  function show(): void {
    page.title = shown !== null && page.visibilityState === 'hidden' ? `(${shown}) ${title}` : title;
  }

  page.addEventListener('visibilitychange', show);
  return {
    name(text) {
      title = text;
      show();
    },
    badge(text) {
      shown = text;
      show();
    },
  };
}
