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

/** The admin's form: what has no label there has one of ours, and whatever is asked, somebody must be called something. */
export function adminsQuestions(form: Form, words: Words): Form {
  const ours: Readonly<Record<string, string>> = {
    [NAME]: words.yourName,
    [EMAIL]: words.yourEmail,
    [QUESTION]: words.yourQuestion,
  };
  const fields = form.fields.map((one) => ({ ...one, label: one.label ?? ours[one.name] ?? null }));
  const name = field(NAME, 'text-single', { label: words.yourName, required: true });
  const hasName = fields.some((one) => one.name === NAME);
  return { ...form, fields: hasName ? fields : [name, ...fields] };
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
