import { $iq } from 'strophe.js';
import type { Request } from './incoming';
import { NS } from './namespaces';

export function ping(id: string, domain: string): Element {
  return $iq({ type: 'get', id, to: domain }).c('ping', { xmlns: NS.ping }).tree();
}

/** RFC 6120 §8.2.3: every request is answered. This client offers nothing but XEP-0199. */
export function answerTo({ id, from, isPing }: Request): Element {
  const to = from === null ? {} : { to: from };
  if (isPing) return $iq({ type: 'result', id, ...to }).tree();
  return $iq({ type: 'error', id, ...to })
    .c('error', { type: 'cancel' })
    .c('service-unavailable', { xmlns: NS.stanzas })
    .tree();
}
