/** Reading addresses: `local@domain/resource`. A resource may itself contain `@` and `/`. */

export function bareOf(jid: string): string {
  const slash = jid.indexOf('/');
  return slash < 0 ? jid : jid.slice(0, slash);
}

export function resourceOf(jid: string): string | null {
  const slash = jid.indexOf('/');
  return slash < 0 ? null : jid.slice(slash + 1);
}

export function localOf(jid: string): string | null {
  const bare = bareOf(jid);
  const at = bare.indexOf('@');
  return at < 0 ? null : bare.slice(0, at);
}
