/** How long anybody waits for anything, in milliseconds: far longer than a healthy server takes. */
export const PATIENCE = 10_000;

/**
 * What has come to somebody. A stanza stays unread until somebody waits for one like it, so that it does not matter which
 * of two comes first.
 */
export function inbox(owner) {
  const all = [];
  const unread = [];
  let look = () => {};

  function take(stanza) {
    all.push(stanza);
    unread.push(stanza);
    look();
  }

  /** The first unread stanza for which `matches` returns something, as that something. */
  function next(what, matches) {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        look = () => {};
        reject(new Error(`${owner} waits in vain for ${what}. Unread:\n${unread.join('\n')}`));
      }, PATIENCE);
      look = () => {
        for (const [at, stanza] of unread.entries()) {
          const found = matches(stanza);
          if (found) {
            unread.splice(at, 1);
            clearTimeout(giveUp);
            look = () => {};
            resolve(found);
            return;
          }
        }
      };
      look();
    });
  }

  return { take, next, has: (matches) => all.some(matches), everything: () => all.join('\n') };
}
