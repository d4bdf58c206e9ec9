import { button, h } from './dom';

/** What fits into a screenful, roughly. */
const LONGEST_TEXT = 2_000;
const MOST_LINES = 30;
/** An address may have 8,000 characters: its host is said besides. */
const LONGEST_ADDRESS = 200;

/** What somebody said, shown by `show`; folded if it is long, so that it does not push everything else away. */
export function foldedText(text: string, show: (text: string) => HTMLElement, showAll: string): HTMLElement {
  const lines = text.split('\n', MOST_LINES + 1);
  const few = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES).join('\n') : text;
  return folded(text, cut(few, LONGEST_TEXT), h('div', { class: 'folded' }), show, showAll);
}

export function foldedAddress(address: string, showAll: string): HTMLElement {
  const show = (text: string) => h('span', { class: 'address' }, text);
  return folded(address, cut(address, LONGEST_ADDRESS), h('span', { class: 'folded' }), show, showAll);
}

/** Unfolding is the reader's own doing: the focus goes to the whole of it. */
function folded(
  text: string,
  beginning: string,
  place: HTMLElement,
  show: (text: string) => HTMLElement,
  showAll: string,
): HTMLElement {
  if (beginning === text) return show(text);
  function unfold(): void {
    const all = show(text);
    all.tabIndex = -1;
    place.replaceChildren(all);
    all.focus({ preventScroll: true });
  }
  place.append(show(`${beginning} …`), ' ', button(showAll, unfold, { class: 'quiet' }));
  return place;
}

/** Never within a character that takes two units. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
