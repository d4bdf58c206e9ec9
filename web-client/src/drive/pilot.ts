import type { Clock } from '../time/clock';
import type { DriveState, NeedsClickReason } from '../wire/drive';
import type { Drive } from '../wire/incoming';
import type { PassageNews, Tell } from './passage';
import type { Reins } from './reins';
import { decide, isSwitch, type Order } from './obey';
import { judgeUrl, type RefusalReason } from './policy';

/** What the customer reads about a drive. `earlier`: it is part of the room's history. */
export type DriveNews = PassageNews | 'earlier';

export interface DriveLine {
  readonly by: string;
  /** The host as the browser reads it (punycode), null when the address is refused and so not to be trusted. */
  readonly host: string | null;
  readonly address: string;
}

export interface DriveLog {
  addDrive(id: string, line: DriveLine, news: DriveNews, stamp: number | null): void;
  updateDrive(id: string, news: DriveNews): void;
}

export interface PilotDeps {
  readonly switchNick: string;
  readonly ownOrigin: string;
  readonly clock: Clock;
  readonly log: DriveLog;
  readonly ack: (
    drive: string,
    state: DriveState,
    reason?: NeedsClickReason | RefusalReason | 'vetoed',
  ) => void;
  readonly guided: Pick<Reins, 'drive' | 'adopt'>;
}

export interface Pilot {
  /** True when the order came from the switch, so that its text need not be shown as well. */
  take(order: Order, stamp: number | null): boolean;
}

/** Takes the drives of one visit out of the channel, obeys or refuses, and accounts for each. */
export function createPilot({ switchNick, ownOrigin, clock, log, ack, guided }: PilotDeps): Pilot {
  let lastSeq = 0;

  function take(order: Order, stamp: number | null): boolean {
    const decision = decide(order, { switchNick, lastSeq, now: clock.now(), ownOrigin });
    if (!isSwitch(order, switchNick)) return false;
    lastSeq = Math.max(lastSeq, order.drive.seq);
    switch (decision.verdict) {
      case 'go':
        ack(order.drive.id, 'received');
        note(order.drive, 'received', stamp);
        lead(order.drive, decision);
        break;
      case 'refused':
        ack(order.drive.id, 'refused', decision.reason);
        note(order.drive, 'refused', stamp);
        break;
      case 'expired':
        ack(order.drive.id, 'expired');
        note(order.drive, 'expired', stamp);
        break;
      case 'ignore':
        if (decision.why === 'history') note(order.drive, 'earlier', stamp);
        break;
    }
    return true;
  }

  function lead({ id, by, expires }: Drive, { href, host }: { href: string; host: string }): void {
    guided.drive({ id, href, host, by, expires }, tellOf(id));
  }

  function tellOf(id: string): Tell {
    return (news, reason) => {
      if (news === 'vetoed') ack(id, 'refused', news);
      else if (news !== 'superseded' && news !== 'dropped') ack(id, news, reason);
      log.updateDrive(id, news);
    };
  }

  function note({ id, by, url: text }: Drive, news: DriveNews, stamp: number | null): void {
    const url = judgeUrl(text, ownOrigin);
    const line = url.allowed ? { by, host: url.host, address: url.href } : { by, host: null, address: text };
    log.addDrive(id, line, news, stamp);
  }

  guided.adopt(tellOf);
  return { take };
}
