/** The chat page put together: everything else is made of named parts, this is where they meet the browser. */
import { guidedWindow, type WindowHandle } from '../drive/guided-window';
import { hopChannel } from '../drive/hop-channel';
import { windowFeatures } from '../drive/placement';
import { createReins, type Reins } from '../drive/reins';
import { takeFragment } from '../host/claims';
import { hostPage } from '../host/host-page';
import { connect } from '../net/connect';
import { preference } from '../net/preference';
import { stropheConnection } from '../net/strophe';
import { trust } from '../net/trusted-types';
import { serverClock } from '../time/clock';
import { workerTimers } from '../time/timers';
import timersScript from '../time/timers.worker.ts?worker&url';
import type { Ask, UploadOffer } from '../upload/offer';
import { logView } from '../view/log';
import { createScreen } from '../view/screen';
import { transcript } from '../view/transcript';
import { countUnread } from '../view/unread';
import { loadConfig, type Config } from './config';
import { draft } from './draft';
import { keepsake } from './keepsake';
import { leaveMessage } from './message';
import { rate, type Rating } from './rating';
import { standstillStore } from './standstill';
import { tabText } from './tab-text';
import { createTenure } from './tenure';
import { load, tagFor, wantedLanguages } from '../words/languages';
import type { Answers } from '../form/form';
import { createVisit, type Visit } from './visit';
import { watchState } from './watch-state';

// Before anything that takes time: a token does not stay in the address.
const claims = takeFragment(location, history);
const ours = trust('/usher/assets/');
const timers = workerTimers(new Worker(ours(timersScript), { type: 'module' }));
const driver = document.getElementById('driver') as HTMLIFrameElement;
const tag = tagFor(wantedLanguages(location.href, navigator.languages));
const ask = (address: string, options?: RequestInit) => fetch(address, options);
// Both are on their way at the same time.
const loading = loadConfig({
  fetch: (address) => ask(address, { cache: 'no-store' }),
  deviceNow: Date.now,
  page: location.href,
  lang: tag,
});
const language = await load(tag);
const { words } = language;
document.documentElement.lang = language.tag;
document.documentElement.dir = language.direction;
const view = logView(words, language.tag);
const record = transcript(words, language.tag);
let guided: Reins | null = null;
let visit: Visit | null = null;
let recall: () => string | null = () => null;
const tenure = createTenure({
  locks: navigator.locks as LockManager | undefined,
  channel: new BroadcastChannel('usher-tabs'),
  after: (millis, run) => timers.after(millis, run),
  lost: () => visit?.handOver(),
});

const root = document.getElementById('chat') as HTMLElement;
const actions = {
  start(answers: Answers) {
    idle.stop();
    visit?.start(answers);
    stayAwake();
  },
  leaveMessage: (answers: Answers) =>
    leaveMessage(answers, { fetch: ask, page: location.href, lang: language.tag }),
  leaveQueue: () => visit?.leaveQueue(),
  say: (text: string) => visit?.say(text),
  write: (text: string) => visit?.write(text),
  endChat: () => visit?.endChat(),
  mayRate: () => record.hasAnswers() && visit?.token() != null,
  rate: (rating: Rating) => rate(rating, { fetch: ask, page: location.href, token: visit?.token() ?? '' }),
  transcript: () => record.text(document.title),
  proceed: () => guided?.proceed(),
  openWindow: () => guided?.begin(),
  stopLead: () => guided?.stop(),
  letLead: () => guided?.letLead(),
  reload: () => location.reload(),
  useHere: () => void useHere(),
};
const screen = createScreen(root, view.element, actions, language);
const isSeen = () => document.visibilityState === 'visible';
const unread = countUnread(isSeen, (count) => screen.showUnread(count));
/** Before a visit, and after one that came to nothing, the page follows whether the chat is open. */
const idle = watchState({
  fetch: ask,
  page: location.href,
  timers,
  isSeen,
  tell: (state) => screen.showState(state),
});

const config = await loading;
if (typeof config === 'string') screen.showEnding(config);
else prepare(config);

function prepare(config: Config): void {
  const clock = serverClock(config.clockOffset);
  const host = hostPage({ sites: config.sites, timers, claims, endChat: actions.endChat });
  guided = createReins({
    guided: (show) =>
      host.guided(guidedWindow({ open: openFromDriver, channel: hopChannel(), timers, clock, show })),
    clock,
    timers,
    store: standstillStore(config.workgroup, () => sessionStorage),
    show: (view) => screen.showGuided(view),
    showLead: (view) => screen.showLead(view),
  });
  const way = preference(() => sessionStorage, Date.now);
  const tabStore = keepsake(config.workgroup, () => sessionStorage);
  visit = createVisit({
    config,
    ownOrigin: location.origin,
    connect: () => connect({ ...config, timers, preference: way, newConnection: stropheConnection }),
    guided,
    clock,
    timers,
    random,
    isSeen,
    isRead: () => isSeen() && view.isAtEnd(),
    lastSeen: tabText(`usher-seen:${config.workgroup}`, () => sessionStorage),
    keepsake: {
      ...tabStore,
      keep(kept) {
        tabStore.keep(kept);
        void tenure.claim(kept.id);
      },
    },
    offerFiles: (offer) => void offerFiles(offer),
    claims: host.claims,
    screen: host.screen({
      ...screen,
      showRefused(why, field) {
        screen.showRefused(why, field);
        idle.start();
      },
      showMessageForm(answers) {
        screen.showMessageForm(answers);
        idle.start();
      },
    }),
    log: host.log(unread.log(record.log(view))),
  });
  recall = () => tabStore.recall()?.id ?? null;
  addEventListener('pagehide', () => visit?.rest());
  // Another network perhaps lets WebSockets through.
  addEventListener('online', () => way.forget());
  for (const news of ['pageshow', 'online']) addEventListener(news, () => visit?.look());
  // A page that was frozen has missed what came meanwhile, also the end of its connection.
  document.addEventListener('resume', () => visit?.look());
  document.addEventListener('visibilitychange', () => {
    if (!isSeen()) return;
    visit?.look();
    visit?.read();
    unread.look();
    idle.look();
  });
  view.element.addEventListener('scroll', () => visit?.read());
  screen.restoreDraft(tabText(`usher-draft:${config.workgroup}`, () => sessionStorage));
  screen.showStart(
    config,
    draft(config.workgroup, () => sessionStorage),
  );
  idle.start();
  void goOn();
}

/** With the visit from before, if there is one and no other tab has it. */
async function goOn(): Promise<void> {
  const id = recall();
  if (id === null) return;
  idle.stop();
  if (await tenure.claim(id)) visit?.resume();
  else visit?.handOver();
}

/** The code comes only where the server takes files. */
async function offerFiles(offer: UploadOffer): Promise<void> {
  const { fileButton } = await import('../upload/file-button');
  const ask: Ask = (build) => visit?.ask(build) ?? Promise.resolve('silence');
  const sent = (address: string) => visit?.say(address, true);
  const target = root;
  screen.addTool(fileButton({ ...language, ask, offer, isAllowed: isWebAddress, sent, target }));
}

/** What a page that came over TLS may fetch is TLS as well. */
function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && location.protocol === 'http:');
}

async function useHere(): Promise<void> {
  const id = recall();
  if (id !== null) await tenure.take(id);
  location.reload();
}

/** The name is new each time, so that no other page can aim at the window, and an older one stays as it is. */
function openFromDriver(address: string): WindowHandle | null {
  const features = windowFeatures(
    {
      left: 0,
      top: 0,
      width: window.screen.availWidth,
      height: window.screen.availHeight,
      ...screenOrigin(),
    },
    { left: screenX, top: screenY, width: outerWidth, height: outerHeight },
  );
  try {
    const opened =
      driver.contentWindow?.open(inLanguage(address), `usher-guided-${random()}`, features) ?? null;
    // Browsers inside of other apps "open" a window in the place of the one that asks.
    return opened === window || opened === driver.contentWindow ? null : opened;
  } catch {
    // The frame could not be loaded: what stands in its place is not ours.
    return null;
  }
}

/** The link's language goes on in the guided window; the browser's is known there as well. */
function inLanguage(address: string): string {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=${encodeURIComponent(asked)}`;
}

/** Where this screen begins among several: known to most browsers, and in no standard's type. */
function screenOrigin(): { left?: number; top?: number } {
  const { availLeft, availTop } = window.screen as Screen & { availLeft?: number; availTop?: number };
  return availLeft === undefined || availTop === undefined ? {} : { left: availLeft, top: availTop };
}

function random(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join('');
}

/** A page that holds a lock is not frozen while it is hidden, and a frozen page would miss drives. */
function stayAwake(): void {
  void navigator.locks?.request(`usher-visit-${random()}`, () => new Promise(() => {}));
}
