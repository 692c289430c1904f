/** Ratings and the scorecard in the real page: recorded, measured by imported prices, private ones behind the vault. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();
const PASSPHRASE = 'lantern orchid gravel sixteen';

async function open(page: Page, hash: string, heading: string): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

/** The workbench's answer, asked for as the page does. */
async function call<T>(page: Page, method: string, input: unknown): Promise<T> {
  const result = await page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.json();
    },
    [method, JSON.stringify(input)] as const,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Closes of every day of half a year: the stock rises by 30 %, the index by 5 %. */
function barsFile(home: string): string {
  const first = ordinalOf('day', '2023-01-09');
  const last = ordinalOf('day', '2023-07-14');
  const rows = ['代码,日期,收盘价'];
  for (let day = first; day <= last; day += 1) {
    const share = Math.min(1, Math.max(0, (day - ordinalOf('day', '2023-01-10')) / 181));
    rows.push(`688111.SH,${labelAt('day', day)},${(10 + 3 * share).toFixed(2)}`);
    rows.push(`000300.SH,${labelAt('day', day)},${(4000 + 200 * share).toFixed(2)}`);
  }
  const path = join(home, 'bars.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

test('a rating is recorded on the security’s page and measured by imported prices', { timeout: 120_000 }, async () => {
  const { page, home } = session();
  await open(page, '#/security/688111.SH', 'Kingsoft Office');
  const ratings = page.getByRole('region', { name: 'Ratings' });
  await ratings.getByRole('button', { name: 'Record a rating' }).click();
  const form = ratings.getByRole('form', { name: 'Record a rating' });
  await form.getByRole('combobox', { name: 'Broker' }).click();
  await page.getByRole('option', { name: 'TF Securities' }).click();
  await form.getByRole('combobox', { name: 'Grade' }).click();
  await page.getByRole('option', { name: /^Buy/ }).click();
  await form.getByRole('textbox', { name: 'Date' }).fill('2023-01-10');
  await form.getByRole('textbox', { name: /Target price/ }).fill('12.5');
  await form.getByRole('button', { name: 'Save' }).click();
  const table = ratings.getByRole('table', { name: 'Brokers’ ratings' });
  await table.getByText('lapsed 2023-07-10').waitFor();
  await table.getByText('Buy 买入').hover();
  await page.getByText('预期股价相对收益 20%以上').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const path = barsFile(home);
  const preview = await call<{ mapping: object }>(page, 'previewBarImport', { path });
  const mapping = { ...preview.mapping, adjustment: 'none' };
  await call(page, 'importBars', { path, mapping, mode: 'all-or-nothing', jobId: 'bars' });

  await ratings.getByRole('button', { name: 'Scorecard' }).click();
  await page.getByRole('heading', { name: 'Scorecard', level: 1 }).waitFor();
  const closes = page.getByRole('table', { name: 'Closes' });
  await closes.getByText('+25.0%').waitFor();
  expect(await closes.getByRole('row').allTextContents()).toEqual([
    'DaySecurityIndexExcess',
    'Start2023-01-10104,000',
    'Horizon ends2023-07-1013 +30.0%4,200 +5.0%+25.0%',
  ]);
  await page.getByRole('img', { name: 'Excess return of Kingsoft Office from 2023-01-10' }).waitFor();
  await page
    .getByRole('grid', { name: 'Scorecard' })
    .getByText(/12\.5 CNY · reached/)
    .waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByText('By group').click();
  await page
    .getByRole('grid', { name: 'Scorecard of ratings, by group' })
    .getByText('too few to conclude')
    .first()
    .waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test('own ratings are given, kept and measured behind the vault, and gone when it is locked', async () => {
  const { page } = session();
  await open(page, '#/security/688111.SH', 'Kingsoft Office');
  await call(page, 'createVault', { passphrase: PASSPHRASE });
  await page.reload();
  const ratings = page.getByRole('region', { name: 'Ratings' });
  for (const [date, grade] of [
    ['2024-01-10', /^Neutral/],
    ['2024-03-10', /^Outperform/],
  ] as const) {
    await ratings.getByRole('button', { name: 'Give a rating' }).click();
    const form = ratings.getByRole('form', { name: 'Give a rating' });
    await form.getByRole('combobox', { name: 'Grade' }).click();
    await page.getByRole('option', { name: grade }).click();
    await form.getByRole('textbox', { name: 'Date' }).fill(date);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
  }
  const table = ratings.getByRole('table', { name: 'My rating' });
  await table.getByText('replaced').waitFor();
  await open(page, '#/scorecard?include=own', 'Scorecard');
  const grid = page.getByRole('grid', { name: 'Scorecard' });
  await grid.getByText('2024-03-10').waitFor();
  await grid
    .getByText(/Written down after its date/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+Shift+L');
  await page.getByText('The vault is locked').first().waitFor();
  expect(await grid.count()).toBe(0);
  expect(await page.content()).not.toContain('2024-03-10');
});

test('a scale of one’s own is made and used; the scorecard is reached from the palette', async () => {
  const { page } = session();
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Scorecard of ratings');
  await page.getByText('Scorecard of ratings').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Scales', { exact: true }).click();
  await page.getByRole('button', { name: 'New scale' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  for (const [at, name] of ['Up', 'Level', 'Down'].entries()) {
    await page.getByRole('textbox', { name: `Name of grade ${at + 1}`, exact: true }).fill(name);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mine · 12 months').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Mine · 12 months').waitFor({ state: 'detached' });
});
