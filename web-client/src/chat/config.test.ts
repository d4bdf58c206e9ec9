import { describe, expect, it } from 'vitest';
import { addressBelow, loadConfig, readConfig } from './config';

const PAGE = 'https://chat.example:7443/usher/c/demo';
const ORIGIN = 'https://chat.example:7443';
const SERVER_TIME = Date.parse('2026-01-01T10:00:00.000Z');
const data = {
  domain: 'example.org',
  workgroup: 'demo@workgroup.example.org',
  title: 'Demo',
  websocket: '/ws/',
  bosh: '/http-bind/',
  now: '2026-01-01T10:00:00.000Z',
};

/** What a server that says no more leaves open. */
const asBefore = {
  state: 'open',
  messages: false,
  form: null,
  texts: { welcome: null, closed: null, privacy: null, privacyLink: null, consent: null },
  logo: null,
  sites: [],
};

describe('the configuration', () => {
  it('is read, with absolute addresses', () => {
    expect(readConfig(data, PAGE, SERVER_TIME - 90_000)).toEqual({
      domain: 'example.org',
      workgroup: 'demo@workgroup.example.org',
      title: 'Demo',
      websocket: 'wss://chat.example:7443/ws/',
      bosh: 'https://chat.example:7443/http-bind/',
      clockOffset: 90_000,
      ...asBefore,
    });
  });

  const texts = {
    welcome: 'Good morrow.',
    closed: 'We sleep.',
    privacy: 'We keep what you write for 30 days.',
    privacyLink: 'https://shop.example/privacy',
    consent: 'I agree.',
  };

  it.each([
    ['state', 'closed', 'closed'],
    ['state', 'full', 'full'],
    ['state', 'asleep', 'open'],
    ['messages', true, true],
    ['messages', 'yes', false],
    ['texts', texts, texts],
    [
      'texts',
      { ...texts, closed: 7, privacyLink: '/privacy' },
      { ...texts, closed: null, privacyLink: `${ORIGIN}/privacy` },
    ],
    ['texts', { ...texts, privacyLink: 'javascript:alert(1)' }, { ...texts, privacyLink: null }],
    ['texts', 'x', asBefore.texts],
    ['texts', null, asBefore.texts],
    ['logo', '/usher/c/demo/logo', `${ORIGIN}/usher/c/demo/logo`],
    ['logo', 'data:image/png,x', null],
    ['sites', ['https://shop.example', 7], ['https://shop.example']],
    ['sites', {}, []],
    ['form', {}, null],
  ])('has in %s for %j: %j', (name, given, read) => {
    expect(readConfig({ ...data, [name]: given }, PAGE, SERVER_TIME)).toEqual({
      ...readConfig(data, PAGE, SERVER_TIME),
      [name]: read,
    });
  });

  it('keeps to plain connections on a plain page', () => {
    const page = 'http://localhost:7070/usher/c/demo';
    expect(readConfig(data, page, 0)).toMatchObject({
      websocket: 'ws://localhost:7070/ws/',
      bosh: 'http://localhost:7070/http-bind/',
    });
  });

  it.each(Object.keys(data))('is none without %s', (key) => {
    expect(readConfig({ ...data, [key]: undefined }, PAGE, 0)).toBeNull();
    expect(readConfig({ ...data, [key]: 7 }, PAGE, 0)).toBeNull();
    expect(readConfig({ ...data, [key]: '' }, PAGE, 0)).toBeNull();
  });

  it.each([null, [], 'x', 7])('is none in %j', (value) => {
    expect(readConfig(value, PAGE, 0)).toBeNull();
  });

  it.each([PAGE, `${PAGE}/`, `${PAGE}?from=shop#top`])('lies below the page %s', async (page) => {
    const asked: string[] = [];
    await loadConfig({
      page,
      lang: 'de',
      deviceNow: () => 0,
      fetch: async (address) => (asked.push(address), Response.json(data)),
    });
    expect(asked).toEqual([`${PAGE}/config.json?lang=de`]);
    expect(addressBelow(page, 'state.json')).toBe(`${PAGE}/state.json`);
  });

  it('is measured in the middle of its journey', async () => {
    const times = [SERVER_TIME - 100, SERVER_TIME + 300];
    const config = await loadConfig({
      page: PAGE,
      lang: 'en',
      deviceNow: () => times.shift() ?? 0,
      fetch: async () => Response.json(data),
    });
    expect(config).toMatchObject({ clockOffset: -100 });
  });

  it.each([
    ['unknown-workgroup', async () => new Response('', { status: 404 })],
    ['unreachable', async () => new Response('', { status: 503 })],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['misconfigured', async () => new Response('<html>')],
    ['misconfigured', async () => Response.json({})],
  ])('is %s', async (failure, fetch) => {
    expect(await loadConfig({ page: PAGE, lang: 'en', deviceNow: () => 0, fetch })).toBe(failure);
  });
});
