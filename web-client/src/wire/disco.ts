import { $iq } from 'strophe.js';
import { NS } from './namespaces';
import { child, children, childText, wholeNumber } from './xml';

export function itemsRequest(id: string, to: string): Element {
  return $iq({ type: 'get', id, to }).c('query', { xmlns: NS.discoItems }).tree();
}

export function infoRequest(id: string, to: string): Element {
  return $iq({ type: 'get', id, to }).c('query', { xmlns: NS.discoInfo }).tree();
}

export function readItems(answer: Element): string[] {
  const query = child(answer, 'query', NS.discoItems);
  return query === null ? [] : children(query, 'item').flatMap((item) => item.getAttribute('jid') ?? []);
}

/** XEP-0363 §4: null if files are not taken there. `most` is the size of a file in bytes, null if it is not said. */
export function readUploads(answer: Element): { readonly most: number | null } | null {
  const query = child(answer, 'query', NS.discoInfo);
  const features = query === null ? [] : children(query, 'feature');
  if (query === null || !features.some((feature) => feature.getAttribute('var') === NS.upload)) return null;
  for (const x of query.children) {
    if (x.localName !== 'x' || x.namespaceURI !== NS.form) continue;
    const values = new Map(
      children(x, 'field').map((field) => [field.getAttribute('var'), childText(field, 'value')]),
    );
    if (values.get('FORM_TYPE') === NS.upload)
      return { most: wholeNumber(values.get('max-file-size')?.trim() ?? null) };
  }
  return { most: null };
}
