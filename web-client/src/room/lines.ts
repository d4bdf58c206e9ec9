/** What a conversation consists of, for whoever shows it. */

export interface MessageLine {
  readonly author: string;
  readonly mine: boolean;
  readonly text: string;
  /** Its name in the room. */
  readonly id: string | null;
  /** When it was said if it is history, null for now. */
  readonly stamp: number | null;
}

/** What has become of a line of one's own. */
export type Delivery = 'sending' | 'sent' | 'seen' | 'unsent';

export type Notice =
  | { readonly what: 'joined' | 'left'; readonly who: string }
  | { readonly what: 'renamed'; readonly who: string; readonly to: string }
  | { readonly what: 'said'; readonly text: string };

export interface ConversationLog {
  addMessage(line: MessageLine): void;
  /** A line of one's own, on its way. */
  addOutgoing(id: string, text: string): void;
  markOutgoing(id: string, delivery: Delivery): void;
  addNotice(notice: Notice): void;
  /** What is added from now on was there before the page was loaded again: nobody needs to be told. */
  setQuiet(isQuiet: boolean): void;
}
