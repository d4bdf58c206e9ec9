import type { Words } from './en';

/** A language of the page. */
export interface Language {
  /** As in the attribute `lang`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);

const ENGLISH = () => import('./en').then(({ en }) => ({ words: en }));

/** Each comes when it is wanted, and none else. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly words: Words }>>> = {
  en: ENGLISH,
  ar: () => import('./ar'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
  it: () => import('./it'),
  ja: () => import('./ja'),
  ko: () => import('./ko'),
  nl: () => import('./nl'),
  pl: () => import('./pl'),
  pt: () => import('./pt'),
  ru: () => import('./ru'),
  tr: () => import('./tr'),
  zh: () => import('./zh'),
};

export const TAGS: readonly string[] = Object.keys(LANGUAGES);

/** The first of the wanted languages (BCP 47) that we speak; English if there is none. */
export function tagFor(wanted: readonly string[]): string {
  return wanted.map(primary).find((known) => TAGS.includes(known)) ?? 'en';
}

/** English if the language does not come. */
export async function load(tag: string): Promise<Language> {
  try {
    const { words } = await (LANGUAGES[tag] ?? ENGLISH)();
    return { tag, direction: RIGHT_TO_LEFT.has(tag) ? 'rtl' : 'ltr', words };
  } catch (fault) {
    if (tag === 'en') throw fault;
    return load('en');
  }
}

/** What the link asks for, then what the browser prefers. */
export function wantedLanguages(page: string, preferred: readonly string[]): readonly string[] {
  const asked = new URL(page).searchParams.get('lang');
  return asked === null ? preferred : [asked, ...preferred];
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
