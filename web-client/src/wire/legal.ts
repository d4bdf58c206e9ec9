/** What XML 1.0 §2.2 cannot carry, half of a surrogate pair among it. One of these would end the stream. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as a stanza can carry it: what cannot be sent is shown as missing, and all else stays as it is. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '\ufffd');
}
