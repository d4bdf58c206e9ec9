/** A sentence with its places filled in. What is filled in is never looked at for places itself. */
export function fill(sentence: string, parts: Readonly<Record<string, Node | string>>): (Node | string)[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? (parts[piece.slice(1, -1)] ?? piece) : piece));
}

export function fillText(sentence: string, parts: Readonly<Record<string, string>>): string {
  return fill(sentence, parts).join('');
}
