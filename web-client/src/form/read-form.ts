import {
  field,
  FIELD_TYPES,
  type Field,
  type FieldType,
  type Form,
  type Option,
  type Validation,
} from './form';

type Data = Readonly<Record<string, unknown>>;

/** The form of `config.json`. Null if there is none, or nothing of it can be read; a field that cannot be read is left out. */
export function readForm(data: unknown): Form | null {
  if (!isData(data) || !Array.isArray(data['fields'])) return null;
  const fields = data['fields'].flatMap((item) => readField(item) ?? []);
  if (fields.length === 0) return null;
  return { title: text(data['title']), instructions: text(data['instructions']), fields };
}

function readField(data: unknown): Field | null {
  if (!isData(data)) return null;
  const name = text(data['var']);
  const type = readType(data['type']);
  if (name === null && type !== 'fixed') return null;
  return field(name ?? '', type, {
    label: text(data['label']),
    desc: text(data['desc']),
    required: data['required'] === true,
    values: list(data['values']).filter((value) => typeof value === 'string'),
    options: list(data['options']).flatMap((option) => readOption(option) ?? []),
    validate: readValidation(data['validate']),
  });
}

/** XEP-0004 §3.3: whoever does not know a type takes it for a line of text. */
function readType(type: unknown): FieldType {
  return FIELD_TYPES.find((known) => known === type) ?? 'text-single';
}

function readOption(data: unknown): Option | null {
  if (!isData(data) || typeof data['value'] !== 'string') return null;
  return { label: text(data['label']) ?? data['value'], value: data['value'] };
}

function readValidation(data: unknown): Validation | null {
  if (!isData(data)) return null;
  const [min, max, regex] = [text(data['min']), text(data['max']), text(data['regex'])];
  return { datatype: text(data['datatype']) ?? 'xs:string', min, max, regex };
}

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null;
}

function list(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data : [];
}

function text(data: unknown): string | null {
  return typeof data === 'string' && data !== '' ? data : null;
}
