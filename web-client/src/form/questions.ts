import type { Words } from '../words/en';
import { EMAIL, field, NAME, QUESTION, type Form } from './form';

/** The two questions where the admin asks nothing else. */
export function ownQuestions(words: Words): Form {
  return {
    title: null,
    instructions: null,
    fields: [
      field(NAME, 'text-single', { label: words.yourName, required: true }),
      field(QUESTION, 'text-multi', { label: words.yourQuestion }),
    ],
  };
}

/** Whatever is asked, somebody must be called something. */
export function withName(form: Form, words: Words): Form {
  if (form.fields.some(({ name }) => name === NAME)) return form;
  const name = field(NAME, 'text-single', { label: words.yourName, required: true });
  return { ...form, fields: [name, ...form.fields] };
}

/** What is asked of those whom nobody can answer now. */
export function messageQuestions(words: Words): Form {
  return {
    title: null,
    instructions: null,
    fields: [
      field(NAME, 'text-single', { label: words.yourName, required: true }),
      field(EMAIL, 'text-single', { label: words.yourEmail, required: true }),
      field(QUESTION, 'text-multi', { label: words.yourMessage, required: true }),
    ],
  };
}
