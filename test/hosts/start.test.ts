/** `npm start` as a person runs it, on a machine without a display: the browser host, and its clean end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../../electron/paths.ts';
import { scratchFolder } from './scratch.ts';

const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...WITHOUT_DISPLAY } = process.env;
const SCRIPT = join(projectFolder, 'electron', 'start.mjs');

type Started = { child: ChildProcess; said: () => string };

function start(args: string[], environment: NodeJS.ProcessEnv = WITHOUT_DISPLAY): Started {
  return run(process.execPath, [SCRIPT, '--no-open', ...args], environment);
}

function run(program: string, args: string[], environment: NodeJS.ProcessEnv): Started {
  let said = '';
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...environment, LC_ALL: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return { child, said: () => said };
}

async function addressOf({ said }: Started): Promise<URL> {
  await expect.poll(said, { timeout: 30_000 }).toMatch(/http:\S+token=\S+/);
  return new URL(/http:\S+/.exec(said())?.[0] ?? '');
}

test('it prints the address, serves the workbench there, and ends with exit code 0 on Ctrl+C', async () => {
  const home = scratchFolder();
  const host = start(['--browser', '--home', home]);
  const address = await addressOf(host);
  expect(address.hostname).toBe('127.0.0.1');
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(new URL('/call/getAppInfo', address), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await answer.json()).toMatchObject({ ok: true, value: { host: 'browser', home } });
  // A tab that listens must not hold the host up.
  const events = await fetch(new URL('/events?client=a', address), { headers: { cookie } });
  expect(events.status).toBe(200);

  const ended = once(host.child, 'exit');
  host.child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  await expect(fetch(address)).rejects.toThrow();
});

test('a termination signal ends it as cleanly, and the data folder is free again', async () => {
  const home = scratchFolder();
  for (let round = 0; round < 2; round += 1) {
    const host = start(['--browser', '--home', home]);
    await addressOf(host);
    const ended = once(host.child, 'exit');
    host.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }
});

describe.runIf(process.platform !== 'win32')('through npm', () => {
  function npmStart(home: string): Started & { ended: Promise<unknown[]> } {
    const started = run('npm', ['start', '--', '--browser', '--no-open', '--home', home], WITHOUT_DISPLAY);
    return { ...started, ended: once(started.child, 'exit') };
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('%s to npm alone ends the host with exit code 0', async (signal) => {
    const host = npmStart(scratchFolder());
    const address = await addressOf(host);
    host.child.kill(signal);
    expect(await host.ended).toEqual([0, null]);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('no host outlives an npm that was killed', async () => {
    const host = npmStart(scratchFolder());
    const address = await addressOf(host);
    host.child.kill('SIGKILL');
    const isGone = () =>
      fetch(address).then(
        () => false,
        () => true,
      );
    await expect.poll(isGone, { timeout: 10_000 }).toBe(true);
  });
});

test('a second one on the same data folder is refused with the reason', async () => {
  const home = scratchFolder();
  await addressOf(start(['--browser', '--home', home]));
  const second = start(['--browser', '--home', home]);
  expect(await once(second.child, 'exit')).toEqual([1, null]);
  expect(second.said()).toContain(`The data folder ${home} is in use by another Plumbline`);
});

test.runIf(process.platform === 'linux')(
  'without a display it says so in one line and serves the browser',
  async () => {
    const host = start(['--home', scratchFolder()]);
    await addressOf(host);
    expect(host.said().split('\n')[0]).toBe('There is no display here. Opening in the browser instead.');
  },
);

test.runIf(process.platform === 'linux')('a window asked for without a display is refused, not replaced', async () => {
  const host = start(['--electron', '--home', scratchFolder()]);
  expect(await once(host.child, 'exit')).toEqual([1, null]);
  expect(host.said()).toBe('There is no display here.\n');
});

describe.runIf(process.platform === 'linux')('with a display and a runtime', () => {
  /** A runtime that is a shell script. */
  function runtime(script: string) {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { ...WITHOUT_DISPLAY, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder };
  }

  test('it opens the window on the data folder and ends with it', async () => {
    const home = scratchFolder();
    const { child, said } = start(['--home', home], runtime(`echo "$@" > ${home}/arguments`));
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readFileSync(join(home, 'arguments'), 'utf8')).toContain(`${projectFolder} --home ${home}`);
    expect(said()).toBe('');
  });

  test('Ctrl+C ends the window and counts as a clean end', async () => {
    const home = scratchFolder();
    const { child, said } = start(
      ['--home', home],
      runtime('trap "exit 130" INT; echo open; while :; do sleep 0.05; done'),
    );
    await expect.poll(said).toContain('open');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('a runtime that cannot start gives way to the browser, with the reason', async () => {
    const host = start(['--home', scratchFolder()], runtime('echo "libnss3.so: cannot open" >&2; exit 127'));
    await addressOf(host);
    expect(host.said()).toContain('libnss3.so: cannot open');
    expect(host.said()).toContain(
      'did not start on this system (the reason is above). Opening in the browser instead.',
    );
  });
});
