/** The built window host, run with a stand-in for `electron`: what it allows, refuses, remembers and says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import { scratchFolder } from './scratch.ts';

/** Plays a scenario of window-scenario.ts and returns what it observed. */
async function play(scenario: string, home = scratchFolder()) {
  const script = join(import.meta.dirname, 'window-scenario.ts');
  const child = spawn(process.execPath, [script, scenario, '--home', home], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (out === '') throw new Error(errors);
  return JSON.parse(out);
}

test('the window is isolated, sandboxed and without Node, and shows the page of the app protocol', async () => {
  const home = scratchFolder();
  const { webPreferences, ...opened } = await play('opens', home);
  expect(webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    preload: expect.stringMatching(/preload\.cjs$/),
  });
  expect(opened).toMatchObject({
    show: false,
    calls: ['show'],
    url: 'app://plumbline/',
    schemes: [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    sandboxed: true,
    channels: ['plumbline:call'],
  });
  expect(opened.userData.startsWith(home)).toBe(true);
  expect(opened.bounds).toMatchObject({ x: 240, y: 70, width: 1440, height: 900 });
});

test('the app protocol serves the built page under a strict policy, and nothing outside it', async () => {
  const [page, ...others] = await play('serves the page');
  expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(page.body).toContain('<div id="root">');
  expect(page.policy).toContain("default-src 'none'; script-src 'self';");
  for (const other of others) expect(other).toMatchObject({ status: 404, body: '' });
});

test('calls are answered to the page itself, not to frames in it or to another page in its place', async () => {
  const { own, unknown, ...strangers } = await play('answers calls of its own page only');
  expect(own).toMatchObject({ ok: true, value: { host: 'window' } });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  const refused = { thrown: 'Error: Refused: not the page of this program' };
  expect(strangers).toEqual({ frameInside: refused, noFrame: refused, elsewhere: refused });
});

test('links open in the system’s browser when they are web links; nothing else opens or navigates', async () => {
  const observed = await play('stays on its page');
  expect(observed.opened).toEqual(['deny', 'deny', 'deny', 'deny', 'deny']);
  expect(observed.openedOutside).toEqual(['https://example.org/a', 'http://example.org/']);
  expect(observed.navigated.map(({ prevented }: { prevented: boolean }) => prevented)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(observed.navigatedOutside).toEqual(['https://example.org/b']);
  expect(observed.webview).toBe('refused');
});

test('the page may use the clipboard; nothing else is permitted, and nobody else', async () => {
  const clipboard = ['clipboard-sanitized-write', 'clipboard-read'];
  expect(await play('asks for permissions')).toEqual({
    own: { requested: clipboard, checked: clipboard },
    elsewhere: { requested: [], checked: [] },
    otherHost: { requested: [], checked: [] },
  });
});

test('a second start brings the first window to the front and opens none', async () => {
  expect(await play('second start')).toEqual({ calls: ['show', 'restore', 'focus'], windows: 1 });
  expect(await play('has no lock')).toEqual({ quitting: true, windows: 0 });
});

test('the menu speaks the user’s language at once, and its commands go to the page', async () => {
  const { english, chinese, sent } = await play('speaks both languages');
  expect(english).toEqual(
    expect.arrayContaining(['File', 'New Sheet', 'Undo', 'Zoom In', 'Keyboard Shortcuts', 'About Plumbline']),
  );
  expect(chinese).toEqual(expect.arrayContaining(['文件', '新建表', '撤销', '放大', '键盘快捷键', '关于 Plumbline']));
  expect(chinese).toHaveLength(english.length);
  expect(sent).toContainEqual({ channel: 'plumbline:command', payload: 'edit.undo' });
});

test('another window hears what one did; the one itself does not', async () => {
  const { own, other } = await play('tells the other windows');
  expect(own).toEqual([]);
  expect(other).toEqual([
    {
      channel: 'plumbline:workbench',
      payload: { event: 'preferencesSet', preferences: expect.objectContaining({ theme: 'dark' }) },
    },
  ]);
});

test('the place to save is asked in a dialog of the system', async () => {
  const { cancelled, chosen, dialogs } = await play('asks where to save');
  expect(cancelled).toEqual({ ok: true, value: { path: null } });
  expect(chosen).toEqual({ ok: true, value: { path: '/tmp/成本.xlsx' } });
  expect(dialogs[0]).toMatchObject({ defaultPath: '成本.xlsx', filters: [{ extensions: ['xlsx'] }] });
});

test('quitting remembers the window and lets go of the data', async () => {
  const home = scratchFolder();
  expect(await play('moves and quits', home)).toEqual({ quitting: true });
  expect(await play('comes back', home)).toEqual({
    bounds: { x: 50, y: 60, width: 1000, height: 700 },
    maximized: true,
  });
});

test('a store that cannot be opened is said in a dialog, before any window', async () => {
  const home = scratchFolder();
  const holder = openWorkbench({ home, dataFolder, host: { kind: 'browser', log: () => undefined } });
  const inUse = await play('cannot open the store', home);
  expect(inUse).toMatchObject({ exitCode: 0, windows: 0, errorBoxes: [{ title: 'Plumbline cannot open its data' }] });
  expect(inUse.errorBoxes[0].content).toContain(home);
  holder.close();

  const store = readdirSync(home).find((name) => /\.(db|sqlite)$/.test(name)) ?? '';
  writeFileSync(join(home, store), 'this is no database, and long enough not to be taken for an empty one'.repeat(100));
  const corrupt = await play('cannot open the store', home);
  expect(corrupt).toMatchObject({ exitCode: 0, windows: 0 });
  expect(corrupt.errorBoxes[0].content).toContain(home);
});

test('the system’s key store opens the vault as long as it is the same user’s; sleep and a locked screen lock it', async () => {
  expect(await play('keeps the key of the vault')).toEqual([
    'open, key store off',
    'open, key store on',
    // Asleep, and then opened by the key store.
    'locked, key store on',
    'open, key store on',
    // The screen was locked, and somebody else logged in.
    'locked, key store on',
    'key-store',
    // The desktop has no secret service any more: what Electron falls back to keeps nothing.
    'locked, key store gone',
    'key-store',
    // The recovery key opens it all the same, and the key store can be used anew.
    'open, key store gone',
    'open, key store on',
  ]);
});
