type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes and children. Strings become text: nothing that people wrote is ever read as HTML. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...content);
  return element;
}

export function button(label: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', press);
  return element;
}

/** What people wrote, set apart so that its direction of writing cannot reorder ours. */
export function theirs(text: string | Node): HTMLElement {
  return h('bdi', {}, text);
}

/** An address from outside: characters that are invisible or turn the direction of writing are made visible. */
export function legible(address: string): string {
  return address.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
