import { describe, expect, it } from 'vitest';
import { isWebUrl, judgeUrl, LONGEST_URL } from './policy';

const OWN = 'https://chat.example:7443';

const refused: [url: string, reason: string][] = [
  ['javascript:alert(1)', 'scheme'],
  ['   javascript:alert(1)', 'scheme'],
  ['\u0001\u001fjavascript:alert(1)', 'scheme'],
  ['java\nscript:alert(1)', 'scheme'],
  ['java\tscript\r\n:alert(1)', 'scheme'],
  ['JaVaScRiPt:alert(1)', 'scheme'],
  ['javascript://shop.example/%0aalert(1)', 'scheme'],
  ['data:text/html,<script>alert(1)</script>', 'scheme'],
  ['blob:https://chat.example:7443/1b2c', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['about:blank', 'scheme'],
  ['about:srcdoc', 'scheme'],
  ['mailto:romeo@example.org', 'scheme'],
  ['tel:+123', 'scheme'],
  ['view-source:https://shop.example/', 'scheme'],
  ['ftp://shop.example/', 'scheme'],
  ['ws://shop.example/', 'scheme'],
  ['//shop.example/', 'malformed'],
  ['\\\\shop.example/', 'malformed'],
  ['/cart', 'malformed'],
  ['shop.example', 'malformed'],
  ['', 'malformed'],
  ['https://', 'malformed'],
  ['https://shop.example:99999/', 'malformed'],
  ['https://romeo@shop.example/', 'credentials'],
  ['https://:secret@shop.example/', 'credentials'],
  ['https://www.bank.example@evil.example/', 'credentials'],
  ["https://a'b.example/", 'host'],
  ['https://a$b.example/', 'host'],
  ['https://shop.example/' + 'a'.repeat(9 * 1024), 'too-long'],
  ['https://shop.example/' + 'a'.repeat(LONGEST_URL - 20), 'too-long'],
  ['https://chat.example:7443/usher/c/demo', 'own-origin'],
  ['HTTPS://CHAT.example:7443/plugins/', 'own-origin'],
];

const allowed: [url: string, href: string, host: string][] = [
  ['https://shop.example/cart?step=2#a', 'https://shop.example/cart?step=2#a', 'shop.example'],
  ['http://shop.example', 'http://shop.example/', 'shop.example'],
  ['  HTTPS://Shop.Example/A  ', 'https://shop.example/A', 'shop.example'],
  ['https:\\\\shop.example\\a', 'https://shop.example/a', 'shop.example'],
  ['https://shop.example:8443/', 'https://shop.example:8443/', 'shop.example:8443'],
  ['https://bücher.example/straße', 'https://xn--bcher-kva.example/stra%C3%9Fe', 'xn--bcher-kva.example'],
  ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['http://[2001:db8::1]:81/', 'http://[2001:db8::1]:81/', '[2001:db8::1]:81'],
  ['http://0x7f.1/', 'http://127.0.0.1/', '127.0.0.1'],
  [
    'https://shop.example/?next=javascript:alert(1)',
    'https://shop.example/?next=javascript:alert(1)',
    'shop.example',
  ],
  // Another port or scheme of the chat's host is another origin.
  ['https://chat.example/', 'https://chat.example/', 'chat.example'],
  ['http://chat.example:7443/', 'http://chat.example:7443/', 'chat.example:7443'],
  [
    'https://shop.example/' + 'a'.repeat(LONGEST_URL - 21),
    'https://shop.example/' + 'a'.repeat(LONGEST_URL - 21),
    'shop.example',
  ],
];

describe('the policy of URLs', () => {
  it.each(refused)('refuses %j as %s', (url, reason) => {
    expect(judgeUrl(url, OWN)).toEqual({ allowed: false, reason });
  });

  it.each(allowed)('allows %j', (url, href, host) => {
    expect(judgeUrl(url, OWN)).toEqual({ allowed: true, href, host });
  });

  it.each(refused.filter(([, reason]) => reason === 'scheme' || reason === 'malformed'))(
    'is held by the hop page too: %j',
    (url) => {
      expect(isWebUrl(url)).toBe(false);
    },
  );
});
