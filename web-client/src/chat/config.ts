import { readForm } from '../form/read-form';
import type { Form } from '../form/form';
import { instant } from '../wire/xml';

/** What a customer who comes now finds. */
export type ServiceState = 'open' | 'closed' | 'full';

/** Plain text that the workgroup's admin has set, null where it is left to us. */
export interface Texts {
  readonly welcome: string | null;
  readonly closed: string | null;
  readonly privacy: string | null;
  /** An absolute address. */
  readonly privacyLink: string | null;
  /** What must be agreed to; null if nothing. */
  readonly consent: string | null;
}

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
  readonly state: ServiceState;
  /** Whether a message can be left when nobody can answer. */
  readonly messages: boolean;
  /** Null for our own two questions. */
  readonly form: Form | null;
  readonly texts: Texts;
  /** An absolute address of this origin. */
  readonly logo: string | null;
  /** Origins whose pages may hear of a chat that they opened. */
  readonly sites: readonly string[];
}

export type ConfigFailure = 'unknown-workgroup' | 'unreachable' | 'misconfigured';

export interface ConfigDeps {
  readonly fetch: (address: string) => Promise<Response>;
  readonly deviceNow: () => number;
  /** The chat page's own address. */
  readonly page: string;
  /** In which the admin's texts are wanted. */
  readonly lang: string;
}

export async function loadConfig({
  fetch,
  deviceNow,
  page,
  lang,
}: ConfigDeps): Promise<Config | ConfigFailure> {
  const asked = deviceNow();
  let response: Response;
  let data: unknown;
  try {
    response = await fetch(addressBelow(page, `config.json?lang=${encodeURIComponent(lang)}`));
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

/** What belongs to the workgroup of this page lies below it: `state.json`, `message`. */
export function addressBelow(page: string, name: string): string {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname.replace(/\/+$/, '')}/${name}`;
}

/** Null when what connects is missing or unreadable. What a server of before does not say is as it was before. */
export function readConfig(data: unknown, page: string, deviceTime: number): Config | null {
  if (typeof data !== 'object' || data === null) return null;
  const { domain, workgroup, title, websocket, bosh, now, ...more } = data as Record<string, unknown>;
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
    state: readState(more['state']),
    messages: more['messages'] === true,
    form: readForm(more['form']),
    texts: readTexts(more['texts'], page),
    logo: webAddress(more['logo'], page),
    sites: Array.isArray(more['sites']) ? more['sites'].filter(isText) : [],
  };
}

export function readState(state: unknown): ServiceState {
  return state === 'closed' || state === 'full' ? state : 'open';
}

function readTexts(data: unknown, page: string): Texts {
  const texts = (typeof data === 'object' ? data : null) as Record<string, unknown> | null;
  const text = (name: string) => (isText(texts?.[name]) ? (texts[name] as string) : null);
  return {
    welcome: text('welcome'),
    closed: text('closed'),
    privacy: text('privacy'),
    privacyLink: webAddress(texts?.['privacyLink'], page),
    consent: text('consent'),
  };
}

/** Of the web, and nothing that runs. */
function webAddress(value: unknown, page: string): string | null {
  const address = isText(value) ? absolute(value, page) : null;
  return address !== null && /^https?:/.test(address) ? address : null;
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
