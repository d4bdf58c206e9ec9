import { describe, expect, it } from 'vitest';
import { en } from './en';
import { load } from './languages';
import { plural } from './plural';
import { waitWords } from './wait';

describe('a sentence with a number', () => {
  it('has the form that the number asks for', () => {
    const sentence = 'one:{count} минута|few:{count} минуты|many:{count} минут|other:{count} минуты';
    const said = [1, 2, 5, 11, 21, 104].map((count) => plural(sentence, count, 'ru'));
    expect(said).toEqual(['1 минута', '2 минуты', '5 минут', '11 минут', '21 минута', '104 минуты']);
  });

  it('is said somehow by a browser that knows more categories than we', () => {
    expect(plural('one:one|other:{count} of them', 5, 'ru')).toBe('5 of them');
  });
});

describe('the expected wait', () => {
  it.each([
    [0, 'Expected wait: less than a minute'],
    [44, 'Expected wait: less than a minute'],
    [45, 'Expected wait: about one minute'],
    [61, 'Expected wait: about 2 minutes'],
    [150, 'Expected wait: about 3 minutes'],
    [600, 'Expected wait: about 10 minutes'],
    [601, 'Expected wait: about 15 minutes'],
    [3300, 'Expected wait: about 55 minutes'],
    [3301, 'Expected wait: about one hour'],
    [3601, 'Expected wait: about 2 hours'],
  ])('of %i seconds: %s', (seconds, said) => {
    expect(waitWords(seconds, en, 'en')).toBe(said);
  });

  it.each([
    ['ar', 120, 'دقيقتين'],
    ['ar', 180, 'دقائق'],
    ['ar', 900, 'دقيقة'],
    ['pl', 120, '2 minuty'],
    ['pl', 300, '5 minut'],
    ['ru', 120, '2 минуты'],
    ['ru', 300, '5 минут'],
    ['ja', 120, '2 分'],
  ])('is in %s for %i seconds: %s', async (tag, seconds, part) => {
    const { words } = await load(tag);
    expect(waitWords(seconds, words, tag)).toContain(part);
  });
});
