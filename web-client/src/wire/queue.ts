import { $iq } from 'strophe.js';
import { NS } from './namespaces';

/** What the customer fills in, by the names of the workgroup's form. */
export interface Answers {
  readonly username: string;
  readonly question: string;
}

export function joinQueue(id: string, workgroup: string, answers: Answers): Element {
  const stanza = $iq({ type: 'set', id, to: workgroup })
    .c('join-queue', { xmlns: NS.workgroup })
    .c('queue-notifications')
    .up()
    .c('x', { xmlns: NS.form, type: 'submit' });
  for (const [name, value] of Object.entries(answers)) {
    if (value !== '') stanza.c('field', { var: name }).c('value').t(value).up().up();
  }
  return stanza.tree();
}

export function departQueue(id: string, workgroup: string): Element {
  return $iq({ type: 'set', id, to: workgroup }).c('depart-queue', { xmlns: NS.workgroup }).tree();
}
