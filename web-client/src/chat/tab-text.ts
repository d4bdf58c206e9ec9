/** A text that outlives a reload. */
export interface TabText {
  /** An empty one is forgotten. */
  keep(text: string): void;
  /** Empty when there is none. */
  recall(): string;
}

/** In the tab's own storage, as far as the browser allows one. */
export function tabText(name: string, storage: () => Storage): TabText {
  return {
    keep(text) {
      try {
        if (text === '') storage().removeItem(name);
        else storage().setItem(name, text);
      } catch {
        // No storage, or it is full: then it is as long as the page.
      }
    },
    recall() {
      try {
        return storage().getItem(name) ?? '';
      } catch {
        return '';
      }
    },
  };
}
