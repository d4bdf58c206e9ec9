import { $iq } from 'strophe.js';
import { NS } from './namespaces';

/** How much of a conversation comes at a time. */
const PAGE = 100;

/** What was said in a visit (XEP-0313), after the line of that number; from the start if null. */
export function archiveQuery(id: string, workgroup: string, token: string, after: string | null): Element {
  const query = $iq({ type: 'set', id, to: workgroup })
    .c('query', { xmlns: NS.archive, queryid: id })
    .c('x', { xmlns: NS.form, type: 'submit' })
    .c('field', { var: 'FORM_TYPE', type: 'hidden' })
    .c('value')
    .t(NS.archive)
    .up()
    .up()
    .c('field', { var: `{${NS.visit}}token` })
    .c('value')
    .t(token)
    .up()
    .up()
    .up()
    .c('set', { xmlns: NS.resultSet })
    .c('max')
    .t(String(PAGE))
    .up();
  if (after !== null) query.c('after').t(after).up();
  return query.tree();
}
