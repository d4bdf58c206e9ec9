import { isSwitch } from '../drive/obey';
import type { RoomPresence } from '../wire/incoming';
import type { ConversationLog } from './lines';

export const NICK_CHANGED = 303;

/** Who is in the channel besides the customer. */
export interface Company {
  arrives(who: string, affiliation: string | null): void;
  departs(who: string, presence: RoomPresence): void;
  affiliationOf(who: string): string | null;
  isSwitch(who: string): boolean;
  /** The customer is in again: who has not shown up by now has left meanwhile. */
  isComplete(): void;
  /** The connection is gone, and with it the view of who is there. */
  isOutOfSight(): void;
}

export interface CompanyDeps {
  readonly switchNick: string;
  /** Whether the name is, or was, the customer's own: the room may not have noticed yet that a connection is gone. */
  readonly isGhost: (who: string) => boolean;
  readonly log: Pick<ConversationLog, 'addNotice'>;
}

/** Keeps who is there, and tells who comes and goes. The switch is not worth a word. */
export function createCompany({ switchNick, isGhost, log }: CompanyDeps): Company {
  const affiliations = new Map<string, string | null>();
  const away = new Set<string>();

  const affiliationOf = (who: string) => affiliations.get(who) ?? null;
  const isTheSwitch = (who: string) => isSwitch({ nick: who, affiliation: affiliationOf(who) }, switchNick);

  function arrives(who: string, affiliation: string | null): void {
    const known = affiliations.has(who) || away.delete(who);
    affiliations.set(who, affiliation);
    if (known || isGhost(who) || isTheSwitch(who)) return;
    log.addNotice({ what: 'joined', who });
  }

  function departs(who: string, { codes, newNick }: RoomPresence): void {
    if (!affiliations.has(who)) return;
    const affiliation = affiliationOf(who);
    const isWorthAWord = !isGhost(who) && !isTheSwitch(who);
    affiliations.delete(who);
    if (!isWorthAWord) return;
    if (codes.includes(NICK_CHANGED) && newNick !== null) {
      // The presence under the new name follows, and is no arrival.
      affiliations.set(newNick, affiliation);
      log.addNotice({ what: 'renamed', who, to: newNick });
    } else {
      log.addNotice({ what: 'left', who });
    }
  }

  function isComplete(): void {
    for (const who of away) log.addNotice({ what: 'left', who });
    away.clear();
  }

  function isOutOfSight(): void {
    for (const who of affiliations.keys()) {
      if (!isGhost(who) && !isTheSwitch(who)) away.add(who);
    }
    affiliations.clear();
  }

  return { arrives, departs, affiliationOf, isSwitch: isTheSwitch, isComplete, isOutOfSight };
}
