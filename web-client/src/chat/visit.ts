import { createPilot, type DriveLog } from '../drive/pilot';
import type { Reins } from '../drive/reins';
import type { ConnectFailure, Outcome } from '../net/connect';
import { asAnswers, type Claims } from '../host/claims';
import { createLine, type Line } from '../net/line';
import { createLink, type Link, type Reply } from '../net/link';
import {
  createConversation,
  type Conversation,
  type ConversationLog,
  type Shown,
} from '../room/conversation';
import { nicknames } from '../room/nicknames';
import { findUploads, type Ask, type UploadOffer } from '../upload/offer';
import type { Clock } from '../time/clock';
import type { Timers } from '../time/timers';
import { archiveQuery } from '../wire/archive';
import { ackStanza } from '../wire/drive';
import type { Departed, Incoming, Invitation, QueueStatus, StanzaError } from '../wire/incoming';
import { bareOf, localOf } from '../wire/jid';
import { NAME, valueOf, type Answers } from '../form/form';
import { departQueue, joinQueue, rejoinQueue } from '../wire/queue';
import type { Config } from './config';
import { endingOf, type Ending } from './ending';
import type { Keepsake, Kept } from './keepsake';
import type { TabText } from './tab-text';

/** What the customer sees of the visit. */
export interface VisitScreen {
  showConnecting(): void;
  /**
   * @param position null while the place in the line is not known yet
   * @param wait the expected wait in seconds, null if nobody knows
   */
  showWaiting(position: number | null, wait: number | null): void;
  showEntering(): void;
  showConversation(): void;
  /** Who is writing; null for nobody. */
  showWriting(who: string | null): void;
  /** Whether the connection is lost and being made again. What is shown besides stays. */
  showReconnecting(on: boolean): void;
  showEnding(ending: Ending): void;
  /**
   * The server did not take the answers and says why: back to the form, with all that was filled in.
   *
   * @param field whose answer it was, if it was of one field
   */
  showRefused(why: string, field: string | null): void;
  /** Nobody can answer, and a message can be left. */
  showMessageForm(answers: Answers): void;
}

export interface VisitDeps {
  readonly config: Pick<Config, 'domain' | 'workgroup'>;
  readonly ownOrigin: string;
  readonly connect: () => Promise<Outcome>;
  readonly guided: Pick<Reins, 'begin' | 'resume' | 'drive' | 'rest' | 'adopt'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => string;
  /** Whether the customer looks at the page. */
  readonly isSeen: () => boolean;
  /** Whether the customer has the end of the conversation in sight. */
  readonly isRead: () => boolean;
  readonly keepsake: Keepsake;
  /** What the website that opened the chat says about the customer. */
  readonly claims: () => Claims;
  /** The name of the last line of one's own that was seen. */
  readonly lastSeen: TabText;
  /** In the channel files are taken as well. Said once. */
  readonly offerFiles: (offer: UploadOffer) => void;
  readonly screen: VisitScreen;
  readonly log: ConversationLog & DriveLog;
}

export interface Visit {
  /** On the click: opens the guided window before anything else, then connects and joins. */
  start(answers: Answers): void;
  /** Goes on with a visit of before. Returns whether there is one. */
  resume(): boolean;
  leaveQueue(): void;
  /** @param isFile whether the text is the address of a file */
  say(text: string, isFile?: boolean): void;
  /** Asks somebody something, over whatever connection there is. */
  readonly ask: Ask;
  /** The customer is writing: what there is so far. */
  write(text: string): void;
  /** The customer has the end of the conversation in sight, perhaps. */
  read(): void;
  endChat(): void;
  /** The key to the visit, also when it is over; null if there is none. */
  token(): string | null;
  /** The network is back, or the page is seen again: now is a good time to look. */
  look(): void;
  /** Another page goes on with this visit. */
  handOver(): void;
  /** The page goes away, and perhaps comes back. */
  rest(): void;
}

type Phase = 'idle' | 'joining' | 'waiting' | 'in-room' | 'over';

/** Tries to join that are worth it before there is a visit to come back to. */
const ATTEMPTS_TO_JOIN = 2;

/**
 * One visit of one customer from the click to its end. It outlives its connections: whenever one is lost another is made,
 * and the visit's key brings it back to the same place, or into the same channel.
 */
export function createVisit(deps: VisitDeps): Visit {
  const { config, connect, guided, clock, timers, random, keepsake, screen, log } = deps;
  const workgroup = config.workgroup;
  const switchNick = localOf(workgroup) ?? '';
  let phase: Phase = 'idle';
  let session: string | null = null;
  let token: string | null = null;
  let answers: Answers = {};
  let conversation: Conversation | null = null;
  /** On a page that has not seen the visit from its beginning. */
  let isResumed = false;
  /** In the channel, and the connection to it was lost. */
  let isOutside = false;
  let lines = 0;
  let knowsUploads = false;
  const shown: Shown = { lines: new Set(), last: null };
  let line = newLine();

  function newLine(): Line {
    return createLine({
      connect,
      newLink: (carrier, lost) =>
        createLink({ carrier, domain: config.domain, timers, isSeen: deps.isSeen, hear, lost }),
      timers,
      opened: (link) => void (token === null ? join(link) : rejoin(link, token)),
      lost: onLost,
      failed: onNoConnection,
    });
  }

  function start(filledIn: Answers): void {
    if (phase !== 'idle') return;
    phase = 'joining';
    answers = filledIn;
    guided.begin();
    screen.showConnecting();
    line.open();
  }

  function resume(): boolean {
    const kept = keepsake.recall();
    if (phase !== 'idle' || kept === null) return false;
    phase = 'joining';
    isResumed = true;
    remember(kept);
    guided.resume();
    screen.showConnecting();
    line.open();
    return true;
  }

  function remember({ id, token: key, name }: Kept): void {
    session = id;
    token = key;
    answers = { ...answers, [NAME]: [name] };
  }

  function onNoConnection(failure: ConnectFailure, attempts: number): boolean {
    // Whoever has a visit keeps trying: it is there, and the agent perhaps waits.
    const isWorthIt = failure === 'unreachable' && (token !== null || attempts < ATTEMPTS_TO_JOIN);
    if (!isWorthIt) over(failure);
    return isWorthIt;
  }

  async function join(fresh: Link): Promise<void> {
    phase = 'waiting';
    screen.showWaiting(null, null);
    const claims = deps.claims();
    // What the customer says goes before what the website says.
    const said = { ...asAnswers(claims.attributes), ...answers };
    const reply = await fresh.ask(joinQueue(fresh.nextId(), workgroup, said, true, claims.identity));
    if (fresh !== line.link()) return;
    if (reply !== 'silence' && reply.key !== null) {
      const key = { ...reply.key, name: valueOf(answers, NAME) };
      remember(key);
      keepsake.keep(key);
    }
    // An invitation may overtake the answer.
    if (phase !== 'waiting') return;
    if (reply !== 'silence' && reply.error !== null) onJoinRefused(reply.error);
    // With a place in the line the missing answer does not matter.
    if (reply === 'silence' && session === null) over('unreachable');
  }

  function onJoinRefused(error: StanzaError): void {
    if (error.detail === 'leave-message') return askForMessage();
    if (error.condition !== 'not-acceptable') return over(endingOf(error));
    backToTheForm();
    screen.showRefused(error.text ?? '', error.field);
  }

  function askForMessage(): void {
    backToTheForm();
    screen.showMessageForm(answers);
  }

  /** As if nothing had been: the next start is a visit of its own. */
  function backToTheForm(): void {
    keepsake.drop();
    stop(true);
    line = newLine();
    phase = 'idle';
    session = token = conversation = null;
    isResumed = isOutside = false;
    screen.showReconnecting(false);
  }

  async function rejoin(fresh: Link, key: string): Promise<void> {
    const reply = await fresh.ask(rejoinQueue(fresh.nextId(), workgroup, key));
    if (fresh !== line.link() || phase === 'over') return;
    if (reply === 'silence') return fresh.fail();
    if (reply.error !== null) return onRejoinRefused(reply, fresh);
    line.works();
    if (phase === 'joining') {
      phase = 'waiting';
      screen.showWaiting(null, null);
    }
    // In the channel it is over only when we are in again.
    if (phase === 'waiting') screen.showReconnecting(false);
  }

  function onRejoinRefused({ error }: Exclude<Reply, 'silence'>, fresh: Link): void {
    if (error?.condition === 'item-not-found') return over('over-meanwhile');
    // Too busy, or being restarted: the visit is still there.
    fresh.fail();
  }

  function hear(incoming: Incoming): void {
    if (incoming.kind === 'queue-status') onPosition(incoming);
    else if (incoming.kind === 'departed') onDeparted(incoming);
    else if (incoming.kind === 'invitation') onInvitation(incoming);
    else if (incoming.kind !== 'archived' || incoming.from === workgroup) conversation?.hear(incoming);
  }

  function onPosition({ from, position, wait, session: id }: QueueStatus): void {
    if (from !== workgroup) return;
    if (isAtTheDoor()) backToTheLine();
    if (phase !== 'waiting') return;
    session = id ?? session;
    screen.showReconnecting(false);
    screen.showWaiting(position, wait);
  }

  function onDeparted({ from, why }: Departed): void {
    if (from !== workgroup || (phase !== 'waiting' && !isAtTheDoor())) return;
    if (why === 'leave-message') askForMessage();
    else over(why === 'requested' ? 'left-queue' : 'nobody-came');
  }

  /**
   * Invited, and not in the channel yet, or not again: until then the agent may be lost and the next one asked.
   */
  function isAtTheDoor(): boolean {
    return phase === 'in-room' && conversation !== null && (isOutside || !conversation.wasEntered());
  }

  /** The switch has put us back into the line, or is about to say that it is over. */
  function backToTheLine(): void {
    conversation?.leave();
    conversation = null;
    isResumed ||= isOutside;
    isOutside = false;
    phase = 'waiting';
    screen.showWaiting(null, null);
  }

  function onInvitation(invitation: Invitation): void {
    if (!isOurs(invitation)) return;
    if (phase === 'in-room' && isOutside) return comeIn(invitation.from);
    if (phase !== 'waiting') return;
    phase = 'in-room';
    screen.showEntering();
    conversation = openConversation(invitation.from, localOf(invitation.from) ?? '');
    conversation.enter(isResumed);
  }

  function comeIn(room: string): void {
    isOutside = false;
    if (conversation === null) conversation = openConversation(room, localOf(room) ?? '');
    conversation.enter(true);
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
        line.link()?.send(ackStanza({ workgroup, session: id, drive, state, reason, at: clock.now() })),
    });
    return createConversation({
      room,
      switchNick,
      nicks: () => nicknames(valueOf(answers, NAME), switchNick, random),
      send: (stanza) => line.link()?.send(stanza),
      nextId: () => `${random()}-${++lines}`,
      log,
      shown,
      pilot,
      timers,
      lastSeen: deps.lastSeen,
      isRead: deps.isRead,
      showWriting: (who) => screen.showWriting(who),
      entered() {
        screen.showReconnecting(false);
        screen.showConversation();
        void lookForUploads();
      },
      catchUp: (after) => void catchUp(after),
      ended: (how) => {
        if (how === 'gone') backToTheLine();
        else over(how === 'over' ? 'ended' : 'no-room');
      },
      interrupted: () => line.link()?.fail(),
    });
  }

  async function ask(build: (id: string) => Element): Promise<Reply> {
    const link = line.link();
    return link === null ? 'silence' : link.ask(build(link.nextId()));
  }

  async function lookForUploads(): Promise<void> {
    if (knowsUploads) return;
    knowsUploads = true;
    const offer = await findUploads(ask, config.domain);
    if (offer !== null && phase !== 'over') deps.offerFiles(offer);
  }

  /** Page by page. What the archive does not say the room's own history may still have. */
  async function catchUp(after: string | null): Promise<void> {
    const asked = line.link();
    if (asked === null) return;
    if (token === null) return conversation?.caughtUp();
    const reply = await asked.ask(archiveQuery(asked.nextId(), workgroup, token, after));
    if (asked !== line.link()) return;
    const page = reply === 'silence' ? null : reply.page;
    if (page === null || page.complete || page.last === null) conversation?.caughtUp();
    else await catchUp(page.last);
  }

  function onLost(): void {
    goOutside();
    if (token === null && phase === 'waiting') phase = 'joining';
    screen.showReconnecting(true);
  }

  function goOutside(): void {
    if (phase !== 'in-room') return;
    isOutside = true;
    conversation?.pause();
  }

  function look(): void {
    if (phase !== 'idle') line.look();
  }

  async function leaveQueue(): Promise<void> {
    if (phase === 'joining') return over('left-queue');
    if (phase !== 'waiting') return;
    const link = line.link();
    if (link === null) return over('left-queue');
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
    keepsake.drop();
    deps.lastSeen.keep('');
    stop(true);
    screen.showReconnecting(false);
    screen.showEnding(ending);
  }

  function stop(saysGoodbye: boolean): void {
    conversation?.giveUp();
    guided.rest();
    line.hangUp(saysGoodbye);
  }

  /** The visit itself goes on: nothing is said to the room or to the workgroup. */
  function handOver(): void {
    if (phase === 'over') return;
    phase = 'over';
    stop(false);
    screen.showReconnecting(false);
    screen.showEnding('elsewhere');
  }

  /** Without a good-bye: the switch waits for whoever is lost, and a page that comes back from the cache is not lost. */
  function rest(): void {
    goOutside();
    line.rest();
  }

  return {
    start,
    resume,
    leaveQueue: () => void leaveQueue(),
    say: (text, isFile) => conversation?.say(text, isFile),
    ask,
    write: (text) => conversation?.write(text),
    read: () => conversation?.look(),
    token: () => token,
    endChat,
    look,
    handOver,
    rest,
  };
}
