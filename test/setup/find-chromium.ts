/**
 * The Chromium that end-to-end tests and benchmarks drive: PLUMBLINE_CHROMIUM, the system's Chromium,
 * Chrome or Edge, or Playwright's own. `ensureChromium` gets one where there is none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findProgram, installDebianPackages, runs } from './find-program.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const { ProgramFiles = '', 'ProgramFiles(x86)': ProgramFilesX86 = '', LOCALAPPDATA = '' } = process.env;
const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [ProgramFiles, ProgramFilesX86, LOCALAPPDATA].flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

const INSTALL_TIMEOUT_MS = 300_000;

/** Its path; throws where there is none. */
export function findChromium(): string {
  const found = lookForChromium();
  if (found) return found;
  throw new Error(
    'No Chromium found for the end-to-end tests, and none could be downloaded. Install Chromium, Chrome or Edge ' +
      '(Debian: apt-get install chromium), or name one in PLUMBLINE_CHROMIUM.',
  );
}

/** Gets a Chromium where none is found: Playwright's download, else Debian's package. Throws where neither works. */
export function ensureChromium(): void {
  if (lookForChromium()) return;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: INSTALL_TIMEOUT_MS,
  });
  if (!lookForChromium() || !runs(findChromium(), ['--version'])) installDebianPackages(['chromium', 'fonts-noto-cjk']);
  findChromium();
}

function lookForChromium(): string | null {
  const { PLUMBLINE_CHROMIUM } = process.env;
  if (PLUMBLINE_CHROMIUM) return PLUMBLINE_CHROMIUM;
  const system = findProgram(NAMES, PLACES[process.platform] ?? []);
  if (system) return system;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : null;
}
