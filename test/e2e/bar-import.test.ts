/** Prices from a vendor's file: dropped on the watchlist, asked about, tried, imported, shown on the security's page, taken back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { dropFile } from './drop-file.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

const PRICES = [
  '证券代码,证券简称,日期,开盘价(元),最高价(元),最低价(元),收盘价(元),成交量(手)',
  '688111.SH,金山办公,2024-07-17,220,225,218,221.5,100',
  '688111.SH,金山办公,2024-07-18,221,210,223,222,100',
  '688111.SH,金山办公,2024-07-19,110,112,109,111,100',
  '301269.SZ,华大九天,2024-07-19,80,82,79,81,100',
].join('\n');

async function openOffice(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/security/688111.SH';
  });
  await page.getByRole('heading', { name: 'Kingsoft Office' }).waitFor();
}

const questions = (page: Page) => page.getByRole('region', { name: 'To be answered' });

test('a dropped file asks for adjustment and new codes, tells a split, is imported, shown and taken back', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Watchlist' }).click();
  await page.getByRole('button', { name: 'Import prices…' }).waitFor();
  await dropFile(page, 'prices.csv', PRICES);
  await page.getByRole('heading', { name: 'Import prices' }).waitFor();
  // Away from the rail, whose hint floats outside all regions.
  await page.mouse.move(700, 600);
  await questions(page).getByText('Are the prices adjusted for splits and dividends?').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await questions(page).getByRole('button', { name: 'Unadjusted' }).click();
  await questions(page).getByRole('button', { name: 'Make them securities of my own' }).click();
  await page.getByText('Tried: 4 rows').waitFor({ timeout: 60_000 });
  await page
    .getByRole('region', { name: 'Rows that cannot be taken' })
    .getByText(/The high of 210 is below/)
    .waitFor();
  await page
    .getByRole('region', { name: /Worth a look/ })
    .getByText(/split of 1:2/)
    .waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import the other 3 rows, leave out 1' }).click();
  await page.getByText('Imported “prices.csv”').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await openOffice(page);
  const prices = page.getByRole('region', { name: 'Prices' });
  await page.getByText('111.00', { exact: true }).first().waitFor();
  await prices.getByText(/looks like a split of 1:2/).waitFor();
  await prices.getByText(/From “prices.csv”/).waitFor();
  await prices.getByRole('img', { name: /2024-07-17 to 2024-07-19/ }).waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await prices.getByRole('button', { name: 'Import prices…' }).click();
  await page.getByRole('button', { name: 'Withdraw this import' }).click();
  await page.getByText('withdrawn', { exact: true }).waitFor();
  await page.goBack();
  await prices.getByText(/There are no prices of/).waitFor();
});

test('a file about one security is of the one whose page it is dropped on', async () => {
  const { page } = session();
  await openOffice(page);
  await page
    .getByRole('region', { name: 'Prices' })
    .getByText(/There are no prices of/)
    .waitFor();
  await dropFile(page, 'daily.csv', '日期,前复权收盘价\n2024-07-18,5\n2024-07-19,6\n');
  await page.getByText('Tried: 2 rows').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Import all' }).click();
  await page.getByRole('button', { name: /^Show Kingsoft Office/ }).click();
  await page.getByRole('region', { name: 'Prices' }).getByText('Forward-adjusted').waitFor();
});
