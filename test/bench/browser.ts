/**
 * What a person waits for, in Chromium through the whole path: start to a usable sheet, key to paint,
 * frames while scrolling. Needs the built program (`npm run build`). Beside key to paint stands the
 * same in a bare page with an input and one line of text: what browser and machine take by themselves.
 *
 * Edit to paint is taken inside the page: from the Enter key that commits an edit to the frame in
 * which the dependent cell at the bottom of the screen shows its new value.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, newContext } from '../e2e/chromium.ts';
import { scratchHome, startHost } from '../e2e/workbench-host.ts';
import { chainModel, mixedModel, type PlainModel } from '../fixtures/plain-model.ts';
import { framesOfWheel } from './frames-of-wheel.ts';
import { distributionOf } from './measure.ts';
import type { Finding } from './report.ts';
import { fillWithModel, openScratchWorkbench } from './scratch-workbench.ts';

const GROUP = 'browser';
const EDITS = 40;
const WARM_UP_EDITS = 5;
/** From key to key of a quick typist: keys without any time between them would fall into what follows the click. */
const KEY_MS = 60;
const STARTS = 5;

export async function benchBrowser(): Promise<Finding[]> {
  const browser = await launchChromium();
  try {
    const findings: Finding[] = [];
    const bare = distributionOf(await barePaints(browser)).p95;
    for (const [lineCount, atMost] of [
      [1000, 50],
      [10_000, 100],
    ]) {
      const lines = `${lineCount.toLocaleString('en')} lines`;
      for (const [kind, model, dependentRow] of [
        ['mixed model', mixedModel(lineCount), 8],
        ['chain: every line changes', chainModel(lineCount), 12],
      ] as const) {
        const paints = await onSheet(browser, model, (page) => editsToPaint(page, model, dependentRow));
        const { median, p95 } = distributionOf(paints);
        findings.push({
          group: GROUP,
          what: `Edit to paint, p95, ${lines} (${kind})`,
          measured: p95,
          unit: 'ms',
          peers: { 'bare page': bare },
          target: { of: 'value', atMost },
        });
        findings.push({ group: GROUP, what: 'The same, median', measured: median, unit: 'ms' });
      }
    }
    findings.push(...(await scrollFindings(browser)), ...(await startFindings(browser)));
    return findings;
  } finally {
    await browser.close();
  }
}

type Prepared = { home: string; sheetId: string; remove: () => void };

async function prepare(model: PlainModel, scenarioCount = 3): Promise<Prepared> {
  const home = scratchHome();
  const workbench = openScratchWorkbench(home.path);
  const sheetId = await fillWithModel(workbench, model, scenarioCount);
  workbench.close();
  return { home: home.path, sheetId, remove: home.remove };
}

async function onSheet<T>(browser: Browser, model: PlainModel, measure: (page: Page) => Promise<T>): Promise<T> {
  const { home, remove } = await prepare(model);
  const host = await startHost(home);
  const context = await newContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Generated model', exact: true }).click();
    await cellAt(page, 0).waitFor();
    return await measure(page);
  } finally {
    await context.close();
    await host.stop();
    remove();
  }
}

/** The cell of the first scenario in a row of the sheet (row 0 is the first line). */
function cellAt(page: Page, row: number) {
  return page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][data-kind=value]`).first();
}

declare global {
  interface Window {
    /** Milliseconds from the next Enter to the frame that shows the cell changed. */
    nextPaint: Promise<number>;
  }
}

async function editsToPaint(page: Page, model: PlainModel, dependentRow: number): Promise<number[]> {
  const [inputRow] = model.inputRows;
  const paints: number[] = [];
  for (let edit = 0; edit < WARM_UP_EDITS + EDITS; edit++) {
    await cellAt(page, inputRow).click();
    await page.keyboard.type(String(200 + edit), { delay: KEY_MS });
    paints.push(await enterToPaint(page, cellAt(page, dependentRow)));
  }
  return paints.slice(WARM_UP_EDITS);
}

async function barePaints(browser: Browser): Promise<number[]> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.setContent('<input /><p>0</p>');
  await page.evaluate(() => {
    const shown = document.querySelector('p');
    document.querySelector('input')?.addEventListener('keydown', ({ key, currentTarget }) => {
      if (key !== 'Enter' || shown === null || !(currentTarget instanceof HTMLInputElement)) return;
      shown.textContent = currentTarget.value;
    });
  });
  const paints: number[] = [];
  for (let edit = 0; edit < WARM_UP_EDITS + EDITS; edit++) {
    await page.locator('input').fill('');
    await page.keyboard.type(String(200 + edit));
    paints.push(await enterToPaint(page, page.locator('p')));
  }
  await context.close();
  return paints.slice(WARM_UP_EDITS);
}

/** Presses Enter; milliseconds from the key to the frame in which `shown` has another text. */
async function enterToPaint(page: Page, shown: Locator): Promise<number> {
  await page.evaluate(
    (cell) => {
      window.nextPaint = new Promise((resolve) => {
        let pressed = Number.NaN;
        const before = cell?.textContent;
        const onKey = (event: KeyboardEvent) => {
          if (event.key === 'Enter') pressed = event.timeStamp;
        };
        window.addEventListener('keydown', onKey, { capture: true });
        const look = () => {
          if (Number.isNaN(pressed) || cell?.textContent === before) return;
          observer.disconnect();
          window.removeEventListener('keydown', onKey, { capture: true });
          // The message arrives once the frame after the change has been drawn.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - pressed);
            channel.port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    },
    await shown.elementHandle(),
  );
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.nextPaint);
}

async function scrollFindings(browser: Browser): Promise<Finding[]> {
  const [grid, comparison] = await onSheet(browser, mixedModel(10_000), async (page) => {
    const frames = [await framesOfWheel(page, page.getByRole('grid'))];
    await page.getByText('Compare', { exact: true }).click();
    frames.push(await framesOfWheel(page, page.getByRole('table')));
    return frames;
  });
  const finding = (what: string, measured: number): Finding => ({
    group: GROUP,
    what,
    measured,
    unit: 'frames/s',
    target: { of: 'value', atLeast: 50 },
  });
  return [
    finding('Scrolling 10,000 lines × 3 scenarios by the wheel', grid),
    finding('The same in the comparison of scenarios', comparison),
  ];
}

/** From the start of the process to the sheet's cells in the page, with data already there. */
async function startFindings(browser: Browser): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const lineCount of [1000, 10_000]) {
    const { home, sheetId, remove } = await prepare(mixedModel(lineCount));
    const times: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      const context = await newContext(browser);
      const page = await context.newPage();
      const begin = performance.now();
      const host = await startHost(home);
      const address = new URL(host.url);
      address.hash = `#/sheet/${sheetId}`;
      await page.goto(address.href);
      await cellAt(page, 0).waitFor();
      times.push(performance.now() - begin);
      await context.close();
      await host.stop();
    }
    remove();
    findings.push({
      group: GROUP,
      what: `Start to a usable sheet in the browser, ${lineCount.toLocaleString('en')} lines × 3 scenarios`,
      measured: distributionOf(times).median,
      unit: 'ms',
      target: { of: 'value', atMost: 1500 },
    });
  }
  return findings;
}
