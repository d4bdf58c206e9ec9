import { beforeEach, describe, expect, it } from 'vitest';
import type { GuidedWindow } from '../drive/guided-window';
import type { Passage, Tell } from '../drive/passage';
import type { Now } from './messages';
import { observe } from './observe';
import { vetoable } from './veto';

function setUp() {
  const told: string[] = [];
  const shown: string[] = [];
  const led: { passage: Passage; tell: Tell }[] = [];
  let isSeen = true;
  let now: Now = { phase: 'start', position: null, unread: 0 };
  const observer = observe(
    {
      now: () => now,
      tell(name, detail, change = {}) {
        now = { ...now, ...change };
        told.push(`${name} ${Object.values(detail).join(' ')}`.trim());
      },
    },
    () => isSeen,
  );
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void shown.push(`${name} ${JSON.stringify(values)}`);
  const guided: GuidedWindow = {
    begin: note('begin'),
    resume: note('resume'),
    proceed: note('proceed'),
    withdraw: () => false,
    rest: note('rest'),
    drive: (passage, tell) => void led.push({ passage, tell }),
  };
  return {
    told: () => told.splice(0),
    shown: () => shown.splice(0),
    led,
    now: () => now,
    look: (seen: boolean) => {
      isSeen = seen;
      if (seen) observer.seen();
    },
    plain: guided,
    guided: observer.guided(guided),
    screen: observer.screen({
      showConnecting: note('connecting'),
      showWaiting: note('waiting'),
      showEntering: note('entering'),
      showConversation: note('conversation'),
      showWriting: note('writing'),
      showReconnecting: note('reconnecting'),
      showEnding: note('ending'),
      showRefused: note('refused'),
      showMessageForm: note('message form'),
    }),
    log: observer.log({
      addMessage: note('message'),
      addOutgoing: note('outgoing'),
      markOutgoing: note('mark'),
      addNotice: note('notice'),
      setQuiet: note('quiet'),
    }),
  };
}

const passage = (id: string): Passage => ({
  id,
  href: 'https://a.example/secret?x=1',
  host: 'a.example',
  by: 'Nurse',
  expires: 60_000,
});

describe('what the page that opened the chat is told', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('is the course of a visit, and all is shown as before', async () => {
    a.screen.showConnecting();
    a.screen.showWaiting(null, 60);
    a.screen.showWaiting(2, 60);
    a.screen.showWaiting(2, 60);
    a.screen.showWaiting(1, 60);
    a.screen.showEntering();
    a.log.addNotice({ what: 'joined', who: 'Nurse' });
    a.screen.showConversation();
    a.screen.showReconnecting(true);
    a.screen.showReconnecting(false);
    a.screen.showConversation();
    await Promise.resolve();
    a.screen.showReconnecting(true);
    a.screen.showReconnecting(false);
    a.screen.showEnding('ended');
    await Promise.resolve();
    expect(a.told()).toEqual([
      'queued 2',
      'position 2',
      'position 1',
      'agentJoined',
      'chatStarted',
      'connectionLost',
      'connectionRestored',
      'connectionLost',
      'chatEnded ended',
    ]);
    expect(a.shown().map((line) => line.split(' ')[0])).toEqual([
      ...['connecting', 'waiting', 'waiting', 'waiting', 'waiting', 'entering', 'notice', 'conversation'],
      ...['reconnecting', 'reconnecting', 'conversation', 'reconnecting', 'reconnecting', 'ending'],
    ]);
    expect(a.now()).toEqual({ phase: 'ended', position: null, unread: 0 });
  });

  it('tells a fault from an end', () => {
    a.screen.showEnding('unreachable');
    expect(a.told()).toEqual(['error unreachable', 'chatEnded unreachable']);
  });

  it('is that the chat could not be had', () => {
    a.screen.showWaiting(null, null);
    a.screen.showRefused('The name is too long.', null);
    a.screen.showMessageForm({ username: ['Romeo'] });
    expect(a.told()).toEqual(['error refused', 'error nobody-here']);
    expect(a.shown()).toHaveLength(3);
  });

  it('is never what was said, or by whom', () => {
    a.log.addMessage({ author: 'Nurse', mine: false, text: 'My name is secret.', id: null, stamp: null });
    a.log.addMessage({ author: 'Romeo', mine: true, text: 'Mine too.', id: null, stamp: null });
    a.log.addMessage({ author: 'Nurse', mine: false, text: 'Long ago.', id: null, stamp: 5 });
    a.log.addOutgoing('1', 'And this.');
    a.log.addNotice({ what: 'left', who: 'Nurse' });
    expect(a.told()).toEqual(['message agent', 'message customer', 'message customer']);
    expect(a.shown()).toHaveLength(5);
  });

  it('is that an agent wrote before the customer came in, and not what was read before a reload', () => {
    const history = { author: 'Nurse', mine: false, text: 'x', stamp: 5 };
    a.screen.showConversation();
    a.log.addMessage(history);
    expect(a.told()).toEqual(['chatStarted']);
    a.screen.showWaiting(1, null);
    a.screen.showConversation();
    a.log.addMessage(history);
    expect(a.told()).toEqual(['queued 1', 'position 1', 'chatStarted', 'message agent']);
  });

  it('is how much the customer has not seen', () => {
    const line = { author: 'Nurse', mine: false, text: 'x', id: null, stamp: null };
    a.look(false);
    a.log.addMessage(line);
    a.log.addMessage(line);
    a.look(true);
    a.look(true);
    a.log.addMessage(line);
    expect(a.told()).toEqual([
      ...['message agent', 'unread 1', 'message agent', 'unread 2'],
      ...['unread 0', 'message agent'],
    ]);
  });

  it('is where the customer is led, and what came of it', () => {
    const reports: string[] = [];
    a.guided.drive(passage('d1'), (news, reason) => reports.push([news, reason].filter(Boolean).join(' ')));
    const { tell } = a.led[0]!;
    tell('attached');
    tell('arrived');
    tell('detached');
    tell('unconfirmed');
    tell('needs-click', 'closed');
    tell('needs-click', 'blocked');
    expect(a.told()).toEqual([
      'navigating d1 https://a.example/secret?x=1',
      'navigated d1',
      'controlLost d1 cut',
      'needsClick d1 silent',
      'controlLost d1 closed',
      'needsClick d1 closed',
      'needsClick d1 blocked',
    ]);
    expect(reports).toEqual([
      ...['attached', 'arrived', 'detached', 'unconfirmed', 'needs-click closed', 'needs-click blocked'],
    ]);
  });
});

describe('a drive that the page may refuse', () => {
  let a: ReturnType<typeof setUp>;
  let questions: { drive: string; answer: (allowed: boolean) => void; isCalledOff: boolean }[];
  let reports: string[];
  let isAsked: boolean;
  let guided: GuidedWindow;

  beforeEach(() => {
    a = setUp();
    questions = [];
    reports = [];
    isAsked = true;
    guided = vetoable(a.plain, {
      ask(drive, _url, answer) {
        if (!isAsked) return null;
        const question = { drive, answer, isCalledOff: false };
        questions.push(question);
        return () => (question.isCalledOff = true);
      },
    });
  });

  const drive = (id: string) => guided.drive(passage(id), (news) => reports.push(`${id} ${news}`));
  const led = () => a.led.map(({ passage: { id } }) => id);

  it('goes at once when nobody is asked', () => {
    isAsked = false;
    drive('d1');
    expect(led()).toEqual(['d1']);
  });

  it('goes when it is allowed', () => {
    drive('d1');
    expect(led()).toEqual([]);
    questions[0]!.answer(true);
    expect(led()).toEqual(['d1']);
  });

  it('does not go when it is not', () => {
    drive('d1');
    questions[0]!.answer(false);
    expect([led(), reports]).toEqual([[], ['d1 vetoed']]);
  });

  it('is overtaken by a newer one', () => {
    drive('d1');
    drive('d2');
    expect(questions.map(({ isCalledOff }) => isCalledOff)).toEqual([true, false]);
    questions[1]!.answer(true);
    expect([led(), reports]).toEqual([['d2'], ['d1 superseded']]);
  });

  it('is dropped when the visit is over', () => {
    drive('d1');
    guided.rest();
    expect([led(), reports, questions[0]!.isCalledOff]).toEqual([[], ['d1 dropped'], true]);
    expect(a.shown()).toEqual(['rest []']);
  });
});
