import { describe, expect, it } from 'vitest';
import { configAddress, loadConfig, readConfig } from './config';

const PAGE = 'https://chat.example:7443/usher/c/demo';
const SERVER_TIME = Date.parse('2026-01-01T10:00:00.000Z');
const data = {
  domain: 'example.org',
  workgroup: 'demo@workgroup.example.org',
  title: 'Demo',
  websocket: '/ws/',
  bosh: '/http-bind/',
  now: '2026-01-01T10:00:00.000Z',
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

  it.each([PAGE, `${PAGE}/`, `${PAGE}?from=shop#top`])('lies below the page %s', (page) => {
    expect(configAddress(page)).toBe(`${PAGE}/config.json`);
  });

  it('is measured in the middle of its journey', async () => {
    const times = [SERVER_TIME - 100, SERVER_TIME + 300];
    const config = await loadConfig({
      page: PAGE,
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
    expect(await loadConfig({ page: PAGE, deviceNow: () => 0, fetch })).toBe(failure);
  });
});
