import { expect, it } from 'vitest';
import { rate } from './rating';

const asked: [string, RequestInit][] = [];
const server = (answer: () => Response) => (address: string, options: RequestInit) => {
  asked.push([address, options]);
  return Promise.resolve().then(answer);
};
const to = (answer: () => Response) => ({
  fetch: server(answer),
  page: 'https://chat.example/usher/c/demo/?lang=de#x',
  token: 'secret',
});

it('is sent with the key to the visit, and is kept when the server says so', async () => {
  expect(
    await rate(
      { score: 4, comment: 'Kind & quick' },
      to(() => Response.json({ ok: true })),
    ),
  ).toBe(true);
  const [address, { method, body }] = asked.pop()!;
  expect([address, method, String(body)]).toEqual([
    'https://chat.example/usher/c/demo/rating',
    'POST',
    'token=secret&score=4&comment=Kind+%26+quick',
  ]);
});

it('is sent without a comment where there is none', async () => {
  await rate(
    { score: 1, comment: '' },
    to(() => Response.json({ ok: true })),
  );
  expect(String(asked.pop()![1].body)).toBe('token=secret&score=1');
});

it.each([400, 404, 405, 503])('is not kept when the server says %i', async (status) => {
  expect(
    await rate(
      { score: 1, comment: '' },
      to(() => new Response('', { status })),
    ),
  ).toBe(false);
});

it('is not kept when the server does not answer', async () => {
  const failing = to(() => {
    throw new TypeError('no network');
  });
  expect(await rate({ score: 1, comment: '' }, failing)).toBe(false);
});
