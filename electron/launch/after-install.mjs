/**
 * Runs after each `npm install`, on whatever Node the machine has.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Keeps in package-lock.json that better-sqlite3 has nothing to compile. The package carries its binaries
 * and says `gypfile: false`. npm writes no such line into its lock, and npm 8 to 11 then take the
 * binding.gyp that they find for a reason to compile: an installation from the lock would want Python, a
 * compiler and Node's headers from the network. npm does read the line.
 */
function keepLock() {
  const file = new URL('../../package-lock.json', import.meta.url);
  if (!existsSync(file)) return;
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const entry = lock.packages?.['node_modules/better-sqlite3'];
  if (!entry || entry.gypfile === false) return;
  entry.gypfile = false;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/**
 * `npm start` begins with `exec`, so that a signal to npm reaches the program and not a shell in between.
 * Windows' command interpreter has no such command, and there it only has to run the rest.
 */
function giveWindowsExec() {
  if (process.platform === 'win32')
    writeFileSync(new URL('../../node_modules/.bin/exec.cmd', import.meta.url), '@%*\r\n');
}

keepLock();
giveWindowsExec();
