import { $iq } from 'strophe.js';
import { legalXml } from './legal';
import { NS } from './namespaces';
import { child, children } from './xml';

/** Where a file may be put once, and where others get it (XEP-0363 §5). */
export interface Slot {
  readonly put: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly get: string;
}

export interface FileKind {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** A media type; empty if unknown. */
  readonly type: string;
}

/** §5: no other header may be set for a server. `Cookie` is one of them, and a page cannot set it. */
const ALLOWED = new Set(['authorization', 'expires']);

export function slotRequest(id: string, service: string, { name, size, type }: FileKind): Element {
  const kind = type === '' ? {} : { 'content-type': type };
  return $iq({ type: 'get', id, to: service })
    .c('request', { xmlns: NS.upload, filename: legalXml(name), size: String(size), ...kind })
    .tree();
}

/** Null if it is incomplete, or leads elsewhere than to the web. */
export function readSlot(answer: Element, isAllowed: (address: string) => boolean): Slot | null {
  const slot = child(answer, 'slot', NS.upload);
  const put = slot === null ? null : child(slot, 'put');
  const get = slot === null ? null : child(slot, 'get');
  const to = put?.getAttribute('url') ?? '';
  const from = get?.getAttribute('url') ?? '';
  if (put === null || !isAllowed(to) || !isAllowed(from)) return null;
  const headers = children(put, 'header')
    .map((header) => [header.getAttribute('name') ?? '', header.textContent ?? ''] as const)
    .filter(([name]) => ALLOWED.has(name.toLowerCase()))
    // §5: line breaks would begin another header.
    .map(([name, value]) => [name, value.replace(/[\r\n]/g, '')] as const);
  return { put: to, headers, get: from };
}
