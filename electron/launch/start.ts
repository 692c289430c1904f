/**
 * `npm start`: builds if needed and opens the window; where there can be none, says why in one line
 * and serves the same workbench to the browser.
 *
 *     npm start -- [--browser | --electron] [--home DIR] [--port N] [--no-open]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { projectFolder } from '../paths.ts';
import { systemLanguage } from '../system-language.ts';
import { build, isBuilt } from './build.ts';
import { fetchElectron, findElectron, mayFetch } from './electron-runtime.ts';

/** A window that ends with a failure so soon never opened: a library or a permission is missing. */
const OPENING_MS = 15_000;

const say = (...keys: MessageKey[]) =>
  console.log(keys.map((key) => formatMessage(message(key), systemLanguage())).join(' '));

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      electron: { type: 'boolean', default: false },
      home: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
    },
  });
  if (!isBuilt()) {
    say('host.building');
    await build();
  }
  const home = values.home === undefined ? [] : ['--home', values.home];
  if (!values.browser) {
    const obstacle = await openWindow(home, values.electron);
    if (obstacle === null) return;
    if (values.electron) {
      say(obstacle);
      process.exitCode = 1;
      return;
    }
    say(obstacle, 'host.browserInstead');
  }
  const port = values.port === undefined ? [] : ['--port', values.port];
  await serveBrowser([...home, ...port, ...(values['no-open'] ? ['--no-open'] : [])]);
}

/** Runs the window until it is closed; returns why there is none, or null when all is done. */
async function openWindow(args: string[], explicit: boolean): Promise<MessageKey | null> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'host.noDisplay';
  const binary = findElectron() ?? (explicit || mayFetch() ? await fetchElectron() : null);
  if (binary === null) return 'host.noElectron';

  const startedAt = Date.now();
  const child = spawn(binary, [...sandboxArguments(), projectFolder, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = true;
      child.kill(signal);
    });
  }
  child.once('error', () => undefined); // 'exit' does not follow; the race below sees it too
  const [exitCode] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [1])]);
  if (exitCode === 0 || asked) return null;
  if (Date.now() - startedAt < OPENING_MS) return 'host.windowFailed';
  process.exitCode = 1;
  return null;
}

/** Chromium refuses to run as root with its sandbox; a container's root has no other user. */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** In this very process: nothing is left behind when it ends. */
async function serveBrowser(args: string[]): Promise<void> {
  const entry = join(projectFolder, 'out', 'main', 'browser.js');
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
}

await start();
