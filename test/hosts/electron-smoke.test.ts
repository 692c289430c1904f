/** The window with the real Electron runtime, driven by Playwright, where the runtime is present. */
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { findElectron } from '../../electron/launch/electron-runtime.ts';
import { projectFolder } from '../../electron/paths.ts';
import { scratchFolder } from './scratch.ts';

const { DISPLAY, WAYLAND_DISPLAY } = process.env;

test('Electron smoke test: the window opens, calls the workbench and closes', async ({ skip }) => {
  const runtime = findElectron();
  if (runtime === null) return skip('the Electron runtime is not here');
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return skip('there is no display');

  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const unsandboxed = root || process.env.CI !== undefined;
  const app = await _electron.launch({
    executablePath: runtime,
    args: [...(unsandboxed ? ['--no-sandbox'] : []), projectFolder, '--home', scratchFolder()],
  });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  expect(page.url()).toMatch(/^app:\/\/plumbline\//);
  expect(await page.evaluate(() => Object.keys(window.plumbline ?? {}).sort())).toEqual(['invoke', 'on']);
  expect(await page.evaluate(() => 'process' in window || 'require' in window)).toBe(false);
  const answer = await page.evaluate(() => window.plumbline?.invoke('getAppInfo', {}));
  expect(answer).toMatchObject({ ok: true, value: { host: 'window' } });
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBe(null);
  await app.close();
});
