import type { Ending } from '../chat/ending';
import type { VisitScreen } from '../chat/visit';
import type { GuidedWindow } from '../drive/guided-window';
import type { ConversationLog } from '../room/conversation';
import type { Bridge } from './bridge';

/** Endings that are faults of ours or of the network, and no course that a chat takes. */
const FAULTS = new Set<Ending>(['unreachable', 'misconfigured', 'unknown-workgroup', 'no-room']);

export interface Observer {
  screen<Screen extends VisitScreen>(screen: Screen): Screen;
  log<Log extends ConversationLog>(log: Log): Log;
  guided(guided: GuidedWindow): GuidedWindow;
  /** The customer looks at the chat. */
  seen(): void;
}

/**
 * Stands between the visit and what it shows, and tells the page that opened the chat: that something was said and by
 * which side, never what or by whom.
 *
 * @param isSeen whether the customer looks at the chat
 */
export function observe(bridge: Pick<Bridge, 'tell' | 'now'>, isSeen: () => boolean): Observer {
  const { tell, now } = bridge;
  /** Then each line that is shown is new to the customer, the room's history and the archive included. */
  let isFromTheStart = false;

  function said(author: 'agent' | 'customer'): void {
    tell('message', { author });
    if (author === 'customer' || isSeen()) return;
    const unread = now().unread + 1;
    tell('unread', { unread }, { unread });
  }

  function seen(): void {
    if (now().unread > 0) tell('unread', { unread: 0 }, { unread: 0 });
  }

  return {
    seen,
    screen: (screen) => ({ ...screen, ...watchScreen(screen, bridge, () => (isFromTheStart = true)) }),
    log: (log) => ({
      ...log,
      addMessage(line) {
        log.addMessage(line);
        if (line.stamp === null || isFromTheStart) said(line.mine ? 'customer' : 'agent');
      },
      addOutgoing(id, text) {
        log.addOutgoing(id, text);
        said('customer');
      },
      addNotice(notice) {
        log.addNotice(notice);
        if (notice.what === 'joined') tell('agentJoined', {});
      },
    }),
    guided: (guided) => ({
      ...guided,
      drive(passage, report) {
        const { id: drive, href: url } = passage;
        tell('navigating', { drive, url });
        guided.drive(passage, (news, reason) => {
          report(news, reason);
          if (news === 'arrived') tell('navigated', { drive });
          if (news === 'detached') tell('controlLost', { drive, reason: 'cut' });
          if (news === 'unconfirmed') tell('needsClick', { drive, reason: 'silent' });
          if (news !== 'needs-click') return;
          if (reason === 'closed' || reason === 'lost') tell('controlLost', { drive, reason });
          tell('needsClick', { drive, reason });
        });
      },
    }),
  };
}

type Watched =
  'showWaiting' | 'showConversation' | 'showReconnecting' | 'showEnding' | 'showRefused' | 'showMessageForm';

function watchScreen(
  screen: VisitScreen,
  { tell, now }: Pick<Bridge, 'tell' | 'now'>,
  waits: () => void,
): Pick<VisitScreen, Watched> {
  let isLost = false;

  return {
    showWaiting(position, wait) {
      screen.showWaiting(position, wait);
      const before = now();
      // Before there is a place the server may still say no.
      if (position === null) return;
      waits();
      if (before.phase !== 'queued') tell('queued', { position }, { phase: 'queued' });
      if (position !== before.position) tell('position', { position }, { position });
    },
    showConversation() {
      screen.showConversation();
      if (now().phase !== 'chatting') tell('chatStarted', {}, { phase: 'chatting', position: null });
    },
    showReconnecting(on) {
      screen.showReconnecting(on);
      if (on === isLost) return;
      isLost = on;
      if (on) return tell('connectionLost', {});
      // The banner also goes when the chat is over, and then nothing is restored.
      queueMicrotask(() => {
        if (now().phase !== 'ended') tell('connectionRestored', {});
      });
    },
    showEnding(reason) {
      screen.showEnding(reason);
      if (FAULTS.has(reason)) tell('error', { reason });
      tell('chatEnded', { reason }, { phase: 'ended', position: null });
    },
    showRefused(why, field) {
      screen.showRefused(why, field);
      tell('error', { reason: 'refused' }, { phase: 'start', position: null });
    },
    showMessageForm(answers) {
      screen.showMessageForm(answers);
      tell('error', { reason: 'nobody-here' }, { phase: 'start', position: null });
    },
  };
}
