import { isTrue, isWhole, kind } from '../form/check';
import { NAME, type Field } from '../form/form';
import type { Words } from '../words/en';
import { h } from './dom';

/** What a field is answered with. */
export interface Control {
  /** What goes where the control stands. */
  readonly element: HTMLElement;
  /** All that can have the focus. */
  readonly inputs: readonly (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[];
  /** Several inputs have a legend in the place of a label; a box to tick has the label behind it. */
  readonly shape: 'line' | 'group' | 'tick';
  read(): string[];
  write(values: readonly string[]): void;
}

/** With more of them a list is a menu. */
const MOST_RADIOS = 5;
/** What the server takes of one value, and what a room shows of a name. */
const LONGEST = '4000';
const LONGEST_LINE = '1000';
const LONGEST_NAME = '60';

export function control(field: Field, id: string, words: Words): Control {
  switch (field.type) {
    case 'boolean':
      return tick(id);
    case 'list-multi':
      return choices(field, id, 'checkbox');
    case 'list-single':
      // A choice of radios cannot be taken back.
      return field.required && field.options.length <= MOST_RADIOS
        ? choices(field, id, 'radio')
        : menu(field, id, words);
    case 'text-multi':
    case 'jid-multi':
      return box(field, id);
    default:
      return line(field, id);
  }
}

function line(field: Field, id: string): Control {
  const { name, type, validate } = field;
  const means = kind(field);
  const isDate = validate?.datatype === 'xs:date';
  const shown = type === 'text-private' ? 'password' : isDate ? 'date' : 'text';
  const input = h('input', {
    id,
    name,
    type: shown === 'text' && (means === 'email' || means === 'tel') ? means : shown,
    maxlength: name === NAME ? LONGEST_NAME : LONGEST_LINE,
    autocomplete: type === 'text-private' ? 'off' : (means ?? false),
    inputmode: validate !== null && isWhole(validate) ? 'numeric' : type === 'jid-single' ? 'email' : false,
    autocapitalize: type === 'jid-single' ? 'none' : false,
  });
  return single(input, () => input.value.trim());
}

function box({ name, type }: Field, id: string): Control {
  const area = h('textarea', { id, name, rows: '3', maxlength: LONGEST });
  // The lines of a text stay one value: a form has room for forty.
  const apart = type === 'jid-multi';
  return {
    ...single(area, () => area.value.trim()),
    read: () => (apart ? area.value.split('\n').map((text) => text.trim()) : [area.value.trim()]),
    write: (values) => void (area.value = values.join('\n')),
  };
}

function menu({ name, options }: Field, id: string, words: Words): Control {
  const select = h('select', { id, name }, h('option', { value: '' }, words.choose));
  for (const { label, value } of options) select.append(h('option', { value }, label));
  return single(select, () => select.value);
}

function single(
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: () => string,
): Control {
  return {
    element: input,
    inputs: [input],
    shape: 'line',
    read: () => [value()],
    write: (values) => void (input.value = values[0] ?? ''),
  };
}

function tick(id: string): Control {
  const input = h('input', { id, type: 'checkbox' });
  return {
    element: input,
    inputs: [input],
    shape: 'tick',
    read: () => [String(input.checked)],
    write: (values) => void (input.checked = isTrue(values[0])),
  };
}

function choices({ options }: Field, id: string, type: 'radio' | 'checkbox'): Control {
  const inputs = options.map(({ value }, at) => h('input', { id: `${id}-${at}`, type, name: id, value }));
  const labels = options.map(({ label }, at) =>
    h('label', { class: 'choice' }, inputs[at] as Node, h('span', { dir: 'auto' }, label)),
  );
  return {
    element: h('div', { class: 'choices' }, ...labels),
    inputs,
    shape: 'group',
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    write: (values) => inputs.forEach((input) => (input.checked = values.includes(input.value))),
  };
}
