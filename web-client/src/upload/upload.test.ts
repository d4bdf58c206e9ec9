// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../net/link';
import { findUploads } from './offer';
import { upload, type UploadState } from './upload';

const UPLOAD = 'urn:xmpp:http:upload:0';
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;
const answer = (content: string): Reply => ({
  error: null,
  key: null,
  page: null,
  stanza: parse(`<iq type='result' id='x'>${content}</iq>`),
});
const REFUSED: Reply = {
  ...(answer('') as Exclude<Reply, 'silence'>),
  error: { condition: 'not-acceptable', text: null, detail: null, field: null } as never,
};
const slot = (headers = '') =>
  answer(`<slot xmlns='${UPLOAD}'><put url='https://files.example/p'>${headers}</put>
    <get url='https://files.example/g/a.png'/></slot>`);

function setUp() {
  const asked: Element[] = [];
  const said: string[] = [];
  const seen: UploadState[] = [];
  const put: { headers: unknown; progress: (share: number) => void; finish: (isThere: boolean) => void }[] =
    [];
  const given = { reply: slot() as Reply, cancelled: 0 };
  const send = (size = 10, most: number | null = 100) =>
    upload(
      new File(['x'.repeat(size)], 'a.png', { type: 'image/png' }),
      {
        ask: (build) => (asked.push(build('x')), Promise.resolve(given.reply)),
        offer: { service: 'upload.example', most },
        put: ({ headers }, _file, progress) => {
          let finish = (_isThere: boolean) => {};
          const done = new Promise<boolean>((resolve) => (finish = resolve));
          put.push({ headers, progress, finish });
          return { done, cancel: () => given.cancelled++ };
        },
        isAllowed: (address) => address.startsWith('https://'),
        sent: (address) => said.push(address),
      },
      (state) => seen.push(state),
    );
  const turn = async () => {
    for (let count = 0; count < 10; count++) await Promise.resolve();
  };
  return { asked, said, seen, put, given, send, turn };
}

describe('a file', () => {
  let a: ReturnType<typeof setUp>;

  beforeEach(() => {
    a = setUp();
  });

  it('is put where the server says, and then it is said where it is', async () => {
    a.send();
    await a.turn();
    const request = a.asked[0]!.firstElementChild!;
    expect(['filename', 'size', 'content-type'].map((name) => request.getAttribute(name))).toEqual([
      'a.png',
      '10',
      'image/png',
    ]);
    a.put[0]!.progress(0.5);
    expect(a.said).toEqual([]);
    a.put[0]!.finish(true);
    await a.turn();
    expect(a.said).toEqual(['https://files.example/g/a.png']);
    expect(a.seen).toEqual([
      { what: 'sending', share: 0 },
      { what: 'sending', share: 0.5 },
      { what: 'sent' },
    ]);
  });

  it('that is too big is not even asked for', async () => {
    a.send(101);
    await a.turn();
    expect([a.asked, a.seen]).toEqual([[], [{ what: 'too-big' }]]);
  });

  it('goes with no header but those that are allowed, each on one line', async () => {
    a.given.reply = slot(
      "<header name='Authorization'>Basic&#10;x</header><header name='X-Evil'>y</header><header name='Cookie'>z</header>",
    );
    a.send();
    await a.turn();
    expect(a.put[0]!.headers).toEqual([['Authorization', 'Basicx']]);
  });

  it.each<[string, () => Reply]>([
    ['refuses', () => REFUSED],
    ['does not answer', () => 'silence'],
    ['answers something else', () => answer('<query xmlns="x"/>')],
    [
      'leads out of the web',
      () => answer(`<slot xmlns='${UPLOAD}'><put url='javascript:x'/><get url='https://a'/></slot>`),
    ],
  ])('fails when the server %s', async (_how, reply) => {
    a.given.reply = reply();
    a.send();
    await a.turn();
    expect([a.put, a.said, a.seen.at(-1)]).toEqual([[], [], { what: 'failed' }]);
  });

  it('that does not arrive is not spoken of', async () => {
    a.send();
    await a.turn();
    a.put[0]!.finish(false);
    await a.turn();
    expect([a.said, a.seen.at(-1)]).toEqual([[], { what: 'failed' }]);
  });

  it('can be taken back at any time', async () => {
    a.send()();
    await a.turn();
    expect([a.put, a.seen.at(-1)]).toEqual([[], { what: 'cancelled' }]);
    const cancel = a.send();
    await a.turn();
    cancel();
    a.put[0]!.progress(0.9);
    a.put[0]!.finish(true);
    await a.turn();
    expect([a.given.cancelled, a.said, a.seen.at(-1)]).toEqual([1, [], { what: 'cancelled' }]);
  });
});

describe('who takes files', () => {
  const items = answer(`<query xmlns='http://jabber.org/protocol/disco#items'><item jid='conference.example'/>
    <item jid='upload.example'/></query>`);
  const info = (more: string) =>
    answer(`<query xmlns='http://jabber.org/protocol/disco#info'>${more}</query>`);
  const TAKES = `<feature var='${UPLOAD}'/><x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'>
    <value>${UPLOAD}</value></field><field var='max-file-size'><value>5242880</value></field></x>`;

  it('is found among the services of the server, with the limit', async () => {
    const ask = (build: (id: string) => Element) => {
      const request = build('x');
      if (request.firstElementChild!.getAttribute('xmlns')!.endsWith('items')) return Promise.resolve(items);
      return Promise.resolve(info(request.getAttribute('to') === 'upload.example' ? TAKES : ''));
    };
    expect(await findUploads(ask, 'example')).toEqual({ service: 'upload.example', most: 5_242_880 });
  });

  it('may be nobody', async () => {
    expect(await findUploads(() => Promise.resolve('silence'), 'example')).toBeNull();
    expect(await findUploads(() => Promise.resolve(info('')), 'example')).toBeNull();
  });
});
