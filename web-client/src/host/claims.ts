import type { Answers } from '../form/form';
import type { Attributes } from './messages';

/** What a website says about its customer, from the address or by a message: read, and kept within limits. */
export interface Claims {
  /** A token that the site has signed; whether it is true is the server's to say. */
  readonly identity: string | null;
  readonly attributes: Attributes;
}

export const NO_CLAIMS: Claims = { identity: null, attributes: {} };

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const LONGEST_TOKEN = 4096;
const KEY = /^[A-Za-z][\w.-]{0,63}$/;
const LONGEST_VALUE = 500;
const MOST_ATTRIBUTES = 20;

export function readIdentity(value: unknown): string | null {
  return typeof value === 'string' && value.length <= LONGEST_TOKEN && TOKEN.test(value) ? value : null;
}

/** What is no attribute, or too much, is left out: a slip of the website is no reason to have no chat. */
export function readAttributes(value: unknown): Attributes {
  if (typeof value !== 'object' || value === null) return {};
  const good = Object.entries(value).filter(
    ([key, text]) => KEY.test(key) && typeof text === 'string' && text !== '' && text.length <= LONGEST_VALUE,
  );
  return Object.fromEntries(good.slice(0, MOST_ATTRIBUTES)) as Attributes;
}

export function asAnswers(attributes: Attributes): Answers {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, [value]]));
}

const ATTRIBUTE = 'attribute.';

/** The part of an address behind the `#`: `identity=…&attribute.order=4711`. Null when it is none of ours. */
export function readFragment(hash: string): Claims | null {
  const said = [...new URLSearchParams(hash.replace(/^#/, ''))];
  const attributes = said.filter(([key]) => key.startsWith(ATTRIBUTE));
  const identity = said.find(([key]) => key === 'identity')?.[1];
  if (identity === undefined && attributes.length === 0) return null;
  return {
    identity: readIdentity(identity),
    attributes: readAttributes(
      Object.fromEntries(attributes.map(([key, value]) => [key.slice(ATTRIBUTE.length), value])),
    ),
  };
}

/**
 * Takes the claims off the page's address at once: nobody shall read a token over the customer's shoulder, copy it with the
 * link, or find it in the history.
 */
export function takeFragment(
  page: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
): Claims | null {
  const claims = readFragment(page.hash);
  if (claims !== null) history.replaceState(history.state, '', page.pathname + page.search);
  return claims;
}
