import { isWebUrl } from '../drive/policy';
import type { Passage } from '../drive/passage';
import type { Standstill, StandstillStore } from '../drive/reins';

/**
 * In the tab's own storage, beside the visit's key. Where a browser allows no storage the choice ends with the page.
 *
 * @param workgroup its bare address
 */
export function standstillStore(workgroup: string, storage: () => Storage): StandstillStore {
  const name = `usher-standstill:${workgroup}`;
  return {
    keep(standstill) {
      try {
        if (standstill === null) storage().removeItem(name);
        else storage().setItem(name, JSON.stringify(standstill));
      } catch {
        // It holds for this page.
      }
    },
    recall() {
      try {
        const text = storage().getItem(name);
        return text === null ? null : read(JSON.parse(text));
      } catch {
        return null;
      }
    },
  };
}

/** Whoever had stopped has stopped, whatever else cannot be read. */
function read(data: { held?: Partial<Passage> | null } | null): Standstill {
  const { id, href, host, by, expires } = data?.held ?? {};
  const isText = [id, href, host, by].every((value) => typeof value === 'string');
  if (!isText || typeof expires !== 'number' || !isWebUrl(href as string)) return { held: null };
  return { held: { id, href, host, by, expires } as Passage };
}
