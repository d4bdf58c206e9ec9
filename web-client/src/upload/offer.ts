import type { Reply } from '../net/link';
import { infoRequest, itemsRequest, readItems, readUploads } from '../wire/disco';

/** Who takes files, and how big they may be. */
export interface UploadOffer {
  readonly service: string;
  /** In bytes; null if it is not said. */
  readonly most: number | null;
}

export type Ask = (build: (id: string) => Element) => Promise<Reply>;

/** A server has a handful of services; whoever has more does not keep us busy. */
const MOST_SERVICES = 20;

/** Asks the server, and then its services, whether they take files (XEP-0363 §4). Null if none does. */
export async function findUploads(ask: Ask, domain: string): Promise<UploadOffer | null> {
  const items = await ask((id) => itemsRequest(id, domain));
  const services = items === 'silence' ? [] : readItems(items.stanza);
  const asked = [domain, ...services].slice(0, MOST_SERVICES).map(async (service) => {
    const info = await ask((id) => infoRequest(id, service));
    const found = info === 'silence' || info.error !== null ? null : readUploads(info.stanza);
    return found === null ? null : { service, ...found };
  });
  return (await Promise.all(asked)).find((offer) => offer !== null) ?? null;
}
