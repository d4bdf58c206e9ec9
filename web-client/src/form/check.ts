import { asNickname } from '../room/nicknames';
import { NAME, type Field, type Validation } from './form';

/** What is wrong with an answer. */
export interface Mistake {
  readonly what:
    | 'missing'
    | 'unchosen'
    | 'unticked'
    | 'address'
    | 'phone'
    | 'whole'
    | 'number'
    | 'range'
    | 'least'
    | 'most'
    | 'pattern';
  readonly min: string;
  readonly max: string;
}

const WHOLE = /^xs:(integer|int|long|short|byte|positiveInteger|nonNegativeInteger|unsigned\w+)$/;
/** What is said of what does not match. */
const PATTERNS: Readonly<Record<string, Mistake['what']>> = { 'x:email': 'address', 'x:phone': 'phone' };
const NUMBER = /^xs:(decimal|double|float)$/;

/** Null if these values are an answer to the field. The server has the last word: what it alone can judge passes here. */
export function check(field: Field, values: readonly string[]): Mistake | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (field.type === 'boolean') return field.required && !isTrue(values[0]) ? mistake('unticked') : null;
  if (filled.length === 0) return field.required ? missing(field) : null;
  // A name may be of signs that the room does not show.
  if (field.name === NAME && asNickname(filled.join(' ')) === '') return mistake('missing');
  for (const value of filled) {
    const wrong = checkValue(field, value);
    if (wrong !== null) return wrong;
  }
  return null;
}

export function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}

/** Fields of these names have a meaning in the browser too: it fills them in, and phones show the keyboard for them. */
export function meaning(name: string): 'name' | 'email' | 'tel' | 'organization' | null {
  if (/^(user)?name$/i.test(name)) return 'name';
  if (/^e?-?mail$/i.test(name)) return 'email';
  if (/^(tel|telephone|phone|mobile)$/i.test(name)) return 'tel';
  return /^(company|organi[sz]ation)$/i.test(name) ? 'organization' : null;
}

/** What the browser may know to fill in, or to check as it is typed. */
export function kind({ name, validate }: Field): ReturnType<typeof meaning> {
  if (validate?.datatype === 'x:email') return 'email';
  return validate?.datatype === 'x:phone' ? 'tel' : meaning(name);
}

export function isWhole({ datatype }: Validation): boolean {
  return WHOLE.test(datatype);
}

function missing({ type }: Field): Mistake {
  return mistake(type.startsWith('list-') ? 'unchosen' : 'missing');
}

function checkValue(field: Field, value: string): Mistake | null {
  const { type, validate } = field;
  if (kind(field) === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)) return mistake('address');
  // XMPP addresses may be without a localpart, but no text with blanks before the resource is one.
  if (type.startsWith('jid-') && !/^([^\s@/]+@)?[^\s@/]+(\/.+)?$/.test(value)) return mistake('address');
  return validate === null ? null : checkDatatype(validate, value);
}

function checkDatatype(validate: Validation, value: string): Mistake | null {
  const { datatype, min, max, regex } = validate;
  const isNumber = isWhole(validate) || NUMBER.test(datatype);
  if (isWhole(validate) && !/^[+-]?\d+$/.test(value)) return mistake('whole');
  if (isNumber && !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value)) return mistake('number');
  if (regex !== null && !matches(regex, value)) return mistake(PATTERNS[datatype] ?? 'pattern');
  const order = (limit: string) => (isNumber ? Number(value) - Number(limit) : value < limit ? -1 : 1);
  const isBelow = min !== null && value !== min && order(min) < 0;
  const isAbove = max !== null && value !== max && order(max) > 0;
  if (!isBelow && !isAbove) return null;
  const what = min !== null && max !== null ? 'range' : isBelow ? 'least' : 'most';
  return { what, min: min ?? '', max: max ?? '' };
}

/** What is no regular expression here may be one to the server: it judges then. */
function matches(regex: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${regex})$`, 'u').test(value);
  } catch {
    return true;
  }
}

function mistake(what: Mistake['what']): Mistake {
  return { what, min: '', max: '' };
}
