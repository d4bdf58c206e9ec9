import { expect, it } from 'vitest';
import { backoff, LONGEST_MILLIS } from './backoff';

it('waits longer each time, up to a limit, and never quite as long as others', () => {
  const shortest = [1, 2, 3, 4, 5, 6, 100].map((attempts) => backoff(attempts, () => 0));
  const longest = [1, 2, 3, 4, 5, 6, 100].map((attempts) => backoff(attempts, () => 0.999999));
  expect(shortest).toEqual([250, 500, 1000, 2000, 4000, LONGEST_MILLIS / 2, LONGEST_MILLIS / 2]);
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, LONGEST_MILLIS, LONGEST_MILLIS]);
});
