import { describe, expect, it } from 'vitest';
import { leaveMessage } from './message';

const PAGE = 'https://chat.example/usher/c/demo?lang=de';
const answers = { username: ['Romeo'], email: ['romeo@example.org'], question: ['Is it far?\nToo far?'] };
const send = (fetch: (address: string, options: RequestInit) => Promise<Response>) =>
  leaveMessage(answers, { fetch, page: PAGE, lang: 'de' });

describe('a message that is left', () => {
  it('goes to the workgroup of the page, as a form', async () => {
    const sent: unknown[] = [];
    await send(async (address, { method, headers, body }) => {
      sent.push(address, method, headers, String(body));
      return Response.json({ ok: true });
    });
    expect(sent).toEqual([
      'https://chat.example/usher/c/demo/message',
      'POST',
      { accept: 'application/json' },
      'lang=de&username=Romeo&email=romeo%40example.org&question=Is+it+far%3F%0AToo+far%3F',
    ]);
  });

  it.each([
    [200, { ok: true }, { what: 'sent' }],
    [400, { error: 'invalid', field: 'email' }, { what: 'invalid', field: 'email' }],
    [400, {}, { what: 'later' }],
    [404, { error: 'not-taken' }, { what: 'not-taken' }],
    [429, { error: 'too-many' }, { what: 'too-many' }],
    [503, { error: 'later' }, { what: 'later' }],
    [502, {}, { what: 'later' }],
  ])('is answered with %i %j', async (status, answer, outcome) => {
    expect(await send(async () => Response.json(answer, { status }))).toEqual(outcome);
  });

  it('does not get through without a network, or where something else answers', async () => {
    expect(await send(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      what: 'unreachable',
    });
    expect(await send(async () => new Response('<html>', { status: 400 }))).toEqual({ what: 'unreachable' });
  });
});
