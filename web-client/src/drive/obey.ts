import type { Drive } from '../wire/incoming';
import { judgeUrl, type RefusalReason } from './policy';

/** One drive as it came out of the room, with everything that decides about it. */
export interface Order {
  readonly drive: Drive;
  /** The nickname it came from, and that occupant's affiliation as the room gave it. */
  readonly nick: string;
  readonly affiliation: string | null;
  readonly delayed: boolean;
}

export interface Situation {
  /** The switch's nickname: the workgroup's localpart. */
  readonly switchNick: string;
  /** The highest number seen in this visit, 0 at its start. */
  readonly lastSeq: number;
  /** The server's clock. */
  readonly now: number;
  readonly ownOrigin: string;
}

export type Decision =
  | { readonly verdict: 'go'; readonly href: string; readonly host: string }
  | { readonly verdict: 'ignore'; readonly why: 'not-the-switch' | 'history' | 'old' }
  | { readonly verdict: 'expired' }
  | { readonly verdict: 'refused'; readonly reason: RefusalReason };

/** The five conditions of "The drive in the channel" in docs/protocol/drive.md, in that order. */
export function decide(order: Order, situation: Situation): Decision {
  if (!isSwitch(order, situation.switchNick)) return { verdict: 'ignore', why: 'not-the-switch' };
  if (order.delayed) return { verdict: 'ignore', why: 'history' };
  if (order.drive.seq <= situation.lastSeq) return { verdict: 'ignore', why: 'old' };
  if (situation.now >= order.drive.expires) return { verdict: 'expired' };
  const url = judgeUrl(order.drive.url, situation.ownOrigin);
  if (!url.allowed) return { verdict: 'refused', reason: url.reason };
  return { verdict: 'go', href: url.href, host: url.host };
}

/** The nickname alone proves nothing, the affiliation alone might be an administrator of the server. */
export function isSwitch(
  { nick, affiliation }: Pick<Order, 'nick' | 'affiliation'>,
  switchNick: string,
): boolean {
  return affiliation === 'owner' && nick === switchNick;
}
