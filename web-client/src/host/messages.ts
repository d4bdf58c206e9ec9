/** What the chat page and the page that opened it say to one another: "The page that opened the chat" in docs/protocol/web.md. */

/** Every message has this mark, so that others that use postMessage are not mixed up with us. */
export const MARK = { usher: 1 } as const;

export type Attributes = Readonly<Record<string, string>>;

/** Where the chat is, told with everything else, so that a page which came later knows as much. */
export interface Now {
  readonly phase: 'start' | 'queued' | 'chatting' | 'ended';
  readonly position: number | null;
  readonly unread: number;
}

export type ChatMessage =
  /** Sent to each listed site until one answers: it says nothing but that the chat is there. */
  | { readonly type: 'here' }
  | { readonly type: 'welcome'; readonly now: Now }
  | { readonly type: 'event'; readonly name: string; readonly detail: object; readonly now: Now }
  | { readonly type: 'ask'; readonly drive: string; readonly url: string };

export type HostMessage =
  | {
      readonly type: 'hello';
      /** Whether the page wants to be asked before each drive. */
      readonly veto: boolean;
      readonly identity: string | null;
      readonly attributes: Attributes;
    }
  | { readonly type: 'verdict'; readonly drive: string; readonly allow: boolean }
  | { readonly type: 'end' }
  | { readonly type: 'bye' };
