/** Series from a vendor's file: dropped, asked about, tried, imported, charted, taken back; and the made-up ones. */
import { utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { dropFile } from './drop-file.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

const LONG = [
  'App,Date,Downloads,Country',
  'ChatGPT,08/01/2024,"743,000",US',
  'ChatGPT,09/01/2024,74.4万,US',
  'Northstar,08/01/2024,12000,US',
  'Northstar,09/01/2024,many,US',
].join('\n');
const WIDE = ['日期,豆包,Kimi', '7月18日,1.2万,8000', '7月19日,1.3万,8100'].join('\n');

async function dropOnDownloads(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).click();
  await page.getByRole('heading', { name: 'Downloads', exact: true }).waitFor();
  await dropFile(page, name, content);
  await page.getByRole('heading', { name: 'Import series' }).waitFor();
  // Away from the rail, whose hint floats outside all regions.
  await page.mouse.move(700, 600);
}

const bad = (page: Page) => page.getByRole('region', { name: 'Rows that cannot be taken' });
const importOthers = (page: Page) => page.getByRole('button', { name: /^Import (all|the other)/ });

test('a dropped file asks what it does not say, lists what is wrong, is imported, charted and taken back', async () => {
  const { page } = session();
  await dropOnDownloads(page, 'downloads.csv', LONG);
  const questions = page.getByRole('region', { name: 'To be answered' });
  await questions.getByText(/“08\/01\/2024” may be 2024-08-01 or 2024-01-08/).waitFor();
  expect(await importOthers(page).count()).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await questions.getByRole('button', { name: 'Day/month/year' }).click();

  await page.getByText('Tried: 4 rows').waitFor();
  await page.getByText('1 new names: Northstar').waitFor();
  await bad(page).getByText('many', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'First rows of the file' }).getByText('2024-01-08').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import the other 3 rows, leave out 1' }).click();
  await page.getByText('Imported “downloads.csv”').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Show the chart' }).click();
  await page.getByRole('heading', { name: 'Downloads', exact: true }).waitFor();
  await page.getByRole('grid').getByText('744,000').waitFor();

  await page.goBack();
  await page.getByRole('button', { name: 'Withdraw this import' }).click();
  await page.getByText('withdrawn', { exact: true }).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Downloads' }).click();
  await page.getByText('No series of downloads yet').waitFor();
});

test('the next file of the same shape is read as the last one was, and the same file brings nothing new', async () => {
  const { page } = session();
  await dropOnDownloads(page, 'week 29.csv', WIDE);
  const questions = page.getByRole('region', { name: 'To be answered' });
  await questions.getByRole('button', { name: 'Downloads', exact: true }).click();
  await page.getByLabel('Year').first().fill('2024');
  await page.keyboard.press('Enter');
  await page.getByText('Tried: 2 rows').waitFor();
  await importOthers(page).click();
  await page.getByText('Imported “week 29.csv”').waitFor();

  await dropFile(page, 'week 30.csv', WIDE);
  await page.getByText('Read as the last file of this shape was').waitFor();
  // The metric is kept, the year is of one file.
  expect(await page.getByLabel('Metric').first().inputValue()).toBe('Downloads');
  await page.getByLabel('Year').first().fill('2024');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nothing new' }).waitFor();
});

test('a column is said in its heading to be something else, and what no column says is written beside it', async () => {
  const { page } = session();
  await dropOnDownloads(page, 'odd.csv', 'who,when,how much\nDoubao,2024-07-18,5\nDoubao,2024-07-19,6\n');
  const column = (heading: string) => page.getByRole('combobox', { name: `Column “${heading}” is` });
  await column('who').selectOption('App or company');
  await page.getByLabel('Metric').first().fill('Downloads');
  await page.keyboard.press('Enter');
  await page.getByText('Tried: 2 rows').waitFor();
  await page.getByText('2 figures new').waitFor();
});

test.each([
  ['macros', 'xl/vbaProject.bin', /The workbook has macros/],
  ['links to other files', 'xl/externalLinks/externalLink1.xml', /links to other/],
])('a workbook with %s is taken by its saved values once that is clicked', async (_what, part, asked) => {
  const { page } = session();
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Date', 'App', 'Downloads'],
      ['2024-07-19', 'Kimi', 15_000],
    ]),
    'S',
  );
  const parts = unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' }));
  await dropOnDownloads(page, 'book.xlsx', zipSync({ ...parts, [part]: strToU8('<x/>') }));
  await page.getByText(asked).waitFor();
  expect(await importOthers(page).count()).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take the values as saved' }).click();
  await page.getByText('Tried: 1 rows').waitFor();
  await importOthers(page).click();
  await page.getByText('Imported “book.xlsx”').waitFor();
});

test('headings with nothing under them are said to be that', async () => {
  const { page } = session();
  await dropOnDownloads(page, 'empty.csv', 'Date,App,Downloads\n');
  await page.getByText('There is nothing under the headings in row 1.').waitFor();
  expect(await importOthers(page).count()).toBe(0);
});

test('demonstration data are loaded by name, and marked', async () => {
  const { page } = session();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Load demonstration data');
  await page.getByText('Load demonstration data').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Imported “Demonstration data, not real”').waitFor();
  await page.getByRole('button', { name: 'Show the chart' }).click();
  await page
    .getByText(/Demonstration data, not real/)
    .first()
    .waitFor();
});
