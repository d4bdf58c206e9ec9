const LONGEST_NICK = 60;

/** The customer's name as the room may take it: resourceprep normalises as NFKC does, and knows no control characters. */
export function asNickname(name: string): string {
  const plain = name.normalize('NFKC').replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return [...plain.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_NICK).join('').trim();
}

/** Names to try, one after the other, until the room takes one. The last hardly collides with anybody's. */
export function* nicknames(name: string, taken: string, random: () => string): Generator<string, void> {
  const first = asNickname(name);
  if (first !== '') {
    for (const nick of [first, `${first} 2`, `${first} 3`]) {
      if (nick.toLowerCase() !== taken.toLowerCase()) yield nick;
    }
  }
  yield `Customer ${random()}`;
}
