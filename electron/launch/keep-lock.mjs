/**
 * Runs after each `npm install`: keeps in package-lock.json that better-sqlite3 has nothing to compile.
 *
 * The package carries its binaries and says `gypfile: false`. npm writes no such line into its lock, and
 * npm 8 to 11 then take the binding.gyp that they find for a reason to compile: an installation from the
 * lock would want Python, a compiler and Node's headers from the network. npm does read the line.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);

if (existsSync(file)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const entry = lock.packages?.['node_modules/better-sqlite3'];
  if (entry && entry.gypfile !== false) {
    entry.gypfile = false;
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
}
