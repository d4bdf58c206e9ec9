/** Types of Usher's script for a website's own pages (`/usher/embed.js`). Save this file among your sources. */

/** Whether somebody can answer. `unknown`: not asked for (`data-state="live"`), or the server could not be reached. */
type UsherServiceState = 'open' | 'closed' | 'full' | 'unknown';

interface UsherState {
  /** Whether the chat's window is open, as far as this page knows. */
  readonly open: boolean;
  readonly state: UsherServiceState;
  /** Where the chat is. Only sites that the chat's administrator has listed are told; for others it stays `start`. */
  readonly phase: 'start' | 'queued' | 'chatting' | 'ended';
  /** The place in the line, from 1; null outside of the line, or while it is not known. */
  readonly position: number | null;
  /** What the agent wrote while the chat was not looked at. */
  readonly unread: number;
}

interface UsherEvents {
  /** The script is there. */
  ready: Record<string, never>;
  /** The chat's window is open, or closed. */
  opened: Record<string, never>;
  closed: Record<string, never>;
  /** Whether somebody can answer has changed (`data-state="live"`). */
  state: { readonly state: UsherServiceState };
  queued: { readonly position: number };
  position: { readonly position: number };
  agentJoined: Record<string, never>;
  chatStarted: Record<string, never>;
  /** `reason` as the chat page knows it: `ended`, `ended-by-customer`, `left-queue`, `nobody-here`, `unreachable` and others. */
  chatEnded: { readonly reason: string };
  /** Never what was said, or by whom. */
  message: { readonly author: 'agent' | 'customer' };
  unread: { readonly unread: number };
  connectionLost: Record<string, never>;
  connectionRestored: Record<string, never>;
  /** `blocked`: `Usher('open')` was not called in a click. Else why the chat cannot be had: `nobody-here`, `refused`, `unreachable` … */
  error: { readonly reason: string };
  /** The agent leads the customer there. `preventDefault()` says no, if the page asked to be asked: see the guide. */
  navigating: { readonly drive: string; readonly url: string };
  navigated: { readonly drive: string };
  controlLost: { readonly drive: string; readonly reason: 'cut' | 'closed' | 'lost' };
  needsClick: { readonly drive: string; readonly reason: 'closed' | 'lost' | 'blocked' | 'silent' };
  leadPaused: Record<string, never>;
  leadResumed: Record<string, never>;
}

type UsherListener<Name extends keyof UsherEvents> = (
  detail: UsherEvents[Name],
  event: CustomEvent<UsherEvents[Name]>,
) => void;

/** Calls made before the script is there are queued, and then return nothing. */
interface UsherApi {
  /** In a click, or the browser will not open a window. */
  (method: 'open'): boolean | undefined;
  /** `close` closes the window; `endChat` ends the chat, at once; `destroy` takes the script off the page. */
  (method: 'close' | 'endChat' | 'destroy'): void;
  /** A JWT that your server has signed for this customer; null forgets it. */
  (method: 'identify', token: string | null): void;
  /** The language of the chat when it is opened, as `pt-BR`. */
  (method: 'locale', tag: string): void;
  /** Shown to the agent beside the customer's answers, and not proved by anything. Values of up to 500 characters. */
  (method: 'attributes', values: Readonly<Record<string, string | number | boolean>>): void;
  (method: 'getState', tell?: (state: UsherState) => void): UsherState | undefined;
  /** Returns what takes the listener off. */
  <Name extends keyof UsherEvents>(method: 'on', event: Name, listener: UsherListener<Name>): () => void;
  <Name extends keyof UsherEvents>(method: 'off', event: Name, listener: UsherListener<Name>): void;
  /** The calls that wait for the script. */
  q?: ArrayLike<unknown>[];
}

type UsherDocumentEvents = { [Name in keyof UsherEvents as `usher:${Name}`]: CustomEvent<UsherEvents[Name]> };

interface DocumentEventMap extends UsherDocumentEvents {}

interface Window {
  Usher: UsherApi;
}

declare var Usher: UsherApi;
