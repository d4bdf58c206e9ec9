// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { foldedAddress, foldedText } from './fold';
import { speech } from './speech';

function press(element: HTMLElement): void {
  element.querySelector('button')!.click();
}

describe('what somebody said', () => {
  it.each(['', 'Good morrow.', 'x'.repeat(2_000), '\n'.repeat(29)])('is shown as it is', (text) => {
    const shown = foldedText(text, speech, 'Show all');
    expect([shown.className, shown.textContent]).toEqual(['text', text]);
  });

  it('is folded when it is long, and unfolded on a click', () => {
    const long = 'x'.repeat(1_000_000);
    const shown = foldedText(long, speech, 'Show all');
    document.body.replaceChildren(shown);
    expect(shown.textContent).toBe(`${'x'.repeat(2_000)} … Show all`);
    press(shown);
    expect(shown.textContent).toBe(long);
    expect(document.activeElement?.textContent).toBe(long);
  });

  it('is folded when it has many lines', () => {
    expect(foldedText('a\n'.repeat(40), speech, 'Show all').textContent).toBe(
      `${'a\n'.repeat(30).trimEnd()} … Show all`,
    );
  });

  it('is not cut within a character', () => {
    expect(foldedText('😀'.repeat(1_001).padStart(2_003, 'x'), speech, '').textContent).toBe(
      `${'x'}${'😀'.repeat(999)} … `,
    );
  });
});

it('a long address is folded, too', () => {
  const address = `https://shop.example/${'a/'.repeat(3_000)}`;
  const shown = foldedAddress(address, 'Show all');
  expect(shown.textContent).toBe(`${address.slice(0, 200)} … Show all`);
  press(shown);
  expect(shown.textContent).toBe(address);
});
