// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { trust } from './trusted-types';

/** A browser that takes only what a policy has made, as one with Trusted Types does. */
function browser() {
  const made: string[] = [];
  const parsed: string[] = [];
  class Parser {
    parseFromString(text: string, type: string) {
      parsed.push(`${type}: ${text}`);
    }
  }
  const page = {
    location: new URL('https://chat.example/usher/c/demo'),
    DOMParser: Parser,
    trustedTypes: {
      createPolicy(name: string, rules: Record<string, (text: string) => string>) {
        made.push(name);
        return {
          createHTML: (text: string) => `trusted ${rules['createHTML']!(text)}`,
          createScriptURL: (address: string) => `trusted ${rules['createScriptURL']!(address)}`,
        };
      },
    },
  };
  const script = trust('/usher/assets/', page as unknown as typeof globalThis);
  return { made, parsed, script, parser: new Parser() };
}

describe('where browsers refuse text that could become code', () => {
  it('what the server sends is parsed as XML, and as nothing else', () => {
    const a = browser();
    a.parser.parseFromString('<open/>', 'text/xml');
    a.parser.parseFromString('<img onerror>', 'text/html');
    expect(a.parsed).toEqual(['text/xml: trusted <open/>', 'text/html: <img onerror>']);
    expect(a.made).toEqual(['usher']);
  });

  it('scripts come from our own folder only', () => {
    const { script } = browser();
    expect(script('/usher/assets/timers.js')).toBe('trusted /usher/assets/timers.js');
    for (const address of [
      'https://evil.example/usher/assets/x.js',
      '/usher/hop',
      '/usher/assets/../c/demo',
      'data:text/javascript,x',
      'blob:https://chat.example/usher/assets/',
    ]) {
      expect(() => script(address), address).toThrow(TypeError);
    }
  });
});

it('elsewhere nothing changes', () => {
  const before = DOMParser.prototype.parseFromString;
  expect(trust('/usher/assets/')('https://other.example/')).toBe('https://other.example/');
  expect(DOMParser.prototype.parseFromString).toBe(before);
});
