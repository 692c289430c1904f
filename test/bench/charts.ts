/**
 * Charts in Chromium with 10,000,000 observations in the store: from the click that opens a saved view to its
 * chart drawn, frames while a series of 100,000 days is panned and zoomed, and opening the screen. Needs the
 * built program (`npm run build`).
 *
 * A chart counts as drawn in the first frame after the canvas was stroked under its new title. Frames are those
 * in which the canvas was drawn anew, not those in which the page had nothing to do.
 */
import type { Browser, Page } from 'playwright-core';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { launchChromium, newContext } from '../e2e/chromium.ts';
import { startHost } from '../e2e/workbench-host.ts';
import { distributionOf } from './measure.ts';
import { homeWithObservations, LONG } from './million-observations.ts';
import type { Finding } from './report.ts';
import { type BenchWorkbench, openScratchWorkbench } from './scratch-workbench.ts';

const GROUP = 'charts';
const COUNT = 10_000_000;
const APPS = 10;
const VIEWS = 12;
const ROUNDS = 4;
const OPENINGS = 7;
const MOVING_SECONDS = 3;

export async function benchCharts(): Promise<Finding[]> {
  const home = homeWithObservations(COUNT);
  const workbench = openScratchWorkbench(home.path);
  const longId = await addViews(workbench);
  workbench.close();
  const host = await startHost(home.path);
  const browser = await launchChromium();
  try {
    const openings = async (after: number) => {
      const times: number[] = [];
      for (let opening = 0; opening < OPENINGS; opening += 1) times.push(await openScreen(browser, host.url, after));
      return distributionOf(times).median;
    };
    const [settled, early] = [await openings(READ_AHEAD_MS), await openings(0)];
    const page = await newPage(browser, host.url);
    const views = distributionOf(await openViews(page, 0));
    const aimed = distributionOf(await openViews(page, POINTED_MS));
    const { zoomed, panned } = await moveLong(page, longId);
    return [
      {
        group: GROUP,
        what: 'Open the screen of downloads among 10,000,000 observations, from the click to its chart drawn',
        measured: settled,
        unit: 'ms',
        target: { of: 'value', atMost: 500 },
      },
      {
        group: GROUP,
        what: 'The same, clicked as soon as the program is there, before it has read ahead',
        measured: early,
        unit: 'ms',
      },
      {
        group: GROUP,
        what: 'A chart of 10 apps over 3 years with averages, from the click to drawn, p95',
        measured: views.p95,
        unit: 'ms',
        target: { of: 'value', atMost: 150 },
      },
      { group: GROUP, what: 'The same, median', measured: views.median, unit: 'ms' },
      {
        group: GROUP,
        what: 'The same, where the pointer rests on the name of the view before it is pressed, p95',
        measured: aimed.p95,
        unit: 'ms',
      },
      { group: GROUP, what: 'The same, median', measured: aimed.median, unit: 'ms' },
      frames('Zooming a series of 100,000 days by the wheel', zoomed),
      frames('Panning it by dragging', panned),
    ];
  } finally {
    await browser.close();
    await host.stop();
    home.remove();
  }
}

function frames(what: string, measured: number): Finding {
  return { group: GROUP, what, measured, unit: 'frames/s', target: { of: 'value', atLeast: 50 } };
}

const viewTitle = (view: number) => `View ${view}`;

/** Views of ten apps each, from all over the store; gives the id of the long series. */
async function addViews(workbench: BenchWorkbench): Promise<string> {
  const series = await workbench.call('listSeries', { metricIds: ['downloads'] });
  const ids = series.filter(({ subjectId }) => subjectId !== LONG).map(({ id }) => id);
  for (let view = 0; view < VIEWS; view += 1) {
    const seriesIds = Array.from({ length: APPS }, (_, at) => ids[(view * 613 + at * 487) % ids.length]);
    const spec: ChartSpec = { ...SPEC, seriesIds };
    await workbench.call('putView', { view: { id: `view-${view}`, title: viewTitle(view), spec } });
  }
  const long = series.find(({ subjectId }) => subjectId === LONG);
  if (long === undefined) throw new Error('The long series is missing');
  return long.id;
}

const SPEC: Omit<ChartSpec, 'seriesIds'> = {
  plumbline: 'chart',
  version: 1,
  screen: 'downloads',
  language: 'en',
  kind: 'lines',
  from: '2022-01-01',
  to: '2024-12-31',
  grain: null,
  calendar: 'calendar',
  transform: 'none',
  basePeriod: '',
  withAverage: true,
  isLogarithmic: false,
  currency: '',
  rateFactId: null,
  asKnownOn: '',
  withEvents: false,
  withBounds: true,
  withPeaks: false,
  withGuidance: false,
  comparedTo: null,
  figure: { number: '', title: { zh: '', en: '' }, source: { zh: '', en: '' }, widthCm: 15, heightCm: 8 },
};

declare global {
  interface Window {
    /** Milliseconds from the next click to the frame that shows a chart under another title. */
    nextChart: Promise<number>;
    /** How often anything was stroked on a canvas. */
    strokes: number;
  }
}

async function newPage(browser: Browser, url: string): Promise<Page> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.addInitScript(countStrokes);
  await page.goto(url);
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).waitFor();
  return page;
}

/** Runs in the page. */
function countStrokes(): void {
  window.strokes = 0;
  const drawing = CanvasRenderingContext2D.prototype;
  const stroke = drawing.stroke;
  drawing.stroke = function counted(this: CanvasRenderingContext2D, ...path: [] | [Path2D]) {
    window.strokes += 1;
    Reflect.apply(stroke, this, path);
  };
}

/** `after`: milliseconds from when the first screen is there to the click. */
async function openScreen(browser: Browser, url: string, after: number): Promise<number> {
  const page = await newPage(browser, url);
  await page.waitForTimeout(after);
  await page.evaluate(watchNextChart);
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).click();
  const elapsed = await page.evaluate(() => window.nextChart);
  await page.context().close();
  return elapsed;
}

/** `pointed`: milliseconds that the pointer rests on a view's name before it is pressed. */
async function openViews(page: Page, pointed: number): Promise<number[]> {
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).click();
  await page.getByRole('img', { name: /^Chart:/ }).waitFor();
  const times: number[] = [];
  for (let at = 0; at < VIEWS * ROUNDS; at += 1) {
    const before = at === 0 ? 'Views' : viewTitle((at - 1) % VIEWS);
    await page.getByRole('button', { name: before, exact: true }).first().click();
    const entry = page.getByRole('button', { name: viewTitle(at % VIEWS), exact: true }).last();
    await entry.waitFor();
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate(watchNextChart);
    if (pointed > 0) await entry.hover();
    await page.waitForTimeout(pointed);
    await entry.click();
    const elapsed = await page.evaluate(() => window.nextChart);
    // The first one loads what all need.
    if (at > 0) times.push(elapsed);
    await page.waitForTimeout(SETTLED_MS);
  }
  return times;
}

/** What is read ahead is there. */
const READ_AHEAD_MS = 2500;
/** About what a hand rests before it presses. */
const POINTED_MS = 150;
/** A person looks before the next click, and table and commentary come to rest. */
const SETTLED_MS = 500;

/** Runs in the page. */
function watchNextChart(): void {
  window.nextChart = new Promise((resolve) => {
    const title = () => document.querySelector('[role=img][aria-label^="Chart:"]')?.getAttribute('aria-label');
    const before = title();
    let clicked = Number.NaN;
    window.addEventListener(
      'click',
      ({ timeStamp }) => {
        clicked = timeStamp;
      },
      { capture: true, once: true },
    );
    let strokes = -1;
    const look = () => {
      const now = title();
      if (Number.isNaN(clicked) || now === undefined || now === before) strokes = window.strokes;
      else if (strokes !== -1 && window.strokes > strokes) {
        // The message arrives once the frame with the strokes is on its way to the screen.
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

async function moveLong(page: Page, longId: string): Promise<{ zoomed: number; panned: number }> {
  await page.evaluate((id) => {
    window.location.hash = `#/downloads?s=${encodeURIComponent(id)}`;
  }, longId);
  const chart = page.getByRole('img', { name: new RegExp(LONG) });
  await chart.waitFor();
  await page.waitForTimeout(2 * SETTLED_MS);
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart is not on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const framesOf = (hand: Hand['hand']) => page.evaluate(moveInEachFrame, { hand, x, y, seconds: MOVING_SECONDS });
  const zoomed = await framesOf('wheel');
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(0, -120);
  await page.waitForTimeout(2 * SETTLED_MS);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const panned = await framesOf('drag');
  await page.mouse.up();
  return { zoomed, panned };
}

type Hand = { hand: 'wheel' | 'drag'; x: number; y: number; seconds: number };

/**
 * Runs in the page: moves once in each frame, as hands do; sent from outside, movements come by twos and not at all.
 * Gives the frames a second in which the canvas was drawn anew.
 */
function moveInEachFrame({ hand, x, y, seconds }: Hand): Promise<number> {
  const canvas = document.querySelector('[role=img][aria-label^="Chart:"] canvas');
  const movement = (step: number) => {
    const common = { clientX: x, clientY: y, bubbles: true, cancelable: true };
    // In and out again, between a few years and all of it.
    if (hand === 'wheel') return new WheelEvent('wheel', { ...common, deltaY: step % 40 < 20 ? -120 : 120 });
    return new PointerEvent('pointermove', { ...common, pointerId: 1, clientX: x + 200 * Math.sin(step / 25) });
  };
  return new Promise((resolve) => {
    const first = performance.now();
    let [step, count] = [0, 0];
    let { strokes } = window;
    const frame = (now: number) => {
      if (window.strokes > strokes) count += 1;
      strokes = window.strokes;
      if (now - first >= seconds * 1000) resolve(count / ((now - first) / 1000));
      else {
        canvas?.dispatchEvent(movement(step));
        step += 1;
        requestAnimationFrame(frame);
      }
    };
    requestAnimationFrame(frame);
  });
}
