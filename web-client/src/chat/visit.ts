import type { GuidedWindow } from '../drive/guided-window';
import { createPilot, type DriveLog } from '../drive/pilot';
import type { Outcome } from '../net/connect';
import { createLink, type Link } from '../net/link';
import { createConversation, type Conversation, type ConversationLog } from '../room/conversation';
import { nicknames } from '../room/nicknames';
import type { Clock } from '../time/clock';
import type { Timers } from '../time/timers';
import { ackStanza } from '../wire/drive';
import type { Departed, Incoming, Invitation, QueueStatus } from '../wire/incoming';
import { bareOf, localOf } from '../wire/jid';
import { departQueue, joinQueue, type Answers } from '../wire/queue';
import type { Config } from './config';
import { endingOf, type Ending } from './ending';

/** What the customer sees of the visit. */
export interface VisitScreen {
  showConnecting(): void;
  /** Null while the place in the line is not known yet. */
  showWaiting(position: number | null): void;
  showEntering(): void;
  showConversation(): void;
  showEnding(ending: Ending): void;
}

export interface VisitDeps {
  readonly config: Pick<Config, 'domain' | 'workgroup'>;
  readonly ownOrigin: string;
  readonly connect: () => Promise<Outcome>;
  readonly guided: GuidedWindow;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => string;
  readonly screen: VisitScreen;
  readonly log: ConversationLog & DriveLog;
}

export interface Visit {
  /** On the click: opens the guided window before anything else, then connects and joins. */
  start(answers: Answers): void;
  leaveQueue(): void;
  say(text: string): void;
  endChat(): void;
  /** The page goes away. */
  close(): void;
}

type Phase = 'idle' | 'connecting' | 'waiting' | 'in-room' | 'over';

/** One visit of one customer from the click to its end; the session id is known from the first place in the line on. */
export function createVisit(deps: VisitDeps): Visit {
  const { config, connect, guided, clock, timers, random, screen, log } = deps;
  const workgroup = config.workgroup;
  const switchNick = localOf(workgroup) ?? '';
  let phase: Phase = 'idle';
  let link: Link | null = null;
  let session: string | null = null;
  let name = '';
  let conversation: Conversation | null = null;

  function start(answers: Answers): void {
    if (phase !== 'idle') return;
    phase = 'connecting';
    name = answers.username;
    guided.begin();
    screen.showConnecting();
    void join(answers);
  }

  async function join(answers: Answers): Promise<void> {
    const outcome = await connect();
    if ('failure' in outcome) return over(outcome.failure);
    link = createLink({ carrier: outcome.carrier, domain: config.domain, timers, hear, lost: onLost });
    // The customer may have left while the connection was made.
    if (phase !== 'connecting') return link.close();
    phase = 'waiting';
    screen.showWaiting(null);
    const reply = await link.ask(joinQueue(link.nextId(), workgroup, answers));
    // An invitation may overtake the answer.
    if (phase !== 'waiting') return;
    if (reply !== 'silence' && reply.error !== null) over(endingOf(reply.error));
    // With a place in the line the missing answer does not matter.
    if (reply === 'silence' && session === null) over('unreachable');
  }

  function hear(incoming: Incoming): void {
    if (incoming.kind === 'queue-status') onPosition(incoming);
    else if (incoming.kind === 'departed') onDeparted(incoming);
    else if (incoming.kind === 'invitation') onInvitation(incoming);
    else conversation?.hear(incoming);
  }

  function onPosition({ from, position, session: id }: QueueStatus): void {
    if (from !== workgroup) return;
    if (isAtTheDoor()) backToTheLine();
    if (phase !== 'waiting') return;
    session = id ?? session;
    screen.showWaiting(position);
  }

  function onDeparted({ from, why }: Departed): void {
    if (from !== workgroup || (phase !== 'waiting' && !isAtTheDoor())) return;
    over(why === 'requested' ? 'left-queue' : 'nobody-came');
  }

  /** Invited, and not in the channel yet: until then the agent may be lost and the next one asked. */
  function isAtTheDoor(): boolean {
    return phase === 'in-room' && conversation !== null && !conversation.wasEntered();
  }

  /** The switch has put us back into the line, or is about to say that it is over. */
  function backToTheLine(): void {
    conversation?.leave();
    conversation = null;
    phase = 'waiting';
    screen.showWaiting(null);
  }

  function onInvitation(invitation: Invitation): void {
    if (phase !== 'waiting' || !isOurs(invitation)) return;
    phase = 'in-room';
    screen.showEntering();
    conversation = openConversation(invitation.from, localOf(invitation.from) ?? '');
    conversation.enter();
  }

  /** Anybody may send something that looks like it: a room has no resource, and this one is named like our visit. */
  function isOurs({ from, inviter, session: named }: Invitation): boolean {
    const id = session ?? named?.id;
    if (from !== bareOf(from) || id === undefined || localOf(from) !== id) return false;
    return inviter === workgroup && (named === null || (named.id === id && named.workgroup === workgroup));
  }

  function openConversation(room: string, id: string): Conversation {
    const pilot = createPilot({
      switchNick,
      ownOrigin: deps.ownOrigin,
      clock,
      log,
      guided,
      ack: (drive, state, reason) =>
        link?.send(ackStanza({ workgroup, session: id, drive, state, reason, at: clock.now() })),
    });
    return createConversation({
      room,
      switchNick,
      nicks: nicknames(name, switchNick, random),
      send: (stanza) => link?.send(stanza),
      nextId: () => link?.nextId() ?? '',
      log,
      pilot,
      entered: () => screen.showConversation(),
      ended: (how) => {
        if (how === 'gone') backToTheLine();
        else over(how === 'over' ? 'ended' : 'no-room');
      },
    });
  }

  function onLost(): void {
    conversation?.giveUp();
    over('lost');
  }

  async function leaveQueue(): Promise<void> {
    if (phase === 'connecting') return over('left-queue');
    if (phase !== 'waiting' || link === null) return;
    // The workgroup's word that we are out also comes as a message: whichever is first ends the visit.
    await link.ask(departQueue(link.nextId(), workgroup));
    if (phase === 'waiting') over('left-queue');
  }

  function endChat(): void {
    if (phase !== 'in-room') return;
    conversation?.leave();
    over('ended-by-customer');
  }

  function over(ending: Ending): void {
    if (phase === 'over') return;
    phase = 'over';
    guided.rest();
    link?.close();
    screen.showEnding(ending);
  }

  /** A page that comes back from the browser's cache shows that its visit is gone. */
  function close(): void {
    if (phase === 'idle') return;
    if (phase === 'in-room') conversation?.leave();
    over('lost');
  }

  return {
    start,
    leaveQueue: () => void leaveQueue(),
    say: (text) => conversation?.say(text),
    endChat,
    close,
  };
}
