import { $iq } from 'strophe.js';
import type { Answers } from '../form/form';
import { legalXml } from './legal';
import { NS } from './namespaces';

/** The key to a visit: whoever has it is its customer. */
export interface VisitKey {
  readonly id: string;
  readonly token: string;
}

/**
 * @param wantsKey whether the answer shall bring the key to the visit
 * @param identity what the website has signed about its customer
 */
export function joinQueue(
  id: string,
  workgroup: string,
  answers: Answers,
  wantsKey = true,
  identity: string | null = null,
): Element {
  const stanza = $iq({ type: 'set', id, to: workgroup })
    .c('join-queue', { xmlns: NS.workgroup })
    .c('queue-notifications')
    .up();
  if (wantsKey) {
    stanza.c('visit', { xmlns: NS.visit });
    if (identity !== null) stanza.c('identity').t(identity).up();
    stanza.up();
  }
  const filled = Object.entries(answers).filter(([, values]) => values.length > 0);
  if (filled.length > 0) stanza.c('x', { xmlns: NS.form, type: 'submit' });
  for (const [name, values] of filled) {
    stanza.c('field', { var: name });
    for (const value of values) stanza.c('value').t(legalXml(value)).up();
    stanza.up();
  }
  return stanza.tree();
}

/** The same visit over another connection, or once more over this one. */
export function rejoinQueue(id: string, workgroup: string, token: string): Element {
  return $iq({ type: 'set', id, to: workgroup })
    .c('join-queue', { xmlns: NS.workgroup })
    .c('queue-notifications')
    .up()
    .c('visit', { xmlns: NS.visit, token })
    .tree();
}

export function departQueue(id: string, workgroup: string): Element {
  return $iq({ type: 'set', id, to: workgroup }).c('depart-queue', { xmlns: NS.workgroup }).tree();
}
