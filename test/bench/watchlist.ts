/**
 * The watchlist in Chromium with 5,000 securities in nested groups and 5,000,000 price bars in the store: from the
 * click that opens it to the frame in which names, prices and ratings are there, and frames while it is scrolled.
 * Needs the built program (`npm run build`).
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, newContext } from '../e2e/chromium.ts';
import { startHost } from '../e2e/workbench-host.ts';
import { framesOfWheel } from './frames-of-wheel.ts';
import { homeWithSecurities, LIST_TITLE } from './many-securities.ts';
import { distributionOf } from './measure.ts';
import type { Finding } from './report.ts';

const GROUP = 'watchlist';
const SECURITIES = 5000;
const BARS_OF_EACH = 1000;
const OPENINGS = 7;

export async function benchWatchlist(): Promise<Finding[]> {
  const home = homeWithSecurities(SECURITIES, BARS_OF_EACH);
  const host = await startHost(home.path);
  const browser = await launchChromium();
  try {
    const screens: number[] = [];
    const lists: number[] = [];
    const aimed: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const page = await openPage(browser, host.url);
      screens.push(await clickToRows(page, page.getByRole('button', { name: 'Watchlist' })));
      lists.push(await clickToRows(page, page.getByRole('button', { name: LIST_TITLE, exact: false }).first()));
      await page.context().close();
    }
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const page = await openPage(browser, host.url);
      await page.getByRole('button', { name: 'Watchlist' }).click();
      const button = page.getByRole('button', { name: LIST_TITLE, exact: false }).first();
      await button.hover();
      await page.waitForTimeout(POINTED_MS);
      aimed.push(await clickToRows(page, button));
      await page.context().close();
    }
    const page = await openPage(browser, host.url);
    await page.getByRole('button', { name: 'Watchlist' }).click();
    await clickToRows(page, page.getByRole('button', { name: LIST_TITLE, exact: false }).first());
    const frames = await framesOfWheel(page, page.getByRole('grid'));
    const atMost = { of: 'value' as const, atMost: 300 };
    return [
      {
        group: GROUP,
        what: 'Open the watchlist of 5,000 securities among 5,000,000 price bars, from the click to prices and ratings',
        measured: distributionOf(screens).median,
        unit: 'ms',
        target: atMost,
      },
      {
        group: GROUP,
        what: 'Open one list of 5,000 in nested groups beside it',
        measured: distributionOf(lists).median,
        unit: 'ms',
        target: atMost,
      },
      {
        group: GROUP,
        what: 'The same, where the pointer rests on its name before it is pressed',
        measured: distributionOf(aimed).median,
        unit: 'ms',
      },
      {
        group: GROUP,
        what: 'Scrolling it by the wheel',
        measured: frames,
        unit: 'frames/s',
        target: { of: 'value', atLeast: 50 },
      },
    ];
  } finally {
    await browser.close();
    await host.stop();
    home.remove();
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('region').first().waitFor();
  await page.waitForTimeout(READ_AHEAD_MS);
  return page;
}

/** About what a hand rests before it presses. */
const POINTED_MS = 150;
/** What is read ahead is there. */
const READ_AHEAD_MS = 2500;

declare global {
  interface Window {
    /** Milliseconds from the next click to the frame that shows the rows of another table, whole. */
    nextRows: Promise<number>;
  }
}

async function clickToRows(page: Page, button: Locator): Promise<number> {
  await page.evaluate(watchNextRows);
  await button.click();
  return page.evaluate(() => window.nextRows);
}

/** Runs in the page. */
function watchNextRows(): void {
  window.nextRows = new Promise((resolve) => {
    const before = document.querySelector('[role=grid]')?.getAttribute('aria-label');
    let clicked = Number.NaN;
    window.addEventListener(
      'click',
      ({ timeStamp }) => {
        clicked = timeStamp;
      },
      { capture: true, once: true },
    );
    const isWhole = () => {
      const grid = document.querySelector('[role=grid]');
      if (grid === null || grid.getAttribute('aria-label') === before) return false;
      // A price with its currency, and a rating of a broker, in one row.
      return [...grid.querySelectorAll('[role=row]')].some(({ textContent }) =>
        /\d CNY.*Guosen/.test(textContent ?? ''),
      );
    };
    const look = () => {
      if (!Number.isNaN(clicked) && isWhole()) {
        // The message arrives once the frame is on its way to the screen.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - clicked);
        channel.port2.postMessage(null);
        return;
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
