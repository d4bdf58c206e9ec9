/** What the customer is asked before a visit, and what is answered: XEP-0004 as values. */

export const FIELD_TYPES = [
  'boolean',
  'fixed',
  'hidden',
  'jid-multi',
  'jid-single',
  'list-multi',
  'list-single',
  'text-multi',
  'text-private',
  'text-single',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** XEP-0122: what a value must look like. */
export interface Validation {
  /** Such as `xs:integer`. */
  readonly datatype: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly regex: string | null;
}

export interface Field {
  /** Empty for a field of type `fixed` without a name. */
  readonly name: string;
  readonly type: FieldType;
  readonly label: string | null;
  readonly desc: string | null;
  readonly required: boolean;
  /** What is filled in already. */
  readonly values: readonly string[];
  readonly options: readonly Option[];
  readonly validate: Validation | null;
}

export interface Form {
  readonly title: string | null;
  readonly instructions: string | null;
  readonly fields: readonly Field[];
}

/** The values of each field that was filled in, by its name. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The field that says how the customer is called: every form has it. */
export const NAME = 'username';
export const QUESTION = 'question';
export const EMAIL = 'email';

/** The first value of a field; empty if it was not filled in. */
export function valueOf(answers: Answers, name: string): string {
  return answers[name]?.[0] ?? '';
}

/** A field with what most fields have not. */
export function field(name: string, type: FieldType, changes: Partial<Field> = {}): Field {
  const rest = { label: null, desc: null, required: false, values: [], options: [], validate: null };
  return { name, type, ...rest, ...changes };
}
