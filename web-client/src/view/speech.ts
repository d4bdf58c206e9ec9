import { h, legible } from './dom';
import { linksIn, type Link } from './links';

/** What somebody said: text, in which web addresses can be followed. */
export function speech(text: string): HTMLElement {
  const parts = linksIn(text).map((part) => (typeof part === 'string' ? part : shown(part)));
  return h('p', { class: 'text', dir: 'auto' }, ...parts);
}

/** An address is read from left to right, whatever is around it. The page that opens gets no hold of this one. */
function shown({ text, href, host }: Link): HTMLElement {
  const link = h('a', { href, target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' }, legible(text));
  if (host !== null) link.append(' ', h('strong', {}, `(${host})`));
  return link;
}
