// Keeps the chat page small, and its pages within the Content-Security-Policy that the plugin serves them with.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const out = new URL('../target/classes/usher-web/', import.meta.url);
const BUDGETS = { js: 45_000, css: 8_000 };
const PAGES = ['chat.html', 'framed.html', 'frame.html', 'hop.html', 'missing.html', 'handed-in.html'];

const faults = [];

if (!existsSync(new URL('chat.html', out))) {
  console.error('size: build first (npm run build)');
  process.exit(1);
}

/** Of the languages one is loaded: the largest counts. */
const LANGUAGE = /^assets\/[a-z]{2}-[\w-]+\.js$/;

for (const [kind, budget] of Object.entries(BUDGETS)) {
  const sizes = reach('chat.html', kind).map((file) => ({ file, bytes: gzipSync(read(file)).length }));
  const languages = sizes.filter(({ file }) => LANGUAGE.test(file)).map(({ bytes }) => bytes);
  const size = sizes
    .filter(({ file }) => !LANGUAGE.test(file))
    .reduce((sum, { bytes }) => sum + bytes, Math.max(0, ...languages));
  console.log(`size: chat page ${kind} ${size} of ${budget} bytes gzip`);
  if (size > budget) faults.push(`the chat page's ${kind} is over its budget`);
}

for (const page of PAGES) {
  const html = read(page);
  if (/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i.test(html))
    faults.push(`${page} has inline code or style`);
  for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
    if (!/^(\/usher\/(assets\/|frame$)|data:,$)/.test(address)) faults.push(`${page} refers to ${address}`);
    if (address.startsWith('/usher/assets/')) read(address.slice('/usher/'.length));
  }
}

// On other people's pages: whatever it does there, it does without a word to their Content-Security-Policy.
const EMBED_BUDGET = 3_000;
const embed = read('embed.js');
const embedSize = gzipSync(embed).length;
console.log(`size: embed.js ${embedSize} of ${EMBED_BUDGET} bytes gzip`);
if (embedSize > EMBED_BUDGET) faults.push('embed.js is over its budget');
if (/\bimport\b|\bexport\b|\beval\b|\bFunction\(|innerHTML|\.style\b|Storage\b|cookie/.test(embed))
  faults.push('embed.js does what a strict page does not allow, or stores something');

for (const fault of faults) console.error(`size: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function read(file) {
  return readFileSync(new URL(file, out), 'utf8');
}

/** The files of a kind that a page loads, those included that its scripts name: shared parts and workers. */
function reach(file, kind, found = new Set()) {
  for (const [name] of read(file).matchAll(/[\w.-]+\.(?:js|css)(?=["'`])/g)) {
    const asset = `assets/${name}`;
    if (found.has(asset) || !existsSync(new URL(asset, out))) continue;
    found.add(asset);
    reach(asset, kind, found);
  }
  return [...found].filter((asset) => asset.endsWith(`.${kind}`));
}
