import type { ConversationLog } from '../room/conversation';

export interface Unread {
  /** Stands before the log, and counts what the others say. */
  log<Log extends ConversationLog>(log: Log): Log;
  /** The customer looks. */
  look(): void;
}

/** How many lines of others have come while the customer did not look. What a page shows again was read before. */
export function countUnread(isSeen: () => boolean, show: (count: number) => void): Unread {
  let count = 0;
  let isQuiet = false;

  return {
    log: (log) => ({
      ...log,
      addMessage(line) {
        log.addMessage(line);
        if (!line.mine && !isQuiet && !isSeen()) show(++count);
      },
      setQuiet(quiet) {
        isQuiet = quiet;
        log.setQuiet(quiet);
      },
    }),
    look() {
      if (count > 0) show((count = 0));
    },
  };
}
