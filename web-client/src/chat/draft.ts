import type { Answers } from '../form/form';

/** A message that is being written, in the tab's own storage: it outlives a reload. */
export interface Draft {
  keep(answers: Answers): void;
  /** Nothing if there is none. */
  recall(): Answers;
  drop(): void;
}

/** @param workgroup its bare address */
export function draft(workgroup: string, storage: () => Storage): Draft {
  const name = `usher-message:${workgroup}`;

  function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  }

  return {
    keep: (answers) => attempt((store) => store.setItem(name, JSON.stringify(answers)), undefined),
    recall: () => attempt((store) => read(store.getItem(name)), {}),
    drop: () => attempt((store) => store.removeItem(name), undefined),
  };
}

function read(text: string | null): Answers {
  const data: unknown = JSON.parse(text ?? '{}');
  const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');
  return Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => isList(value))) as Answers;
}
