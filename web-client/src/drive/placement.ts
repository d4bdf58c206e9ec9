/** A rectangle on the desktop, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const NARROWEST = 480;

/**
 * The guided window's features: beside the chat, on the side with more room, so that both can be seen; across the whole
 * screen when neither side has enough. Never `noopener`: it would leave us without a handle.
 */
export function windowFeatures(screen: Area, chat: Area): string {
  const leftRoom = chat.left - screen.left;
  const rightRoom = screen.left + screen.width - (chat.left + chat.width);
  const room = Math.max(leftRoom, rightRoom);
  const besides = room >= NARROWEST;
  const width = besides ? room : screen.width;
  const left = besides && rightRoom > leftRoom ? chat.left + chat.width : screen.left;
  return `popup,left=${round(left)},top=${round(screen.top)},width=${round(width)},height=${round(screen.height)}`;
}

function round(pixels: number): number {
  return Math.round(pixels);
}
