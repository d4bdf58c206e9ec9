// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '../form/form';
import type { GuidedView } from '../drive/passage';
import { logView } from './log';
import { createScreen, type FrontConfig } from './screen';
import { en } from '../words/en';
import { ENDINGS } from './sentences';

const OPEN: FrontConfig = {
  title: 'Demo',
  logo: null,
  form: null,
  texts: { welcome: null, closed: null, privacy: null, privacyLink: null, consent: null },
  messages: false,
  state: 'open',
};
const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;';

function setUp() {
  const done: string[] = [];
  const talk = { mayRate: false, isKept: true, text: '' };
  const started: Answers[] = [];
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const log = logView(en, 'en', () => Date.parse('2026-01-01T10:00:00Z'));
  const screen = createScreen(
    root,
    log.element,
    {
      start: (answers) => started.push(answers),
      leaveQueue: () => done.push('leave'),
      say: (text) => done.push(`say ${text}`),
      write: (text) => done.push(`write ${text}`),
      endChat: () => done.push('end'),
      mayRate: () => talk.mayRate,
      rate: ({ score, comment }) => (done.push(`rate ${score} ${comment}`), Promise.resolve(talk.isKept)),
      transcript: () => talk.text,
      proceed: () => done.push('proceed'),
      openWindow: () => done.push('open'),
      stopLead: () => done.push('stop'),
      letLead: () => done.push('let lead'),
      reload: () => done.push('reload'),
      useHere: () => done.push('use here'),
      leaveMessage: () => new Promise(() => {}),
    },
    { words: en, tag: 'en' },
  );
  const all = <Type extends HTMLElement>(selector: string) => [...root.querySelectorAll<Type>(selector)];
  const isShown = (element: HTMLElement) => element.closest('[hidden]') === null;
  const draft = { keep: () => {}, recall: () => ({}), drop: () => {} };
  return {
    done,
    talk,
    started,
    start: (changes: Partial<FrontConfig> = {}) => screen.showStart({ ...OPEN, ...changes }, draft),
    submit: () =>
      all<HTMLFormElement>('form')
        .find(isShown)!
        .dispatchEvent(new Event('submit', { cancelable: true })),
    root,
    log,
    screen,
    text: () =>
      all('main > *, header')
        .filter(isShown)
        .map((part) => part.textContent)
        .join('\n'),
    button: (name: string) =>
      all<HTMLButtonElement>('button').find((b) => b.textContent === name && isShown(b)),
    field<Type extends HTMLInputElement | HTMLTextAreaElement>(label: string): Type {
      const id = all<HTMLLabelElement>('label')
        .find((l) => isShown(l) && l.textContent?.replace(' (required)', '') === label)!
        .getAttribute('for');
      return root.querySelector<Type>(`[id="${id}"]`)!;
    },
  };
}

const view = (changes: Partial<GuidedView> = {}): GuidedView => ({
  card: null,
  offerWindow: false,
  ...changes,
});
const card = {
  because: 'closed' as const,
  passage: {
    id: 'd1',
    host: 'xn--80ak6aa92e.com',
    href: 'https://xn--80ak6aa92e.com/a',
    by: 'Nurse',
    expires: 0,
  },
};

describe('the chat page', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('asks for name and question, says what it will do, and starts', () => {
    a.start();
    expect(document.title).toBe('Demo');
    expect(a.text()).toContain(
      'An agent may open web pages in a second window on this device. You can close that window at any time.',
    );
    expect(document.activeElement).toBe(a.field('Your name'));
    expect(a.field('Your name').required).toBe(true);
    expect(a.field('Your question').required).toBe(false);
    a.field('Your name').value = ' Romeo ';
    a.field('Your question').value = 'Where is the balcony?';
    a.submit();
    expect(a.started).toEqual([{ username: ['Romeo'], question: ['Where is the balcony?'] }]);
  });

  it('does not start without a name', () => {
    a.start();
    a.field('Your name').value = '  ';
    a.submit();
    expect(a.started).toEqual([]);
  });

  it('shows the place in the line, and the way out of it', () => {
    a.screen.showConnecting();
    a.screen.showWaiting(2, null);
    expect(a.text()).toContain('You are number 2 in the line');
    a.screen.showWaiting(1, null);
    expect(a.text()).toContain('You are number 1 in the line');
    expect(document.activeElement?.textContent).toBe('You are number 1 in the line');
    a.button('Leave the queue')!.click();
    a.button('Leave the queue')!.click();
    expect(a.done).toEqual(['leave']);
  });

  it('lets the customer write, with the keyboard alone', () => {
    a.screen.showConversation();
    const box = a.field<HTMLTextAreaElement>('Message');
    expect(document.activeElement).toBe(box);
    box.value = ' Hello \n there ';
    const press = (more: KeyboardEventInit) =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...more }));
    press({ shiftKey: true });
    expect(a.done).toEqual([]);
    press({});
    press({});
    expect(a.done).toEqual(['say Hello \n there']);
    expect(box.value).toBe('');
    a.button('End chat')!.click();
    expect(a.done.at(-1)).toBe('end');
  });

  it('keeps hostile text as text, wherever it is shown', () => {
    a.start({ title: HOSTILE });
    a.screen.showConversation();
    a.log.addMessage({ author: HOSTILE, mine: false, text: HOSTILE, id: null, stamp: null });
    a.log.addMessage({ author: 'Romeo', mine: true, text: HOSTILE, id: null, stamp: null });
    a.log.addNotice({ what: 'joined', who: HOSTILE });
    a.log.addNotice({ what: 'renamed', who: HOSTILE, to: HOSTILE });
    a.log.addNotice({ what: 'said', text: HOSTILE });
    a.log.addOutgoing('o1', HOSTILE);
    a.log.addDrive('d1', { by: HOSTILE, host: null, address: HOSTILE }, 'refused', null);
    a.log.addDrive('d2', { by: HOSTILE, host: HOSTILE, address: HOSTILE }, 'received', null);
    a.screen.showGuided(
      view({ card: { ...card, passage: { ...card.passage, by: HOSTILE, href: HOSTILE } } }),
    );
    expect(a.root.querySelector('img, script, [onerror]')).toBeNull();
    expect(a.text().split(HOSTILE)).toHaveLength(1 + 16);
  });

  it('makes links of addresses, with the host where it could be taken for another', () => {
    a.log.addMessage({
      author: 'Nurse',
      mine: false,
      text: 'See https://shop.example/a?b=<i>, or https://bank.example@evil.example/.',
      id: null,
      stamp: null,
    });
    const links = [...a.log.element.querySelectorAll('a')];
    expect(links.map((link) => [link.href, link.target, link.rel, link.textContent])).toEqual([
      ['https://shop.example/a?b=', '_blank', 'noopener noreferrer', 'https://shop.example/a?b='],
      [
        'https://bank.example@evil.example/',
        '_blank',
        'noopener noreferrer',
        'https://bank.example@evil.example/ (evil.example)',
      ],
    ]);
    expect(a.log.element.querySelector('.text')?.textContent).toBe(
      'See https://shop.example/a?b=<i>, or https://bank.example@evil.example/ (evil.example).',
    );
  });

  it('names who goes on talking once, and again after somebody else', () => {
    const say = (author: string, seconds: number) =>
      a.log.addMessage({ author, mine: author === 'Romeo', text: 'x', id: null, stamp: seconds * 1000 });
    for (const [author, seconds] of [
      ['Nurse', 0],
      ['Nurse', 100],
      ['Friar', 110],
      ['Friar', 300],
    ] as const)
      say(author, seconds);
    say('Romeo', 301);
    say('Friar', 302);
    const named = [...a.log.element.querySelectorAll('.who:not(.unseen) bdi')].map((who) => who.textContent);
    expect(named).toEqual(['Nurse', 'Friar', 'Friar', 'Friar']);
    expect(a.log.element.querySelectorAll('.day')).toHaveLength(1);
  });

  it('has a log that is read out line by line', () => {
    expect(a.log.element.getAttribute('role')).toBe('log');
    expect(a.log.element.getAttribute('aria-relevant')).toBe('additions');
  });

  it('tells of a drive, with its state in words', () => {
    a.log.addDrive(
      'd1',
      { by: 'Nurse', host: 'shop.example', address: 'https://shop.example/a' },
      'received',
      null,
    );
    expect(a.log.element.textContent).toContain('Nurse opens shop.example — https://shop.example/a');
    expect(a.log.element.textContent).toContain('opening …');
    a.log.updateDrive('d1', 'needs-click');
    expect(a.log.element.textContent).toContain('waiting for your click');
    a.log.updateDrive('d1', 'arrived');
    expect(a.log.element.querySelector('.state')?.textContent).toBe('opened');
    a.log.updateDrive('d9', 'arrived');
    expect(a.log.element.querySelectorAll('.drive')).toHaveLength(1);
  });

  it('reads out what a drive has come to, as something new in the log', () => {
    const line = { by: 'Nurse', host: 'shop.example', address: 'https://shop.example/' };
    a.log.addDrive('d1', line, 'received', null);
    const added = () => a.root.querySelector('.drive .unseen')?.textContent;
    a.log.updateDrive('d1', 'attached');
    expect(added()).toBeUndefined();
    a.log.updateDrive('d1', 'unconfirmed');
    expect(added()).toBe(en.driveUnconfirmed);
    a.log.updateDrive('d1', 'arrived');
    a.log.updateDrive('d1', 'detached');
    expect(added()).toBe('Nurse has opened shop.example in the second window');
  });

  it('does not read out again what was there before the page was loaded again', () => {
    const line = {
      id: null,
      author: 'Nurse',
      mine: false,
      text: 'Farewell',
      stamp: Date.parse('2026-01-01T09:00:00Z'),
    };
    a.log.setQuiet(true);
    a.log.addMessage(line);
    a.log.setQuiet(false);
    a.log.addMessage(line);
    expect([...a.log.element.children].map((child) => child.getAttribute('aria-live'))).toEqual([
      'off',
      null,
    ]);
  });

  it('says who leads, and stops it with a button or with Escape', () => {
    const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    a.screen.showConversation();
    press('Escape');
    expect(a.done).toEqual([]);
    a.screen.showLead({ by: null, stopped: false, isShown: true });
    expect(a.text()).toContain('Your guide can show you pages in the second window');
    a.screen.showLead({ by: 'Nurse', stopped: false, isShown: true });
    expect(a.text()).toContain('Nurse is leading you');
    press('Escape');
    a.button('Stop')!.focus();
    a.button('Stop')!.click();
    expect(a.done).toEqual(['stop', 'stop']);
    a.screen.showLead({ by: 'Nurse', stopped: true, isShown: true });
    expect(document.activeElement).toBe(a.field('Message'));
    expect([a.button('Stop'), a.text().includes(en.notLed)]).toEqual([undefined, true]);
    press('Escape');
    a.button('Let Nurse lead again')!.click();
    expect(a.done).toEqual(['stop', 'stop', 'let lead']);
    a.screen.showEnding('ended');
    expect(a.text()).not.toContain('Nurse');
  });

  it('does not let an address turn the direction of writing', () => {
    a.log.addDrive('d1', { by: 'Nurse', host: null, address: 'javascript:\u202e\u0007x' }, 'refused', null);
    expect(a.log.element.textContent).toContain('Nurse wanted to open javascript:\ufffd\ufffdx');
  });

  it('asks for a click with the real host and the whole address, and leaves the focus where it is', () => {
    a.screen.showConversation();
    a.screen.showGuided(view({ card }));
    expect(a.root.querySelector('.host')?.textContent).toBe('xn--80ak6aa92e.com');
    expect(a.text()).toContain('https://xn--80ak6aa92e.com/a');
    expect(document.activeElement).toBe(a.field('Message'));
    const proceed = a.button('Continue')!;
    proceed.focus();
    proceed.click();
    expect(a.done).toEqual(['proceed']);
    a.screen.showGuided(view());
    expect(a.button('Continue')).toBeUndefined();
    expect(document.activeElement).toBe(a.field('Message'));
  });

  it('offers to open the window that the browser has blocked', () => {
    a.screen.showWaiting(1, null);
    a.screen.showGuided(view({ offerWindow: true }));
    a.button('Open the guided window')!.click();
    expect(a.done).toEqual(['open']);
    a.screen.showGuided(view());
    expect(a.button('Open the guided window')).toBeUndefined();
  });

  it.each(Object.entries(ENDINGS))('has a sentence for the end: %s', (ending, { heading, text, again }) => {
    a.screen.showEnding(ending as keyof typeof ENDINGS);
    expect(a.text()).toContain(en[heading]);
    expect(a.text()).toContain(en[text]);
    expect(document.activeElement?.textContent).toBe(en[heading]);
    if (again === null) return;
    a.button(en[again])!.click();
    expect(a.done).toEqual([again === 'useHere' ? 'use here' : 'reload']);
  });

  it('says the place in the line in the tab’s name while nobody looks', () => {
    const look = (state: string) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    a.start();
    a.screen.showWaiting(3, null);
    expect(document.title).toBe('Demo');
    look('hidden');
    expect(document.title).toBe('(3) Demo');
    a.screen.showEntering();
    expect(document.title).toBe('(An agent is here) Demo');
    look('visible');
    expect(document.title).toBe('Demo');
  });

  it('says how long it takes, while that is known', () => {
    a.screen.showWaiting(3, 150);
    expect(a.text()).toContain('Expected wait: about 3 minutes');
    a.screen.showWaiting(2, null);
    expect(a.text()).not.toContain('Expected wait');
  });

  it('goes back to the form with everything in it when the server does not take it', () => {
    a.start();
    a.field('Your name').value = 'Romeo';
    a.screen.showConnecting();
    a.screen.showRefused('An answer is too long.', null);
    expect(document.activeElement?.textContent).toContain('An answer is too long.');
    expect(a.field('Your name').value).toBe('Romeo');
    a.screen.showConnecting();
    expect(a.button('Leave the queue')!.disabled).toBe(false);
  });

  it.each(['ended', 'ended-by-customer'] as const)('asks how it was at the end: %s', async (how) => {
    a.talk.mayRate = true;
    a.talk.isKept = false;
    a.screen.showEnding(how);
    const group = a.root.querySelector('fieldset')!;
    expect(group.querySelector('legend')?.textContent).toBe('How was this chat?');
    const choices = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(choices.map(({ value, name, required }) => [value, name, required])).toEqual(
      ['1', '2', '3', '4', '5'].map((value) => [value, 'score', true]),
    );
    choices[3]!.checked = true;
    a.field<HTMLTextAreaElement>('Comment (optional)').value = ' Kind. ';
    const send = () => {
      a.root.querySelector('.rating')!.dispatchEvent(new Event('submit', { cancelable: true }));
      return Promise.resolve();
    };
    await send();
    expect(a.done).toEqual(['rate 4 Kind.']);
    expect(a.text()).toContain('Your rating could not be saved. Please try again.');
    expect(a.root.querySelector('.rating')).not.toBeNull();
    a.talk.isKept = true;
    await send();
    await Promise.resolve();
    expect(a.text()).toContain('Thank you for your rating.');
    expect(a.root.querySelector('.rating')).toBeNull();
  });

  it.each(['nobody-came', 'elsewhere', 'over-meanwhile'] as const)('does not ask how it was: %s', (how) => {
    a.talk.mayRate = true;
    a.screen.showEnding(how);
    expect(a.root.querySelector('.rating')).toBeNull();
  });

  it('offers what was said as a file, unless the chat goes on elsewhere or nothing was said', () => {
    a.screen.showEnding('ended');
    expect(a.button('Save the conversation')).toBeUndefined();
    a.talk.text = 'Demo';
    a.screen.showEnding('elsewhere');
    expect(a.button('Save the conversation')).toBeUndefined();
    a.screen.showEnding('ended');
    expect(a.button('Save the conversation')).toBeDefined();
  });

  it('counts in the title what came while nobody looked', () => {
    a.screen.showConversation();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    a.screen.showUnread(2);
    expect(document.title).toMatch(/^\(2\) /);
    a.screen.showUnread(0);
    expect(document.title).not.toMatch(/^\(/);
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });

  it('lets what was said be read after the end', () => {
    a.screen.showConversation();
    a.log.addMessage({ author: 'Nurse', mine: false, text: 'Farewell', id: null, stamp: null });
    a.screen.showEnding('ended');
    expect(a.text()).toContain('Farewell');
    expect(a.button('Send')).toBeUndefined();
    expect(a.button('End chat')).toBeUndefined();
  });
});
