import type { HopChannel } from '../drive/hop-channel';
import { isWebUrl } from '../drive/policy';

export interface HopPage {
  /** The drive that this page stands for, null when the window has only been opened. */
  readonly drive: string | null;
  readonly channel: HopChannel;
  /** `location.replace`: the hop page leaves no entry in the window's history. */
  replace(url: string): void;
  /** Calls back on `pagehide`: a new document has taken this one's place. */
  onLeave(left: () => void): void;
}

/** Reports that it is there, waits for the word to go, goes once, and reports that it is gone. */
export function runHop({ drive, channel, replace, onLeave }: HopPage): void {
  if (drive === null) return;
  let gone = false;
  channel.listen((message) => {
    if (gone || message.type !== 'go' || message.drive !== drive) return;
    // A javascript: URL would run here with the rights of the chat's origin (F8).
    if (!isWebUrl(message.url)) return;
    gone = true;
    replace(message.url);
  });
  onLeave(() => channel.post({ type: 'left', drive }));
  channel.post({ type: 'ready', drive });
}
