/** Tells an agent that their lines have been seen: the newest, and with it all before it (XEP-0333 §4). */
export interface Reading {
  /** A line that asks for it has been added. */
  came(id: string): void;
  /** The customer looks. */
  look(): void;
}

export interface ReadingDeps {
  /** Whether the customer has the end of the conversation in sight. */
  readonly isRead: () => boolean;
  readonly tell: (id: string) => void;
}

export function createReading({ isRead, tell }: ReadingDeps): Reading {
  let newest: string | null = null;

  function look(): void {
    if (newest === null || !isRead()) return;
    tell(newest);
    newest = null;
  }

  return {
    came(id) {
      newest = id;
      look();
    },
    look,
  };
}
