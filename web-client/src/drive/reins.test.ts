import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTime } from '../time/fake-timers';
import type { GuidedWindow } from './guided-window';
import type { GuidedView, LeadView, Passage, Tell } from './passage';
import { createReins, type Standstill } from './reins';

const CARD = { card: null, offerWindow: true };

function setUp(kept: Standstill | null = null) {
  const time = fakeTime();
  const done: string[] = [];
  const news: string[] = [];
  let stored = kept;
  let view: GuidedView | null = null;
  let lead: LeadView | null = null;
  let tellWindow = (_view: GuidedView) => {};
  let isUnderWay = false;
  const guided: GuidedWindow = {
    begin: () => done.push('begin'),
    resume: () => done.push('resume'),
    drive(passage) {
      done.push(`drive ${passage.id}`);
      isUnderWay = true;
    },
    withdraw: () => isUnderWay,
    proceed: () => done.push('proceed'),
    rest: () => done.push('rest'),
  };
  const reins = createReins({
    guided(show) {
      tellWindow = show;
      return guided;
    },
    clock: time,
    timers: time,
    store: { keep: (standstill) => (stored = standstill), recall: () => stored },
    show: (next) => (view = next),
    showLead: (next) => (lead = next),
  });
  const passage = (id: string): Passage => ({
    id,
    href: `https://shop.example/${id}`,
    host: 'shop.example',
    by: 'Nurse',
    expires: time.now() + 60_000,
  });
  const tellOf =
    (id: string): Tell =>
    (what) =>
      news.push(`${id} ${what}`);
  return {
    time,
    done,
    news,
    reins,
    passage,
    tellOf,
    stored: () => stored,
    view: () => view,
    lead: () => lead,
    window: (next: GuidedView) => tellWindow(next),
    landed: () => (isUnderWay = false),
    drive: (id: string) => reins.drive(passage(id), tellOf(id)),
  };
}

describe('a customer who is led', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
    a.reins.begin();
  });

  it('sees by whom, and can stop it from the first window on', () => {
    expect(a.lead()).toEqual({ by: null, stopped: false, isShown: true });
    a.drive('d1');
    expect(a.lead()).toEqual({ by: 'Nurse', stopped: false, isShown: true });
    expect([a.done, a.news]).toEqual([['begin', 'drive d1'], []]);
  });

  it('is led nowhere after stopping it, and each drive is reported as paused', () => {
    a.reins.stop();
    a.drive('d1');
    a.drive('d2');
    expect(a.done).toEqual(['begin']);
    expect(a.news).toEqual(['d1 paused', 'd1 superseded', 'd2 paused']);
    expect(a.lead()).toEqual({ by: 'Nurse', stopped: true, isShown: true });
    expect(a.stored()).toEqual({ held: a.passage('d2') });
  });

  it('goes on with the newest only', () => {
    a.reins.stop();
    a.drive('d1');
    a.drive('d2');
    a.reins.letLead();
    a.drive('d3');
    expect(a.done).toEqual(['begin', 'drive d2', 'drive d3']);
    expect([a.stored(), a.lead()]).toEqual([null, { by: 'Nurse', stopped: false, isShown: true }]);
  });

  it('does not go on with what is too late by then', () => {
    a.reins.stop();
    a.drive('d1');
    a.time.pass(60_000);
    expect(a.news).toEqual(['d1 paused', 'd1 expired']);
    a.reins.letLead();
    expect(a.done).toEqual(['begin']);
  });

  it('does not go on with what is too late although no timer rang', () => {
    a.reins.stop();
    a.drive('d1');
    a.time.sleep(60_000);
    a.reins.letLead();
    expect([a.done, a.news]).toEqual([['begin'], ['d1 paused', 'd1 expired']]);
  });

  it('stops a drive that is under way, too', () => {
    a.drive('d1');
    a.reins.stop();
    expect(a.news).toEqual(['d1 paused']);
    a.reins.letLead();
    expect(a.done).toEqual(['begin', 'drive d1', 'drive d1']);
  });

  it('lets a drive be that has landed', () => {
    a.drive('d1');
    a.landed();
    a.reins.stop();
    a.reins.letLead();
    expect([a.done, a.news]).toEqual([['begin', 'drive d1'], []]);
  });

  it('is not asked for clicks while stopped', () => {
    a.window(CARD);
    expect(a.view()).toEqual(CARD);
    a.reins.stop();
    expect(a.view()).toEqual({ card: null, offerWindow: false });
    a.reins.letLead();
    expect(a.view()).toEqual(CARD);
  });

  it('needs no second click where the window is gone', () => {
    a.reins.stop();
    a.drive('d1');
    a.window({ card: { passage: a.passage('d1'), because: 'closed' }, offerWindow: false });
    a.reins.letLead();
    expect(a.done).toEqual(['begin', 'drive d1', 'proceed']);
  });

  it('has nothing left to go on with when the visit is over', () => {
    a.reins.stop();
    a.drive('d1');
    a.reins.rest();
    a.time.pass(60_000);
    expect(a.news).toEqual(['d1 paused', 'd1 dropped']);
  });

  it('is led again in the next visit', () => {
    a.reins.stop();
    a.reins.rest();
    a.reins.begin();
    a.drive('d1');
    expect(a.done.at(-1)).toBe('drive d1');
    expect(a.stored()).toBeNull();
  });
});

describe('a customer who had stopped it on the page before', () => {
  it('has stopped it still, and may go on with what waited', () => {
    const a = setUp({ held: setUp().passage('d1') });
    a.reins.resume();
    expect(a.lead()).toEqual({ by: 'Nurse', stopped: true, isShown: true });
    a.reins.adopt(a.tellOf);
    a.reins.letLead();
    expect(a.done).toEqual(['resume', 'drive d1']);
  });

  it('hears when that has become too late', () => {
    const a = setUp({ held: setUp().passage('d1') });
    a.reins.resume();
    a.reins.adopt(a.tellOf);
    a.time.pass(60_000);
    expect([a.news, a.stored()]).toEqual([['d1 expired'], { held: null }]);
  });
});
