import type { Answers, Field } from '../form/form';
import type { Words } from '../words/en';
import { h } from './dom';
import { fieldView, type FieldView } from './field';

/** The fields of a form (XEP-0004 §3.3), one below the other. */
export interface Questionnaire {
  readonly parts: readonly HTMLElement[];
  /** What is filled in by now, right or wrong. */
  answers(): Answers;
  /** Says what is wrong and goes to the first of it. Null if anything is. */
  checked(): Answers | null;
  fill(answers: Answers): void;
  /** Says that the answer to a field is wrong. False if there is no such field. */
  blame(name: string, sentence: string | null): boolean;
  focus(): void;
}

/** @param id unique on the page */
export function questionnaire(fields: readonly Field[], id: string, words: Words): Questionnaire {
  const parts: HTMLElement[] = [];
  const views: FieldView[] = [];
  const given: [string, readonly string[]][] = [];
  fields.forEach((field, at) => {
    if (field.type === 'hidden') given.push([field.name, field.values]);
    else if (field.type === 'fixed') parts.push(...fixed(field));
    else {
      const view = fieldView(field, `${id}-${at}`, words);
      views.push(view);
      parts.push(view.element);
    }
  });

  const answers = () =>
    Object.fromEntries(
      [...given, ...views.map((view) => [view.field.name, view.read()] as const)].map(filled),
    );

  return {
    parts,
    answers,
    checked() {
      const wrong = views.filter((view) => !view.check());
      wrong[0]?.focus();
      return wrong.length === 0 ? answers() : null;
    },
    fill(values) {
      for (const view of views) {
        const value = values[view.field.name];
        if (value !== undefined && value.length > 0) view.write(value);
      }
    },
    blame(name, sentence) {
      const view = views.find((one) => one.field.name === name);
      view?.say(sentence);
      if (sentence !== null) view?.focus();
      return view !== undefined;
    },
    focus: () => views[0]?.focus(),
  };
}

/** Words of the admin between the questions: the label is their heading. */
function fixed({ label, values }: Field): HTMLElement[] {
  const heading = label === null ? [] : [h('p', { class: 'fixed-label', dir: 'auto' }, label)];
  return [...heading, ...values.map((text) => h('p', { class: 'fixed', dir: 'auto' }, text))];
}

function filled([name, values]: readonly [string, readonly string[]]): [string, readonly string[]] {
  return [name, values.filter((value) => value !== '')];
}
