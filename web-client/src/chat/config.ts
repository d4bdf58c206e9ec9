import { instant } from '../wire/xml';

/** What the page knows about its chat: `config.json` of docs/protocol/web.md. */
export interface Config {
  readonly domain: string;
  /** The workgroup's bare address. */
  readonly workgroup: string;
  readonly title: string;
  /** Absolute addresses. */
  readonly websocket: string;
  readonly bosh: string;
  /** What to add to this device's clock to get the server's, in milliseconds. */
  readonly clockOffset: number;
}

export type ConfigFailure = 'unknown-workgroup' | 'unreachable' | 'misconfigured';

export interface ConfigDeps {
  readonly fetch: (address: string) => Promise<Response>;
  readonly deviceNow: () => number;
  /** The chat page's own address. */
  readonly page: string;
}

export async function loadConfig({ fetch, deviceNow, page }: ConfigDeps): Promise<Config | ConfigFailure> {
  const asked = deviceNow();
  let response: Response;
  let data: unknown;
  try {
    response = await fetch(configAddress(page));
    if (response.status === 404) return 'unknown-workgroup';
    if (!response.ok) return 'unreachable';
  } catch {
    return 'unreachable';
  }
  try {
    data = await response.json();
  } catch {
    return 'misconfigured';
  }
  // Half of the round trip went by before, half after the server looked at its clock.
  return readConfig(data, page, (asked + deviceNow()) / 2) ?? 'misconfigured';
}

export function configAddress(page: string): string {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname.replace(/\/+$/, '')}/config.json`;
}

/** Null when anything is missing or unreadable. */
export function readConfig(data: unknown, page: string, deviceTime: number): Config | null {
  if (typeof data !== 'object' || data === null) return null;
  const { domain, workgroup, title, websocket, bosh, now } = data as Record<string, unknown>;
  const serverTime = typeof now === 'string' ? instant(now) : null;
  if (!isText(domain) || !isText(workgroup) || !isText(title) || serverTime === null) return null;
  if (!isText(websocket) || !isText(bosh) || !workgroup.includes('@')) return null;
  const socket = absolute(websocket, page);
  const http = absolute(bosh, page);
  if (socket === null || http === null) return null;
  return {
    domain,
    workgroup,
    title,
    // A page that came over TLS may open nothing less.
    websocket: socket.replace(/^http/, 'ws'),
    bosh: http.replace(/^ws/, 'http'),
    clockOffset: Math.round(serverTime - deviceTime),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function absolute(address: string, page: string): string | null {
  try {
    return new URL(address, page).href;
  } catch {
    return null;
  }
}
