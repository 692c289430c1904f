/** Downloads in the real page: from nothing to a chart, its table, a figure fit to print, events and saved views. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

const APPS = [
  { subjectId: 'chatgpt', market: 'overseas', vendor: 'Diandian', level: 700_000 },
  { subjectId: 'gemini', market: 'overseas', vendor: 'Diandian', level: 250_000 },
  { subjectId: 'doubao', market: 'China', vendor: 'Diandian', level: 900_000 },
  { subjectId: 'kimi', market: 'China', vendor: 'Diandian', level: 200_000 },
  { subjectId: 'kimi', market: 'China', vendor: 'Qimai', level: 150_000 },
] as const;
const DAYS = 400;
const LAST = Date.UTC(2024, 6, 25);
const DAY_MS = 86_400_000;

const dayAt = (at: number) => new Date(LAST - (DAYS - 1 - at) * DAY_MS).toISOString().slice(0, 10);

/** Calls the workbench as the page itself does; the answer's value. */
async function ask(page: Page, method: string, input: object): Promise<unknown> {
  const answer: { ok: boolean; value: unknown } = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'x-plumbline-client': 'another' };
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body })).json();
    },
    [method, JSON.stringify(input)] as const,
  );
  expect(answer.ok).toBe(true);
  return answer.value;
}

/** The value of a day is the level and one for each day before it, so that every figure on screen can be foretold. */
async function addSeries(page: Page): Promise<void> {
  for (const { subjectId, market, vendor, level } of APPS) {
    const id = `downloads/${subjectId}/${market}/${vendor}`;
    const series = { id, subjectId, metricId: 'downloads', market, platform: '', vendor, definition: '' };
    const rest = { grain: 'day', unit: 'time', fiscalYearEnd: 12, note: { zh: '', en: '' } };
    await ask(page, 'putSeries', { series: { ...series, ...rest } });
    const observations = Array.from({ length: DAYS }, (_, at) => ({ period: dayAt(at), value: level + at }));
    await ask(page, 'setObservations', { seriesId: id, observations });
  }
}

async function open(page: Page, query = ''): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/downloads${query}`);
  await page.getByRole('heading', { name: 'Downloads', exact: true }).waitFor();
}

/** A machine that is busy takes its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 25_000 });

const chart = (page: Page): Locator => page.getByRole('img', { name: /^Chart:/ });
const table = (page: Page): Locator => page.getByRole('grid', { name: 'Table of what is drawn' });

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path());
}

/** The cells of the latest period, the period first. */
async function latest(page: Page): Promise<string[]> {
  const row = table(page).getByRole('row').nth(1);
  return [
    (await row.getByRole('rowheader').textContent()) ?? '',
    ...(await row.getByRole('gridcell').allTextContents()),
  ].map((text) => text.trim());
}

/** What the clipboard holds, as another program would take it. */
function copiedPicture(page: Page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType('image/png'));
    const { width, height } = picture;
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(pen?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(4));
    return { width, height, isEmpty: pixels.every((pixel) => pixel === pixels[0]) };
  });
}

test('before any series, what the reports state and the ways to data', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).click();
  const stated = page.getByRole('grid', { name: 'What the reports state' });
  await stated.getByText('ChatGPT').waitFor();
  expect(await stated.textContent()).toContain('> 740k');
  await page.getByRole('button', { name: 'Load demonstration data' }).waitFor();
  // The rail's tip goes with the pointer.
  await page.mouse.move(640, 400);
  await page.getByRole('tooltip').waitFor({ state: 'hidden' });
  expect(await violationsOf(page)).toEqual([]);
  await stated.getByText('ChatGPT').click();
  await page.getByRole('complementary', { name: 'Fact' }).getByText('峰值日度下载量突破 74 万次').first().waitFor();
});

test('made-up data bears its mark on screen and in every file', async () => {
  const { page } = session();
  const { path } = (await ask(page, 'getDemonstration', {})) as { path: string };
  const { mapping } = (await ask(page, 'previewSeriesImport', { path })) as { mapping: object };
  await ask(page, 'importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'made-up' });
  await open(page);
  await page.getByText('Demonstration data, not real', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Figure', exact: true }).click();
  for (const format of ['SVG', 'CSV']) {
    expect((await download(page, format)).toString()).toContain('Demonstration data, not real');
  }
  for (const format of ['PNG 300 dpi', 'SVG', 'CSV', 'Excel (formulas and chart)']) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: format, exact: true }).click();
    expect((await downloading).suggestedFilename()).toMatch(
      /^Demonstration data, not real Downloads .*\.(png|svg|csv|xlsx)$/,
    );
  }
});

describe('with series', () => {
  test('chart and table say the same, whatever is computed and whatever the range', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page);
    await chart(page).waitFor();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '700,399', '900,399', '250,399', '200,399']);
    await page.getByRole('button', { name: '1M', exact: true }).click();
    await eventually(() => table(page).getAttribute('aria-rowcount')).toBe('31');
    await page.getByRole('combobox', { name: 'Calculation' }).click();
    await page.getByRole('option', { name: '7-day average' }).click();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '700,396', '900,396', '250,396', '200,396']);
    // The address keeps it all.
    await reload(page);
    await eventually(() => latest(page)).toEqual(['2024-07-25', '700,396', '900,396', '250,396', '200,396']);
    expect(await table(page).getAttribute('aria-rowcount')).toBe('31');
    // Where there are no figures nothing is shown, and one click shows all of them again.
    await page.getByRole('textbox', { name: 'From' }).fill('2030-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('the figures run from 2023-06-28 to 2024-07-25').waitFor();
    expect([await chart(page).count(), await table(page).count()]).toEqual([0, 0]);
    expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('2030-01-01');
    await page.getByRole('button', { name: 'Show all periods' }).click();
    await eventually(() => table(page).getAttribute('aria-rowcount')).toBe('395');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('series come and go as they are chosen, and as others add and withdraw them', async () => {
    const { page } = session();
    await open(page);
    await page.getByText('No series of downloads yet').waitFor();
    await addSeries(page);
    await chart(page).waitFor();
    await page.getByRole('checkbox', { name: 'Gemini' }).uncheck();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '700,399', '900,399', '200,399']);
    await page.getByRole('button', { name: /What each vendor estimates for Kimi/ }).click();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '200,399', '150,399']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Choose one or more apps at the left').waitFor();
    await page.getByRole('textbox', { name: /Find apps/ }).fill('豆包');
    await page.getByRole('checkbox', { name: 'Doubao' }).check();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '900,399']);
  });

  test('abroad and China stand side by side', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page);
    await page.getByRole('button', { name: 'Markets side by side' }).click();
    expect(await page.getByRole('combobox', { name: 'Chart' }).inputValue()).toBe('A panel per market');
    await eventually(() => latest(page)).toEqual(['2024-07-25', '700,399', '900,399', '250,399', '200,399']);
  });

  test('the paragraph names what is highest, and each claim can be reached by keyboard', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page, '?from=2024-07-01');
    const paragraph = page.getByRole('region', { name: 'Commentary' });
    const claim = paragraph.getByRole('button').first();
    expect(await claim.textContent()).toMatch(/Doubao.*ChatGPT/);
    await claim.focus();
    await page.getByText('900,399').first().waitFor();
  });

  test('the series of the chart go into a new sheet', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page, '?s=downloads/doubao/China/Diandian&s=downloads/kimi/China/Qimai');
    await page.getByRole('button', { name: 'Use in a sheet' }).click();
    await page.getByRole('menuitem', { name: 'New sheet' }).click();
    await page.getByText('2 series are added').waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('900,399').first().waitFor();
    await page.getByText('150,399').first().waitFor();
    await open(page, '?s=downloads/doubao/China/Diandian&t=ma7');
    await page.getByRole('button', { name: 'Use in a sheet' }).click();
    await page.getByRole('menuitemradio', { name: '7-day average', checked: true }).waitFor();
    await page.getByRole('menuitem', { name: 'New sheet' }).click();
    await page.getByText('1 series are added').waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).last().click();
    await page.getByText('900,396').first().waitFor();
  });

  test('a period is compared with the one before', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page, '?s=downloads/doubao/China/Diandian&from=2024-07-19');
    await eventually(() => table(page).getAttribute('aria-rowcount')).toBe('8');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'The one before' }).click();
    await eventually(() => latest(page)).toEqual(['2024-07-25', '2024-07-18', '900,399', '900,392']);
  });

  test('a click on a day shows its values and takes an event, which is deleted and brought back', async () => {
    const { page } = session();
    await addSeries(page);
    await open(page, '?from=2024-07-01');
    const box = await chart(page).boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    const card = page.getByRole('dialog', { name: /^2024-07-/ });
    await card.getByText('Doubao').waitFor();
    await card.getByRole('textbox', { name: 'Title' }).fill('Doubao halves its price');
    await card.getByRole('button', { name: 'Add an event' }).click();
    await page.getByRole('button', { name: 'Events' }).click();
    await page.getByRole('button', { name: 'Delete “Doubao halves its price”' }).click();
    await page.getByText('Event “Doubao halves its price” is deleted').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Events' }).click();
    await page.getByRole('button', { name: 'Delete “Doubao halves its price”' }).waitFor();
  });

  test('a view is saved, opened after a restart, and deleted', async () => {
    const { page, restart } = session();
    await addSeries(page);
    await open(page, '?t=wow&from=2024-07-01');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Weekly');
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByText('Saved as “Weekly”').waitFor();
    await restart();
    await open(page);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Weekly', exact: true }).click();
    await eventually(() => page.url()).toMatch(/t=wow/);
    await eventually(() => table(page).getAttribute('aria-rowcount')).toBe('26');
    await page.getByRole('button', { name: 'Weekly' }).first().click();
    await page.getByRole('button', { name: 'Delete “Weekly”' }).click();
    await page.getByText('“Weekly” is deleted').waitFor();
  });
});

describe('fit to print', () => {
  test('a figure has the size, title, number and source that were asked for, in every format', async () => {
    const { page, context } = session();
    await addSeries(page);
    await open(page);
    await page.getByRole('button', { name: 'Figure', exact: true }).click();
    await page.getByRole('textbox', { name: 'Number' }).fill('Figure 8');
    await page.getByRole('textbox', { name: 'Title' }).fill('Downloads in China');
    await page.getByRole('textbox', { name: 'Source' }).fill('Diandian, own estimates');
    await page.getByRole('textbox', { name: 'Width (cm)' }).fill('12.7');
    await page.getByRole('textbox', { name: 'Height (cm)' }).fill('7');

    const svg = (await download(page, 'SVG')).toString();
    expect(svg).toMatch(/^<svg width="12.7cm" height="7cm"/);
    for (const text of ['Figure 8', 'Downloads in China', 'Diandian, own estimates']) expect(svg).toContain(text);

    const png = await download(page, 'PNG 300 dpi');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1500, 827]);
    expect(png.toString('latin1', 37, 41)).toBe('pHYs');
    expect(png.readUInt32BE(41)).toBe(11_811);

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copy = page.getByRole('button', { name: 'Copy image' });
    await copy.click();
    await page.getByText('The image is copied').waitFor();
    expect(await copiedPicture(page)).toMatchObject({ width: 1500, height: 827, isEmpty: false });
    // A browser short of memory draws nothing: that is said, and what was on the clipboard stays.
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.drawImage = () => {};
    });
    await copy.click();
    await page.getByText('could not be drawn: nothing was copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');

    const csv = (await download(page, 'CSV')).toString();
    expect(csv).toContain('Downloads in China');
    expect(csv).toContain('2024-07-25,700399,900399,250399,200399');

    const xlsx = await download(page, 'Excel (formulas and chart)');
    expect(xlsx.toString('latin1', 0, 2)).toBe('PK');
  });
});
