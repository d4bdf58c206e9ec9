import type { DriveState, NeedsClickReason } from '../wire/drive';

/** One drive that may be carried out: it has passed the policy. */
export interface Passage {
  readonly id: string;
  readonly href: string;
  readonly host: string;
  readonly by: string;
  /** On the server's clock. */
  readonly expires: number;
}

/** What the customer is asked for, and why. `silent`: the window is there and does not answer. */
export interface Card {
  readonly passage: Passage;
  readonly because: NeedsClickReason | 'silent';
}

export interface GuidedView {
  readonly card: Card | null;
  /** No window, and nothing to open in it: offer to open one for later drives. */
  readonly offerWindow: boolean;
}

/** Whether the customer lets themselves be led. */
export interface LeadView {
  /** Who leads; null before the first drive, empty where nobody is named. */
  readonly by: string | null;
  readonly stopped: boolean;
  /** Whether there is anything to stop, or to let go on. */
  readonly isShown: boolean;
}

/**
 * What was observed; or why nothing more will be: a newer drive has taken its place, the visit is over, or the website that
 * opened the chat did not allow it.
 */
export type PassageNews = DriveState | 'superseded' | 'dropped' | 'vetoed';

export type Tell = (news: PassageNews, reason?: NeedsClickReason) => void;
