import { en, type Words } from './en';

/** A language of the page. */
export interface Language {
  /** As in the attribute `lang`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

const ENGLISH: Language = { tag: 'en', direction: 'ltr', words: en };
const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);

/** All but English come when they are wanted. */
const OTHERS: Readonly<Record<string, () => Promise<{ readonly words: Words }>>> = {
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

export const TAGS: readonly string[] = ['en', ...Object.keys(OTHERS)];

/** The first of the wanted languages (BCP 47) that we speak; English if there is none, or it does not come. */
export async function languageFor(wanted: readonly string[]): Promise<Language> {
  const tag = wanted.map(primary).find((known) => TAGS.includes(known));
  const load = tag === undefined ? undefined : OTHERS[tag];
  if (tag === undefined || load === undefined) return ENGLISH;
  try {
    const { words } = await load();
    return { tag, direction: RIGHT_TO_LEFT.has(tag) ? 'rtl' : 'ltr', words };
  } catch {
    return ENGLISH;
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
