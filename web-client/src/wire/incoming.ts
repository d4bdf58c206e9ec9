/** What the customer's client understands of what it receives. */

import type { VisitKey } from './queue';

/** An error's defined condition, as in RFC 6120 §8.3.3, and the sentence that came with it. */
export interface StanzaError {
  readonly condition: string;
  readonly text: string | null;
  /** What the switch says besides, where the condition alone does not tell the customer what to do. */
  readonly detail: string | null;
  /** The field of the form whose answer was not taken. */
  readonly field: string | null;
}

export interface Drive {
  readonly id: string;
  readonly seq: number;
  readonly url: string;
  readonly by: string;
  /** Milliseconds since 1970, on the server's clock. */
  readonly expires: number;
}

export interface QueueStatus {
  readonly kind: 'queue-status';
  readonly from: string;
  /** Counted from 1. */
  readonly position: number | null;
  /** The expected wait in seconds, if it is known. */
  readonly wait: number | null;
  readonly session: string | null;
}

export interface Departed {
  readonly kind: 'departed';
  readonly from: string;
  readonly why: 'requested' | 'no-agent' | 'leave-message' | 'unknown';
}

export interface Invitation {
  readonly kind: 'invitation';
  readonly from: string;
  readonly inviter: string;
  readonly session: { readonly id: string; readonly workgroup: string } | null;
}

export interface RoomPresence {
  readonly kind: 'presence';
  readonly from: string;
  readonly available: boolean;
  readonly affiliation: string | null;
  readonly codes: readonly number[];
  readonly newNick: string | null;
}

export interface RoomMessage {
  readonly kind: 'room-message';
  readonly from: string;
  readonly id: string | null;
  readonly body: string | null;
  /** Null for an ordinary message, and for one whose drive cannot be read. */
  readonly drive: Drive | null;
  /** Whether its sender is writing (XEP-0085); null if it does not say. */
  readonly isWriting: boolean | null;
  /** Whether its sender wants to know when it is seen (XEP-0333). */
  readonly isMarkable: boolean;
  /** The name of the line that its sender has seen, if that is what it says. */
  readonly seen: string | null;
  /** The room's own name for it (XEP-0359). */
  readonly roomId: string | null;
  /** True for history (XEP-0203). */
  readonly delayed: boolean;
  /** When it was said, if it is history and says so. */
  readonly stamp: number | null;
}

/** One line of the visit's journal, sent again (XEP-0313). */
export interface Archived {
  readonly kind: 'archived';
  readonly from: string;
  /** The line's number in the visit, to go on from. */
  readonly number: string;
  readonly mine: boolean;
  readonly message: RoomMessage;
}

export interface Answer {
  readonly kind: 'answer';
  readonly from: string | null;
  readonly id: string;
  readonly error: StanzaError | null;
  /** The key to the visit, where it was asked for. */
  readonly key: VisitKey | null;
  /** Where an archive was asked: whether that was all of it, and the number of the last line. */
  readonly page: { readonly complete: boolean; readonly last: string | null } | null;
}

export interface Request {
  readonly kind: 'request';
  readonly from: string | null;
  readonly id: string;
  readonly isPing: boolean;
}

export interface Refusal {
  readonly kind: 'presence-error' | 'message-error';
  readonly from: string;
  readonly id: string | null;
  readonly error: StanzaError;
}

export type Incoming =
  | QueueStatus
  | Departed
  | Invitation
  | RoomPresence
  | RoomMessage
  | Archived
  | Answer
  | Request
  | Refusal
  | { readonly kind: 'other' };
