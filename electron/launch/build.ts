/**
 * Builds the program into out/ where it is missing or older than its sources.
 *
 *     node electron/launch/build.ts [--if-needed]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../paths.ts';

const SOURCES = ['electron/**/*.ts', 'renderer/**/*', 'shared/**/*.ts', 'electron.vite.config.ts', 'package.json'];
const builder = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
/** Written after a build that went through; its time is the build's. */
const stamp = join(projectFolder, 'out', 'built');

export async function build(): Promise<void> {
  const startedAt = new Date();
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`The build failed (${exitCode})`);
  mkdirSync(join(projectFolder, 'out'), { recursive: true });
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
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
