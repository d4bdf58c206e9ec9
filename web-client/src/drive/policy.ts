/** What a browser may be led to. Pure; the server applies the same rules first, and this is the last line. */

/** The reasons of docs/protocol/drive.md. */
export type RefusalReason = 'malformed' | 'scheme' | 'credentials' | 'host' | 'too-long' | 'own-origin';

export type Verdict =
  | { readonly allowed: true; readonly href: string; readonly host: string }
  | { readonly allowed: false; readonly reason: RefusalReason };

export const LONGEST_URL = 8000;

// What a host looks like once a browser's parser has read it: names are ASCII by then (punycode), IPv6 is in brackets.
// Chromium has let a space through as %20, so the parser's word is not enough.
const READABLE_HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/;

/**
 * The scheme is read from the parsed URL, never from the text: spaces, control characters, line breaks and capitals
 * in front of or inside of `javascript:` all parse to `javascript:`. There is no base, or `//host` would become a URL.
 */
export function judgeUrl(text: string, ownOrigin: string): Verdict {
  if (text.length > LONGEST_URL) return refuse('too-long');
  const url = parse(text);
  if (url === null) return refuse('malformed');
  if (!isWeb(url)) return refuse('scheme');
  if (url.username !== '' || url.password !== '') return refuse('credentials');
  if (!READABLE_HOST.test(url.hostname)) return refuse('host');
  if (url.origin === ownOrigin) return refuse('own-origin');
  return { allowed: true, href: url.href, host: url.host };
}

/** For the hop page, the last to look before it moves: is this http or https? */
export function isWebUrl(text: string): boolean {
  const url = parse(text);
  return url !== null && isWeb(url);
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function refuse(reason: RefusalReason): Verdict {
  return { allowed: false, reason };
}
