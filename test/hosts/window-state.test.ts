/** Where the window comes back, and which addresses count as the program's own. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from '../../electron/log.ts';
import { dataFolder } from '../../electron/paths.ts';
import { externalLink, isOwnPage } from '../../electron/window/origin.ts';
import { fitToDisplays, readWindowState, writeWindowState } from '../../electron/window/window-state.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import { scratchFolder } from './scratch.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const saved = (x: number, y: number, width: number, height: number) => ({ x, y, width, height, maximized: false });

test.each([
  ['the first start is centred', null, [laptop], [0, 25, 1440, 875]],
  ['it comes back where it was', saved(100, 80, 1000, 700), [laptop], [100, 80, 1000, 700]],
  ['on the second display', saved(1600, 50, 1200, 800), [laptop, second], [1600, 50, 1200, 800]],
  ['the second display is gone', saved(1600, 50, 1200, 800), [laptop], [120, 63, 1200, 800]],
  ['the title bar is above the display', saved(100, -300, 1000, 700), [laptop], [220, 113, 1000, 700]],
  ['all but a sliver is off to the left', saved(-950, 100, 1000, 700), [laptop], [220, 113, 1000, 700]],
  ['half off to the left can be reached', saved(-500, 100, 1000, 700), [laptop], [-500, 100, 1000, 700]],
  ['larger than the display it shrinks', saved(0, 25, 3000, 2000), [laptop], [0, 25, 1440, 875]],
] as const)('%s', (_name, state, workAreas, [x, y, width, height]) => {
  expect(fitToDisplays(state, workAreas)).toEqual({ x, y, width, height });
});

test('a damaged window.json is as none', () => {
  const home = scratchFolder();
  writeWindowState(home, saved(1, 2, 3, 4));
  expect(readWindowState(home)).toEqual(saved(1, 2, 3, 4));
  for (const content of ['', '{', '[]', '{"x":"left"}', '{"x":0,"y":0,"width":-1,"height":1,"maximized":false}']) {
    writeFileSync(join(home, 'window.json'), content);
    expect(readWindowState(home)).toBe(null);
  }
});

test.each([
  ['app://plumbline/', true],
  ['app://plumbline/index.html#/sheet/a', true],
  ['app://elsewhere/', false],
  ['app://plumbline.evil.example/', false],
  ['https://plumbline/', false],
  ['not an address', false],
])('%s is the own page: %s', (url, own) => {
  expect(isOwnPage(url, 'app://plumbline/')).toBe(own);
});

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['http://example.org', 'http://example.org/'],
  ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
  ['https://user:secret@example.org/', null],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
  ['data:text/html,a', null],
  ['smb://server/share', null],
  ['', null],
])('the link %j leaves as %j', (url, link) => {
  expect(externalLink(url)).toBe(link);
});

test.runIf(process.platform !== 'win32')('a new data folder is for the user’s eyes only', () => {
  const home = join(scratchFolder(), 'new');
  openWorkbench({ home, dataFolder, host: { kind: 'browser', log: openLog(home) } }).close();
  expect(existsSync(join(home, 'plumbline.sqlite'))).toBe(true);
  expect(statSync(home).mode & 0o077).toBe(0);
});
