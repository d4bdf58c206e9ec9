import { describe, expect, it } from 'vitest';
import { linksIn } from './links';

const plain = (text: string, href = text) => ({ text, href, host: null });

describe('addresses in what people say', () => {
  it.each([
    ['nothing', 'Good morrow.', ['Good morrow.']],
    ['no text', '', []],
    ['alone', 'https://shop.example/a', [plain('https://shop.example/a')]],
    ['with a host only', 'http://shop.example', [plain('http://shop.example', 'http://shop.example/')]],
    [
      'within a sentence',
      'See https://shop.example/a, and http://b.example/?q=1#x!',
      ['See ', plain('https://shop.example/a'), ', and ', plain('http://b.example/?q=1#x'), '!'],
    ],
    ['at the end of a question', 'https://a.example/b?!?', [plain('https://a.example/b'), '?!?']],
    ['in brackets', '(https://a.example/b).', ['(', plain('https://a.example/b'), ').']],
    ['with brackets', 'https://a.example/b_(c)', [plain('https://a.example/b_(c)')]],
    ['with brackets in brackets', '(https://a.example/b_(c))', ['(', plain('https://a.example/b_(c)'), ')']],
    ['in angle brackets', '<https://a.example/b>', ['<', plain('https://a.example/b'), '>']],
    ['in quotes', '"https://a.example/b"', ['"', plain('https://a.example/b'), '"']],
    ['in a Chinese sentence', '看https://a.example/b。好', ['看', plain('https://a.example/b'), '。好']],
    ['in a Japanese one', '「https://a.example/b」', ['「', plain('https://a.example/b'), '」']],
    ['in capitals', 'HTTPS://A.example/B', [plain('HTTPS://A.example/B', 'https://a.example/B')]],
    [
      'with the usual port',
      'https://a.example:443/',
      [plain('https://a.example:443/', 'https://a.example/')],
    ],
    ['with another port', 'https://a.example:8443/', [plain('https://a.example:8443/')]],
    ['on two lines', 'https://a.example/b\nc', [plain('https://a.example/b'), '\nc']],
    ['of an IPv6 host', 'http://[::1]:8080/', [plain('http://[::1]:8080/')]],
  ])('%s', (_what, text, parts) => {
    expect(linksIn(text)).toEqual(parts);
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,<b>'],
    ['a file', 'file:///etc/passwd'],
    ['a word before', 'xhttps://a.example/'],
    ['without a host', 'https://'],
    ['with a host that is none', 'https://a b'.replace(' ', '\u0000')],
    ['a port that is none', 'https://a.example:99999/'],
    ['a name without a scheme', 'www.a.example/'],
  ])('is no link: %s', (_what, text) => {
    expect(linksIn(text)).toEqual([text]);
  });

  it.each([
    ['letters of another script', 'https://аpple.example/', 'xn--pple-43d.example'],
    ['a user that looks like a host', 'https://bank.example@evil.example/', 'evil.example'],
    ['a user and a password', 'https://bank.example:443@evil.example/', 'evil.example'],
    ['a backslash', 'https://evil.example\\@bank.example/', 'evil.example'],
    ['a number', 'http://2130706433/', '127.0.0.1'],
    ['an encoded host', 'https://%65vil.example/', 'evil.example'],
    ['full-width letters', 'https://ｅvil.example/', 'evil.example'],
    ['an ideographic dot', 'https://evil．example/', 'evil.example'],
    ['turned writing', 'https://evil.example/\u202emoc.knab', 'evil.example'],
    ['something invisible', 'https://ev\u00adil.example/', 'evil.example'],
    ['something invisible in the path', 'https://evil.example/\u200bbank', 'evil.example'],
    ['letters from right to left', 'https://evil.example/אבג/bank.example', 'evil.example'],
  ])('says the host besides, for the text could mislead: %s', (_what, text, host) => {
    expect(linksIn(text)).toMatchObject([{ text, host }]);
  });

  it('takes a long line of brackets as quickly as any other', () => {
    const line = 'https://a.example/' + ')('.repeat(100_000) + ')'.repeat(300_000);
    const before = performance.now();
    linksIn(line);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
