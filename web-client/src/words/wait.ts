import type { Words } from './en';
import { plural } from './plural';

/** How long it takes till somebody comes, as exact as it is known: rather too long than too short. */
export function waitWords(seconds: number, words: Words, tag: string): string {
  if (seconds < 45) return words.waitLess;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 10) return plural(words.waitMinutes, minutes, tag);
  const fives = Math.ceil(minutes / 5) * 5;
  if (fives < 60) return plural(words.waitMinutes, fives, tag);
  return plural(words.waitHours, Math.ceil(minutes / 60), tag);
}
