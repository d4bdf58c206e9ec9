import { describe, expect, it } from 'vitest';
import { en, type Words } from './en';
import { fill, fillText } from './fill';
import { load, tagFor, TAGS, wantedLanguages } from './languages';

/** Forms of a sentence with a number: one may say the number in words. */
const forms = (sentence: string) =>
  /^\w+:/.test(sentence) ? sentence.split('|').map((form) => form.split(':')[0] ?? '') : [];
const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

/** Those of whole numbers that are said here. */
const categories = (tag: string) => {
  const rules = new Intl.PluralRules(tag);
  const named = Array.from({ length: 200 }, (_, count) => rules.select(count));
  return [...new Set([...named, 'other'])].sort();
};

describe.each(TAGS)('in the language %s', async (tag) => {
  const { words } = await load(tag);

  it('everything can be said, with the same things filled in', () => {
    for (const key of Object.keys(en) as (keyof Words)[]) {
      expect(words[key].trim(), key).not.toBe('');
      const isOfNumbers = forms(en[key]).length > 0;
      if (!isOfNumbers) expect(places(words[key]), key).toEqual(places(en[key]));
      else expect(forms(words[key]).sort(), key).toEqual(categories(tag));
    }
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it('nothing is left in English', () => {
    const same = (Object.keys(en) as (keyof Words)[]).filter(
      (key) => words[key] === en[key] && key !== 'chat',
    );
    expect(tag === 'en' ? [] : same.filter((key) => en[key].includes(' '))).toEqual([]);
  });
});

describe('the language', () => {
  it('is the one of the link, then the ones of the browser, in their order', () => {
    const page = 'https://chat.example/usher/c/demo';
    expect(wantedLanguages(`${page}?lang=fr`, ['de', 'en'])).toEqual(['fr', 'de', 'en']);
    expect(tagFor(wantedLanguages(page, ['de-AT', 'en']))).toBe('de');
    expect(tagFor(['tlh', 'pt_BR'])).toBe('pt');
    expect(tagFor([])).toBe('en');
  });

  it('knows its direction', async () => {
    expect((await load('ar')).direction).toBe('rtl');
    expect((await load('ja')).direction).toBe('ltr');
  });
});

describe('a sentence', () => {
  it('is filled in, and not filled in again', () => {
    expect(fillText('{who} opens {page}', { who: '{page}', page: 'x' })).toBe('{page} opens x');
    expect(fill('{who} has left', { who: 'Nurse' })).toEqual(['Nurse', ' has left']);
  });
});
