// Runs `npm ci` only when the installed packages are not those of the lock file, so that a second build is quick.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const lock = 'package-lock.json';
// npm writes this file at the end of each install: an interrupted install leaves none.
const installed = 'node_modules/.package-lock.json';

const isFresh =
  existsSync(installed) &&
  statSync(installed).mtimeMs >= Math.max(statSync(lock).mtimeMs, statSync('package.json').mtimeMs);

if (!isFresh) {
  // A shell finds npm.cmd on Windows.
  const { status } = spawnSync('npm ci --no-audit --loglevel=error', { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
}
