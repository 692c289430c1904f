/** Facts from a file: dropped or chosen, looked at, mended by mapping, imported, undone, and out again. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

const CSV = [
  'Model,Benchmark,Setting,Score,Unit,Period,Exhibit,Remarks of mine',
  'GPT-4o,MMLU,5-shot,88.7,%,2024-05,Table 1,x',
  'Northstar 1,MMLU,5-shot,74.3,%,2024Q1,Table 1,',
  'Northstar 1,MMLU,5-shot,about,%,2024Q1,Table 1,',
  'Northstar 2,MMLU,5-shot,60,%,07/08/2024,Table 1,',
].join('\n');

const rows = (page: Page) => page.getByRole('region', { name: 'Contents of the file' });

/** As a person drops a file from a folder. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
}

async function openPreview(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'Import facts…' }).waitFor();
  await dropFile(page, name, text);
  await page.getByRole('heading', { name: 'Import facts' }).waitFor();
  await page.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: /^New source/ }).click();
}

test('a dropped file is shown with its errors, imported without them, and taken back', async () => {
  const { page } = session();
  await openPreview(page, 'scores.csv', CSV);
  await page.getByText('2 facts can be imported').waitFor();
  await page.getByText('2 rows have errors').waitFor();
  await page.getByText(/Makes 1 new names: Northstar 1/).waitFor();
  const errors = page.getByRole('region', { name: 'Errors' });
  await errors.getByText('Row 4 · Score').waitFor();
  await errors.getByText(/may be 2024-07-08 or 2024-08-07/).waitFor();
  expect(await rows(page).locator('[data-error]').allTextContents()).toEqual(['about', '07/08/2024']);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Leave out 2 rows, import 2' }).click();
  await page.getByText('Imported 2 facts from scores.csv, updated 0').waitFor();
  const found = page.getByRole('grid', { name: 'Facts' });
  await found.getByText('Northstar 1').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await found.waitFor({ state: 'detached' });
});

test('headings are mapped by hand, and the file is read again', async () => {
  const { page } = session();
  await openPreview(page, 'odd.csv', 'what,who,how much\nMMLU,GPT-4o,88.7\n');
  // Read as a matrix with one subject until its columns are said to be something else.
  const column = (heading: string) => page.getByRole('combobox', { name: `Column “${heading}” is` });
  await column('who').selectOption('Subject');
  await column('how much').selectOption('Value');
  await page.getByRole('button', { name: 'Import 1' }).click();
  await page.getByText('Imported 1 facts from odd.csv, updated 0').waitFor();
});

test('all facts go out as CSV in the columns that the import takes', async () => {
  const { page } = session();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Export all facts (CSV');
  await page.getByText('Export all facts (CSV)').first().waitFor();
  await page.keyboard.press('Enter');
  const path = await (await download).path();
  const text = await readFile(path, 'utf8');
  expect(text.split('\r\n')[0]).toMatch(/^\ufeffId,Subject,Metric,Setting,Value,Text,Unit/);
  expect(text).toContain('MMLU');
});
