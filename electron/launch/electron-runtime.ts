/**
 * The Electron runtime: where it is, and fetching it where it is missing.
 *
 * The package `electron` comes without it. Behind a firm's firewall the download may never answer,
 * so it is given up as soon as nothing arrives any more, and not tried again for a day.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../paths.ts';

const packageFolder = join(projectFolder, 'node_modules', 'electron');
/** When the last download failed. */
const failureMark = join(projectFolder, 'node_modules', '.cache', 'plumbline', 'no-electron');

const SILENCE_MS = 8_000;
const LONGEST_MS = 300_000;
const TRY_AGAIN_AFTER_MS = 24 * 3_600_000;

/** Path of the runtime; null where there is none. ELECTRON_OVERRIDE_DIST_PATH counts as it does for the package. */
export function findElectron(): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const isInstalled = existsSync(pathFile);
  if (!isInstalled && !override) return null;
  const program = isInstalled ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = join(override ?? join(packageFolder, 'dist'), program);
  return existsSync(binary) ? binary : null;
}

/** Whether a download should be tried: not within a day of one that failed. */
export function mayFetch(now = Date.now()): boolean {
  const failedAt = statSync(failureMark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return now - failedAt > TRY_AGAIN_AFTER_MS;
}

/** Downloads the runtime with the package's own installer; returns its path, or null where it cannot be had. */
export async function fetchElectron(): Promise<string | null> {
  const installer = join(packageFolder, 'install.js');
  if (!existsSync(installer)) return null;
  // The installer downloads into its temporary folder: with one of its own, growth shows that it gets on.
  const temporary = mkdtempSync(join(tmpdir(), 'plumbline-electron-'));
  try {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ELECTRON_GET_USE_PROXY: '1' },
    });
    const ended = once(child, 'exit');
    const watch = killWhenSilent(child, [temporary, join(packageFolder, 'dist')]);
    await ended;
    clearInterval(watch);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  const found = findElectron();
  if (!found) {
    mkdirSync(dirname(failureMark), { recursive: true });
    writeFileSync(failureMark, `${new Date().toISOString()}\n`);
  }
  return found;
}

function killWhenSilent(child: ReturnType<typeof spawn>, folders: string[]): NodeJS.Timeout {
  const startedAt = Date.now();
  let size = 0;
  let grownAt = startedAt;
  return setInterval(() => {
    const now = Date.now();
    const current = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (current !== size) {
      size = current;
      grownAt = now;
    }
    if (now - grownAt > SILENCE_MS || now - startedAt > LONGEST_MS) child.kill();
  }, 500);
}

function sizeOf(folder: string): number {
  return globSync('**/*', { cwd: folder }).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
