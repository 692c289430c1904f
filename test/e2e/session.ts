/**
 * One person's session: a scratch data folder, the host on it, Chromium with one tab. Closing it
 * fails the test where the page logged an error that nobody expected (`expectErrors`).
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { launchChromium, newContext } from './chromium.ts';
import { type Host, projectFolder, scratchHome, startHost } from './workbench-host.ts';

const PATIENCE_MS = 25_000;

export type Session = {
  page: Page;
  context: BrowserContext;
  host: Host;
  home: string;
  /** Ends the host and starts it again on the same data; the tab goes to the new address. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Starts the host again on the same data; the tab stays as it is. */
  startAgain(): Promise<void>;
  /** Another tab of the same browser on the same workbench. */
  newTab(): Promise<Page>;
  /** What the page logs from now on is part of the test. */
  expectErrors(): void;
  close(): Promise<void>;
};

/** `store`: a store's file to begin with; without one the host makes its own. */
export async function openSession(
  browser: Browser,
  { store, ...options }: BrowserContextOptions & { store?: string } = {},
): Promise<Session> {
  const home = scratchHome();
  if (store !== undefined) copyFileSync(store, join(home.path, 'plumbline.sqlite'));
  const errors: string[] = [];
  let errorsExpected = false;
  const context = await newContext(browser, { acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const watched = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error.stack)));
    page.on('console', (entry) => {
      if (entry.type() === 'error') errors.push(entry.text());
    });
    return page;
  };

  const session: Session = {
    page: await watched(),
    context,
    host: await startHost(home.path),
    home: home.path,
    async restart(signal) {
      await session.page.goto('about:blank');
      await session.host.stop(signal);
      session.host = await startHost(home.path);
      await enter(session.page, session.host.url);
    },
    async startAgain() {
      session.host = await startHost(home.path);
    },
    async newTab() {
      const page = await watched();
      await enter(page, session.host.url);
      return page;
    },
    expectErrors() {
      errorsExpected = true;
    },
    async close() {
      await context.close();
      await session.host.stop();
      home.remove();
      if (errors.length > 0 && !errorsExpected) throw new Error(`The page logged errors:\n${errors.join('\n')}`);
    },
  };
  await enter(session.page, session.host.url);
  return session;
}

/** Until the first screen is there: keys that are pressed before nobody hears. */
async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('region').first().waitFor();
}

/** Where the picture of a failed test's page goes. */
function pictureOf(test: string): string {
  return join(projectFolder, 'test/results/e2e', `${test.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`);
}

/** A Chromium for the file and a fresh session for each of its tests. */
export function sessionForEachTest(options: BrowserContextOptions = {}): () => Session {
  let browser: Browser;
  let session: Session | null = null;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    session = await openSession(browser, { ...options, store: inject('bundledStore') });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await session?.page.screenshot({ path: pictureOf(task.name) });
    await session?.close();
  });
  return () => {
    if (session === null) throw new Error('There is a session only inside a test');
    return session;
  };
}
