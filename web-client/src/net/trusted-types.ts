/** The part of Trusted Types that is used; TypeScript's own library does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(address: string): string },
  ): { createHTML(text: string): string; createScriptURL(address: string): string };
}

/** As the Content-Security-Policy names it (`web.SecurityHeaders`): no other policy can be made on our pages. */
const NAME = 'usher';

/**
 * Browsers that know Trusted Types refuse text wherever it could become code. Two things of ours need text there: the
 * script of the worker, and strophe.js, which parses what the server sends. Nothing else is let through, and where there
 * are no Trusted Types nothing changes.
 *
 * @param scripts the folder from which scripts may come
 * @returns marks the address of a script as one of ours
 */
export function trust(scripts: string, page: typeof globalThis = globalThis): (address: string) => string {
  const types = (page as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined) return (address) => address;
  const policy = types.createPolicy(NAME, {
    createHTML: (text) => text,
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, page.location.href);
      if (origin === page.location.origin && pathname.startsWith(scripts)) return address;
      throw new TypeError(`No script of ours: ${address}`);
    },
  });
  const parser = page.DOMParser.prototype;
  const parse = parser.parseFromString;
  // XML makes a document of its own in which nothing runs. HTML stays refused.
  parser.parseFromString = function (text, type) {
    return parse.call(this, type === 'text/xml' ? policy.createHTML(text) : text, type);
  };
  return (address) => policy.createScriptURL(address);
}
