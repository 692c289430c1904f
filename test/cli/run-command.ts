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

/** With the passphrases, a line each, on a descriptor of their own. */
export async function runWithPassphrases(lines: string, args: string[], home: string) {
  const child = spawn(process.execPath, [CLI, ...args, '--passphrase-fd', '3'], {
    env: { ...process.env, PLUMBLINE_HOME: home, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const secret = child.stdio[3] as NodeJS.WritableStream;
  // A command that is refused before it asks does not read them.
  secret.on('error', () => undefined);
  secret.end(lines);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (part) => (stdout += part));
  child.stderr?.on('data', (part) => (stderr += part));
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}
