import { fillText } from './fill';

/**
 * A sentence with a number in it: `one:about one minute|other:about {count} minutes`, one form for each of the language's
 * plural categories (CLDR). The forms are named, since browsers differ in how many categories they know.
 */
export function plural(sentence: string, count: number, tag: string): string {
  const forms = new Map(sentence.split('|').map((form) => [form.slice(0, form.indexOf(':')), form] as const));
  const form = forms.get(new Intl.PluralRules(tag).select(count)) ?? forms.get('other') ?? sentence;
  const shown = new Intl.NumberFormat(tag).format(count);
  return fillText(form.slice(form.indexOf(':') + 1), { count: shown });
}
