/** A web address in what somebody said. */
export interface Link {
  /** As it was written. */
  readonly text: string;
  /** As the parser reads it. */
  readonly href: string;
  /** The host as the parser reads it, where the text could make one believe another; otherwise null. */
  readonly host: string | null;
}

/** What may stand in an address. Full-width punctuation ends it: Chinese and Japanese sentences go on without a blank. */
const ADDRESS = /(?<![A-Za-z0-9])https?:\/\/[^\s<>"“”„«»。、，；：！？（）「」『』《》【】]+/giu;
const PUNCTUATION = /[.,;:!?'’‘…*_~|`]/u;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** Invisible, or turning the direction of writing; and letters that are written from right to left. */
const MISLEADING = /[\p{C}\p{Zl}\p{Zp}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** What somebody said, cut into plain text and web addresses. */
export function linksIn(text: string): (string | Link)[] {
  const parts: (string | Link)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const link = readLink(withoutTail(found));
    if (link === null) continue;
    if (index > end) parts.push(text.slice(end, index));
    parts.push(link);
    end = index + link.text.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** A sentence's punctuation after an address is not part of it, nor is a bracket that was opened before it. */
function withoutTail(found: string): string {
  const surplus: Record<string, number> = {};
  for (const [close, open] of Object.entries(BRACKETS)) {
    surplus[close] = found.split(close).length - found.split(open).length;
  }
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last in BRACKETS && (surplus[last] ?? 0) > 0) surplus[last] = (surplus[last] ?? 0) - 1;
    else if (!PUNCTUATION.test(last)) break;
  }
  return found.slice(0, end);
}

function readLink(text: string): Link | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const { href, host, protocol } = url;
  if (!/^https?:$/.test(protocol) || host === '') return null;
  return { text, href, host: isPlain(text, url) ? null : host };
}

/** Whether everybody reads the host out of the text that the parser reads: no user, no other script, nothing unseen. */
function isPlain(text: string, { host, port, protocol }: URL): boolean {
  const written = /^https?:\/\/([^/?#\\]*)/i.exec(text)?.[1]?.toLowerCase();
  const usual = protocol === 'http:' ? '80' : '443';
  const same = written === host || (port === '' && written === `${host}:${usual}`);
  return same && !text.includes('\\') && !MISLEADING.test(text);
}
