// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageOutcome } from '../chat/message';
import { field, type Answers, type Field } from '../form/form';
import { en } from '../words/en';
import { front, type FrontDeps } from './front';

const NO_TEXTS = { welcome: null, closed: null, privacy: null, privacyLink: null, consent: null };

function setUp(changes: Partial<FrontDeps['config']> = {}, kept: Answers = {}) {
  const started: Answers[] = [];
  const left: Answers[] = [];
  let finish = (_outcome: MessageOutcome) => {};
  let draft = kept;
  const page = front({
    config: { form: null, texts: NO_TEXTS, messages: true, state: 'open', ...changes },
    start: (answers) => started.push(answers),
    leaveMessage(answers) {
      left.push(answers);
      return new Promise((resolve) => (finish = resolve));
    },
    draft: { keep: (answers) => (draft = answers), recall: () => draft, drop: () => (draft = {}) },
    words: en,
  });
  document.body.replaceChildren(page.element);
  const all = <Type extends HTMLElement>(selector: string) =>
    [...page.element.querySelectorAll<Type>(selector)].filter((part) => part.closest('[hidden]') === null);
  type Input = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;
  const input = (label: string): Input => {
    const found = all<HTMLLabelElement>('label').find((one) => one.textContent?.startsWith(label));
    if (found === undefined) throw new Error(`no field ${label}`);
    return found.querySelector<Input>('input') ?? (document.getElementById(found.htmlFor) as Input);
  };
  return {
    page,
    started,
    left,
    draft: () => draft,
    all,
    input,
    type(label: string, value: string) {
      input(label).value = value;
      input(label).dispatchEvent(new Event('input', { bubbles: true }));
    },
    tick: (label: string) => input(label).click(),
    press: (label: string) =>
      all<HTMLButtonElement>('button')
        .find((one) => one.textContent === label)!
        .click(),
    submit: () => all('form')[0]!.dispatchEvent(new Event('submit', { cancelable: true })),
    wrongs: () => all('.wrong').map((one) => one.textContent),
    /** What is read out with the field that has the focus. */
    described: () =>
      (document.activeElement?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent),
    heading: () => all('h2')[0]?.textContent,
    text: () => page.element.innerText ?? page.element.textContent,
    finish: async (outcome: MessageOutcome) => {
      finish(outcome);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
  };
}

const TOPICS = [
  { label: 'Love', value: 'l' },
  { label: 'War', value: 'w' },
];

const FIELDS: readonly Field[] = [
  field('username', 'text-single', { label: 'Name', required: true }),
  field('email', 'text-single', { label: 'E-mail', required: true, desc: 'Where we answer.' }),
  field('', 'fixed', { label: 'Now to the point', values: ['It is kept private.'] }),
  field('topic', 'list-single', { label: 'Topic', required: true, options: TOPICS }),
  field('house', 'list-single', { label: 'House', options: TOPICS, values: ['w'] }),
  field('also', 'list-multi', { label: 'Also', options: TOPICS, values: ['l', 'w'] }),
  field('news', 'boolean', { label: 'Send me news', values: ['1'] }),
  field('pin', 'text-private', { label: 'Word' }),
  field('friend', 'jid-single', { label: 'Friend' }),
  field('friends', 'jid-multi', { label: 'Others', values: ['a@example.org', 'b@example.org'] }),
  field('age', 'text-single', {
    label: 'Age',
    validate: { datatype: 'xs:integer', min: '13', max: '99', regex: null },
  }),
  field('story', 'text-multi', { label: 'Story', values: ['Two houses', 'in Verona'] }),
  field('from', 'hidden', { values: ['shop'] }),
];

describe('the form', () => {
  const form = { title: 'Before we begin', instructions: 'Tell us.', fields: FIELDS };

  it('asks what the admin wants to know, and sends what was answered by field', () => {
    const a = setUp({ form });
    expect(a.heading()).toBe('Before we begin');
    expect(a.text()).toContain('Now to the point');
    a.type('Name', ' Romeo ');
    a.type('E-mail', 'romeo@example.org');
    a.tick('War');
    a.type('Age', '17');
    a.submit();
    expect(a.started).toEqual([
      {
        from: ['shop'],
        username: ['Romeo'],
        email: ['romeo@example.org'],
        topic: ['w'],
        house: ['w'],
        also: ['l', 'w'],
        news: ['true'],
        pin: [],
        friend: [],
        friends: ['a@example.org', 'b@example.org'],
        age: ['17'],
        story: ['Two houses\nin Verona'],
      },
    ]);
  });

  it('shows each kind of question as browsers know it', () => {
    const a = setUp({ form });
    expect(a.all<HTMLInputElement>('input, textarea, select').map((one) => one.type)).toEqual([
      'text',
      'email',
      'radio',
      'radio',
      'select-one',
      'checkbox',
      'checkbox',
      'checkbox',
      'password',
      'text',
      'textarea',
      'text',
      'textarea',
    ]);
    expect(['Name', 'E-mail', 'Word'].map((label) => a.input(label).getAttribute('autocomplete'))).toEqual([
      'name',
      'email',
      'off',
    ]);
    expect(a.all('legend').map((one) => one.textContent)).toEqual(['Topic (required)', 'Also']);
  });

  it('says beside each field what is wrong, goes to the first, and keeps what was filled in', () => {
    const a = setUp({ form });
    a.type('Name', 'Romeo');
    a.type('E-mail', 'romeo at home');
    a.type('Age', '12');
    a.submit();
    expect(a.started).toEqual([]);
    expect(a.wrongs()).toEqual([
      'This address is not complete. It should look like name@example.org.',
      'Please choose an answer.',
      'Please enter something from 13 to 99.',
    ]);
    expect(document.activeElement).toBe(a.input('E-mail'));
    expect(a.described()).toEqual([
      'Where we answer.',
      'This address is not complete. It should look like name@example.org.',
    ]);
    expect(a.input('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect([a.input('Name').value, a.input('E-mail').value]).toEqual(['Romeo', 'romeo at home']);

    a.type('E-mail', 'romeo@example.org');
    expect(a.wrongs()).toHaveLength(2);
    expect(a.input('E-mail').getAttribute('aria-invalid')).toBe('false');
  });

  it('marks in words what must be filled in', () => {
    const a = setUp();
    expect(a.all('label').map((one) => one.textContent)).toEqual(['Your name (required)', 'Your question']);
  });

  it('always asks for a name', () => {
    const a = setUp({ form: { title: null, instructions: null, fields: [field('topic', 'text-single')] } });
    a.type('Your name', 'Romeo');
    a.type('topic', 'love');
    a.submit();
    expect(a.started).toEqual([{ username: ['Romeo'], topic: ['love'] }]);
  });

  it('says beside the field what the server does not take', () => {
    const a = setUp({ form });
    a.type('Age', '17');
    a.page.showRefused('This age is known to be another.', 'age');
    expect(a.wrongs()).toEqual(['This age is known to be another.']);
    expect([document.activeElement, a.input('Age').value]).toEqual([a.input('Age'), '17']);
    a.page.showRefused('Something is too long.', 'shoe');
    expect(document.activeElement?.textContent).toContain('Something is too long.');
  });

  it('has words of its own for fields without any', () => {
    const fields = [
      field('question', 'text-multi'),
      field('email', 'text-single'),
      field('username', 'text-single'),
    ];
    const a = setUp({ form: { title: null, instructions: null, fields } });
    expect(a.all('label').map((one) => one.textContent)).toEqual([
      'Your question',
      'Your e-mail address',
      'Your name',
    ]);
  });

  it('has the admin’s welcome, and what becomes of the words', () => {
    const texts = {
      ...NO_TEXTS,
      welcome: 'Good morrow.',
      privacy: 'Kept for a day.',
      privacyLink: 'https://p.example/',
    };
    const a = setUp({ texts });
    expect(a.text()).toContain('Good morrow.');
    expect(a.text()).not.toContain(en.intro);
    expect(a.text()).toContain('Kept for a day. Privacy policy (opens in a new tab)');
    expect(a.text()).toContain(en.consent);
    const { href, target, rel } = a.all<HTMLAnchorElement>('a')[0]!;
    expect([href, target, rel]).toEqual(['https://p.example/', '_blank', 'noopener noreferrer']);
  });

  it('does not start before the customer agrees to what must be agreed to', () => {
    const a = setUp({ texts: { ...NO_TEXTS, consent: 'You may keep what I write.' } });
    a.type('Your name', 'Romeo');
    a.submit();
    expect(a.started).toEqual([]);
    expect(a.wrongs()).toEqual(['Please tick this box to go on.']);
    expect(document.activeElement).toBe(a.input('You may keep'));
    a.tick('You may keep');
    a.submit();
    expect(a.started).toEqual([{ username: ['Romeo'], question: [] }]);
  });
});

describe('a chat that is closed', () => {
  it('says so instead of asking, and turns into the form by itself when it opens', () => {
    const a = setUp({ state: 'closed' });
    a.page.focus();
    expect([a.heading(), document.activeElement?.textContent]).toEqual([en.nobodyHere, en.nobodyHere]);
    expect(a.all('form')).toEqual([]);
    a.page.showState('open');
    expect(a.all('[role=status]')[0]?.textContent).toBe('The chat is open now.');
    expect(document.activeElement).toBe(a.input('Your name'));
  });

  it('does not take the focus from elsewhere when it opens or closes', () => {
    const a = setUp({ state: 'closed' });
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    elsewhere.focus();
    a.page.showState('open');
    a.page.showState('full');
    expect(a.heading()).toBe(en.busy);
    expect(document.activeElement).toBe(elsewhere);
  });

  it('says what the admin wants said', () => {
    expect(setUp({ state: 'closed', texts: { ...NO_TEXTS, closed: 'Back at nine.' } }).text()).toContain(
      'Back at nine.',
    );
  });

  it('keeps what was filled in when it closes and opens again', () => {
    const a = setUp();
    a.type('Your name', 'Romeo');
    a.page.showState('closed');
    expect(a.all('form')).toEqual([]);
    a.page.showState('open');
    expect(a.input('Your name').value).toBe('Romeo');
  });

  it('offers to take a message where messages are taken, and only there', () => {
    const buttons = (messages: boolean) =>
      setUp({ state: 'closed', messages })
        .all('button')
        .map((one) => one.textContent);
    expect(buttons(true)).toEqual(['Leave a message']);
    expect(buttons(false)).toEqual([]);
  });
});

describe('a message', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp({ state: 'closed' });
    a.press('Leave a message');
  });

  function write() {
    a.type('Your name', 'Romeo');
    a.type('Your e-mail address', 'romeo@example.org');
    a.type('Your message', 'Is it far?');
  }
  const MESSAGE = { username: ['Romeo'], email: ['romeo@example.org'], question: ['Is it far?'] };

  it('is left, and the customer reads what happens next', async () => {
    expect(document.activeElement?.textContent).toBe('Leave a message');
    write();
    expect(a.draft()).toEqual(MESSAGE);
    a.submit();
    a.submit();
    expect(a.left).toEqual([MESSAGE]);
    await a.finish({ what: 'sent' });
    expect(document.activeElement?.textContent).toBe('Thank you, your message has reached us');
    expect(a.text()).toContain('We will answer by e-mail to romeo@example.org.');
    expect(a.draft()).toEqual({});
  });

  it('is not sent with something missing', () => {
    a.submit();
    expect(a.wrongs()).toEqual([en.fillIn, en.fillIn, en.fillIn]);
    expect(document.activeElement).toBe(a.input('Your name'));
    expect(a.left).toEqual([]);
  });

  it.each([
    ['not-taken', en.messageNotTaken],
    ['too-many', en.messageTooMany],
    ['later', en.messageLater],
    ['unreachable', en.messageUnsent],
  ] as const)('stays to be sent again when it is %s', async (what, sentence) => {
    write();
    a.submit();
    await a.finish({ what });
    expect(a.all('[role=alert]').map((one) => one.textContent)).toEqual([sentence]);
    expect(a.input('Your message').value).toBe('Is it far?');
    a.submit();
    expect(a.left).toHaveLength(2);
    expect(a.all('[role=alert]')).toEqual([]);
  });

  it('is put right where the server says', async () => {
    write();
    a.submit();
    await a.finish({ what: 'invalid', field: 'email' });
    expect(a.wrongs()).toEqual([en.wrongAddress]);
    expect(document.activeElement).toBe(a.input('Your e-mail address'));
  });

  it('is not interrupted when somebody comes: the chat is offered, with what was written', () => {
    write();
    a.input('Your message').focus();
    a.page.showState('open');
    expect(document.activeElement).toBe(a.input('Your message'));
    expect(a.all('[role=status]')[0]?.textContent).toContain(en.openOffer);
    a.press('Chat instead');
    expect([a.input('Your name').value, a.input('Your question').value]).toEqual(['Romeo', 'Is it far?']);
    expect(document.activeElement).toBe(a.input('Your name'));
  });

  it('does not ask again for what was said before', () => {
    a = setUp();
    a.type('Your name', 'Romeo');
    a.type('Your question', 'Is it far?');
    a.page.showMessageForm({});
    expect([a.input('Your name').value, a.input('Your message').value]).toEqual(['Romeo', 'Is it far?']);
  });

  it('goes on after a reload where it was', () => {
    a = setUp({ state: 'closed' }, { question: ['Is it'] });
    a.press('Leave a message');
    expect(a.input('Your message').value).toBe('Is it');
  });
});
