import { describe, expect, it } from 'vitest';
import { legalXml } from './legal';

describe('text for a stanza', () => {
  it.each([
    'Grüße, 日本語, עברית',
    'a\tb\nc\r\n',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇩🇪 👍🏽 e\u0301 Z\u0351\u036b\u0343',
    '\u200d\ufe0f\u202e\u2028\u0085\ue000\ufffd',
    '<b>&amp;]]>',
  ])('stays as it is: %j', (text) => {
    expect(legalXml(text)).toBe(text);
  });

  it.each([
    ['half of an emoji', 'a\ud83d', 'a\ufffd'],
    ['the other half', '\ude00b', '\ufffdb'],
    ['halves in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
    ['control characters', 'a\u0000b\u0008\u000b\u000c\u001b[31m', 'a\ufffdb\ufffd\ufffd\ufffd\ufffd[31m'],
    ['what is no character', '\ufffe\uffff', '\ufffd\ufffd'],
  ])('shows that something is missing: %s', (_what, text, legal) => {
    expect(legalXml(text)).toBe(legal);
  });
});
