/** What the chat page and the hop page say to one another: see "The hop page" in docs/protocol/web.md. */

export const HOP_CHANNEL = 'usher-hop';

export type HopMessage =
  | { readonly type: 'ready'; readonly drive: string }
  | { readonly type: 'go'; readonly drive: string; readonly url: string }
  | { readonly type: 'left'; readonly drive: string };

/** One end of the channel. Nothing that is no HopMessage comes through. */
export interface HopChannel {
  post(message: HopMessage): void;
  listen(hear: (message: HopMessage) => void): void;
}

export function hopChannel(): HopChannel {
  const channel = new BroadcastChannel(HOP_CHANNEL);
  return {
    post: (message) => channel.postMessage(message),
    listen(hear) {
      channel.onmessage = ({ data }) => {
        const message = readHopMessage(data);
        if (message !== null) hear(message);
      };
    },
  };
}

export function readHopMessage(data: unknown): HopMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, drive, url } = data as Record<string, unknown>;
  if (typeof drive !== 'string') return null;
  if (type === 'ready' || type === 'left') return { type, drive };
  if (type === 'go' && typeof url === 'string') return { type, drive, url };
  return null;
}

/** The hop page's address, alone or for one drive. The target is never part of it, so it is no open redirect. */
export function hopAddress(drive?: string): string {
  return drive === undefined ? '/usher/hop' : `/usher/hop?drive=${encodeURIComponent(drive)}`;
}
