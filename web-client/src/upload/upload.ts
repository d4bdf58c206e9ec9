import { readSlot, slotRequest, type Slot } from '../wire/slot';
import type { Ask, UploadOffer } from './offer';

export interface Put {
  /** Whether the server has taken it. */
  readonly done: Promise<boolean>;
  cancel(): void;
}

export interface UploadDeps {
  readonly ask: Ask;
  readonly offer: UploadOffer;
  readonly put: (slot: Slot, file: File, progress: (share: number) => void) => Put;
  /** Whether a file may be sent to, or fetched from, that address. */
  readonly isAllowed: (address: string) => boolean;
  /** The file is there: now it can be said where. */
  readonly sent: (address: string) => void;
}

export type UploadState =
  | { readonly what: 'too-big' | 'failed' | 'sent' | 'cancelled' }
  | { readonly what: 'sending'; readonly share: number };

/** Sends one file: asks where to, puts it there, and says where it is. Returns what takes it back. */
export function upload(file: File, deps: UploadDeps, show: (state: UploadState) => void): () => void {
  let cancelPut = () => {};
  let isOver = false;

  function finish(what: 'too-big' | 'failed' | 'sent' | 'cancelled'): void {
    if (isOver) return;
    isOver = true;
    show({ what });
  }

  async function run(): Promise<void> {
    if (deps.offer.most !== null && file.size > deps.offer.most) return finish('too-big');
    show({ what: 'sending', share: 0 });
    const { name, size, type } = file;
    const reply = await deps.ask((id) => slotRequest(id, deps.offer.service, { name, size, type }));
    if (isOver) return;
    const slot = reply === 'silence' || reply.error !== null ? null : readSlot(reply.stanza, deps.isAllowed);
    if (slot === null) return finish('failed');
    const put = deps.put(slot, file, (share) => isOver || show({ what: 'sending', share }));
    cancelPut = put.cancel;
    const isThere = await put.done;
    if (isOver) return;
    if (isThere) deps.sent(slot.get);
    finish(isThere ? 'sent' : 'failed');
  }

  void run();
  return () => {
    finish('cancelled');
    cancelPut();
  };
}
