import { appendFileSync } from 'node:fs';
import { test } from 'node:test';

/**
 * A test of one thing that people do with their client.
 *
 * @param proves the operations of the conformance page (Operation.java) that it proves, each with what the page says
 *   besides: how this client's own ways change what its user sees; or nothing
 */
export const scenario = (title, proves, play) =>
  test(title, async (t) => {
    let verdict = 'fails';
    try {
      await play(t);
      verdict = 'works';
    } finally {
      const lines = Object.entries(proves).map(
        ([operation, remark]) => `${operation}\t${verdict}\t${remark}\n`,
      );
      appendFileSync(process.env.USHER_FINDINGS ?? '/dev/null', lines.join(''));
    }
  });
