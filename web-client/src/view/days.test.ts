import { expect, it } from 'vitest';
import { dayMarks } from './days';

const at = (day: number, hour: number) => new Date(2026, 0, day, hour).getTime();

it('a conversation of one day has no mark of days', () => {
  const mark = dayMarks('en', () => at(2, 9));
  expect([mark(at(2, 8)), mark(at(2, 9))]).toEqual([null, null]);
});

it('each day of a longer one begins with its name', () => {
  const mark = dayMarks('en', () => at(3, 9));
  const marks = [at(1, 23), at(2, 0), at(2, 12), at(3, 9)].map(mark);
  expect(marks).toEqual(['Thursday, January 1', 'Friday, January 2', null, 'Saturday, January 3']);
});
