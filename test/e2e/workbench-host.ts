/**
 * The built workbench as a person starts it: the browser host as a process of its own on a scratch
 * data folder. `startHost` waits until it serves; `stop` ends it and waits until it is gone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const BUILT_HOST = join(projectFolder, 'out/main/browser.js');
const START_TIMEOUT_MS = 20_000;

export type Host = {
  /** With the token. */
  url: string;
  pid: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** An empty data folder; `remove` deletes it. */
export function scratchHome(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'plumbline-home-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function startHost(home: string, port?: number): Promise<Host> {
  const portArguments = port === undefined ? [] : ['--port', String(port)];
  const child = spawn(process.execPath, [BUILT_HOST, '--home', home, '--no-open', ...portArguments], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid ?? 0,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

/** The address that the host prints once it serves. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The host printed no address in ${START_TIMEOUT_MS} ms:\n${said}`));
    }, START_TIMEOUT_MS);
    const listen = (text: Buffer) => {
      said += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said);
      if (address === null) return;
      clearTimeout(timer);
      resolve(address[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The host ended with code ${code}:\n${said}`));
    });
  });
}
