import { $iq } from 'strophe.js';
import { NS } from './namespaces';
import { child, children, childText } from './xml';

export interface FormField {
  readonly name: string;
  readonly type: string;
  readonly label: string | null;
  readonly required: boolean;
}

export interface WorkgroupForm {
  readonly title: string | null;
  readonly instructions: string | null;
  readonly fields: readonly FormField[];
}

export function formRequest(id: string, workgroup: string): Element {
  return $iq({ type: 'get', id, to: workgroup }).c('workgroup-form', { xmlns: NS.jive }).tree();
}

export function readForm(answer: Element): WorkgroupForm | null {
  const wrapper = child(answer, 'workgroup-form', NS.jive);
  const x = wrapper === null ? null : child(wrapper, 'x', NS.form);
  if (x === null) return null;
  return {
    title: childText(x, 'title'),
    instructions: childText(x, 'instructions'),
    fields: children(x, 'field').flatMap((field) => readField(field) ?? []),
  };
}

function readField(field: Element): FormField | null {
  const name = field.getAttribute('var');
  if (name === null) return null;
  return {
    name,
    // XEP-0004 §3.3: a field without a type is a line of text.
    type: field.getAttribute('type') ?? 'text-single',
    label: field.getAttribute('label'),
    required: child(field, 'required') !== null,
  };
}
