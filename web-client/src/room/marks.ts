import type { TabText } from '../chat/tab-text';

/** Of one's own lines: which of them have been seen by an agent, as far as that was observed. */
export interface Marks {
  /**
   * A line of one's own is in the room. They come in the order of the room.
   *
   * @param roomId the room's own name for it (XEP-0359), by which some clients know it
   */
  isInRoom(id: string, roomId: string | null): void;
  /** An agent's client has shown that line (XEP-0333), and with it all before it. */
  isSeen(id: string): void;
  /** An agent has said something: who answers has seen what was there. */
  isAnswered(): void;
}

/** @param last the name of the last line that was seen, for a page that is loaded again */
export function createMarks(mark: (id: string) => void, last: TabText): Marks {
  let unseen: { id: string; roomId: string | null }[] = [];
  /** Seen before it has come back to us, after a reload for example. */
  let ahead = last.recall();

  function upTo(count: number): void {
    for (const { id } of unseen.slice(0, count)) mark(id);
    const newest = unseen[count - 1];
    if (newest !== undefined) last.keep(newest.id);
    unseen = unseen.slice(count);
  }

  function isSeen(seen: string): void {
    const index = unseen.findIndex(({ id, roomId }) => id === seen || roomId === seen);
    if (index < 0) ahead = seen;
    else upTo(index + 1);
  }

  return {
    isInRoom(id, roomId) {
      unseen.push({ id, roomId });
      if (ahead !== '' && (ahead === id || ahead === roomId)) isSeen(ahead);
    },
    isSeen,
    isAnswered: () => upTo(unseen.length),
  };
}
