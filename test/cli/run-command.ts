/** Runs a command of the command line in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

type Given = { home?: string; input?: string; env?: Record<string, string> };

export async function run(args: string[], { home = '/nowhere/plumbline', input = '', env = {} }: Given = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, PLUMBLINE_HOME: home, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  child.stdin.end(input);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}
