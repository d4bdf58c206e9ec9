/** Reading a stanza's elements. Namespaces are compared, prefixes are not. */

/** The first child of that name, in the parent's own namespace unless another is named. */
export function child(parent: Element, name: string, namespace = parent.namespaceURI): Element | null {
  for (const element of parent.children) {
    if (element.localName === name && element.namespaceURI === namespace) return element;
  }
  return null;
}

export function childText(parent: Element, name: string, namespace = parent.namespaceURI): string | null {
  return child(parent, name, namespace)?.textContent ?? null;
}

export function children(parent: Element, name: string): Element[] {
  return [...parent.children].filter(
    (element) => element.localName === name && element.namespaceURI === parent.namespaceURI,
  );
}

/** A whole number in ASCII digits, null for everything else: `Number` takes blanks, signs, hexadecimal and 1e3. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** An XEP-0082 instant in milliseconds since 1970. */
export function instant(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? null : millis;
}
