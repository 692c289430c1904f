/**
 * Builds the program into out/ where it is missing or older than its sources.
 *
 *     node electron/launch/build.ts [--if-needed]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../paths.ts';

const SOURCES = ['electron/**/*.ts', 'renderer/**/*', 'shared/**/*.ts', 'electron.vite.config.ts', 'package.json'];
const builder = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const outFolder = join(projectFolder, 'out');
/** Written after a build that went through; its time is that of the build's start. */
const stamp = join(outFolder, 'built');

/** Builds aside and puts the parts in place at the end: what is there works until then, and after a failure. */
export async function build(): Promise<void> {
  const startedAt = new Date();
  mkdirSync(outFolder, { recursive: true });
  const aside = mkdtempSync(join(outFolder, 'building-'));
  try {
    const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn', '--outDir', aside], {
      cwd: projectFolder,
      // Standard output is for what the user asked for.
      stdio: ['ignore', process.stderr, process.stderr],
    });
    const [exitCode] = await once(child, 'exit');
    if (exitCode !== 0) throw new Error(`The build failed (${exitCode})`);
    for (const part of ['main', 'preload', 'renderer']) replaceFolder(join(outFolder, part), join(aside, part));
    writeFileSync(stamp, '');
    utimesSync(stamp, startedAt, startedAt);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function replaceFolder(folder: string, by: string): void {
  if (existsSync(folder)) renameSync(folder, `${by}-before`);
  renameSync(by, folder);
}

export async function buildIfNeeded(): Promise<void> {
  if (!isBuilt()) await build();
}

/** Whether out/ is as new as every source file. */
export function isBuilt(): boolean {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return globSync(SOURCES, { cwd: projectFolder }).every(
    (file) => (statSync(join(projectFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) <= builtAt,
  );
}

if (import.meta.main) await (process.argv.includes('--if-needed') ? buildIfNeeded() : build());
