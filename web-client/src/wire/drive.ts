import { $msg } from 'strophe.js';
import type { RefusalReason } from '../drive/policy';
import type { Drive } from './incoming';
import { NS } from './namespaces';
import { instant, wholeNumber } from './xml';

/** The states of docs/protocol/drive.md that a browser reports. */
export type DriveState =
  | 'received'
  | 'attached'
  | 'arrived'
  | 'detached'
  | 'no-page'
  | 'unconfirmed'
  | 'needs-click'
  | 'paused'
  | 'refused'
  | 'expired';

export type NeedsClickReason = 'closed' | 'lost' | 'blocked';

export interface Ack {
  readonly workgroup: string;
  readonly session: string;
  readonly drive: string;
  readonly state: DriveState;
  readonly reason?: NeedsClickReason | RefusalReason | 'vetoed' | undefined;
  /** Milliseconds since 1970, on the server's clock. */
  readonly at: number;
}

/** Null when anything is missing or unreadable: half an order is none. */
export function readDrive(element: Element): Drive | null {
  const id = element.getAttribute('id');
  const seq = wholeNumber(element.getAttribute('seq'));
  const url = element.getAttribute('url');
  const expires = instant(element.getAttribute('expires'));
  if (!id || seq === null || url === null || expires === null) return null;
  return { id, seq, url, by: element.getAttribute('by') ?? '', expires };
}

export function ackStanza({ workgroup, session, drive, state, reason, at }: Ack): Element {
  const why = reason === undefined ? {} : { reason };
  return $msg({ to: workgroup })
    .c('ack', { xmlns: NS.drive, session, drive, state, ...why, at: new Date(at).toISOString() })
    .tree();
}
