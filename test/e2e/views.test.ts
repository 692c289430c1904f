/** What is shown beside the grid: comparison, reconciliation, the cell's details, the workbook. */
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, gridOf, openTemplate, selectCell } from './sheet-page.ts';

const session = sessionForEachTest();

async function showView(name: string): Promise<void> {
  const { page } = session();
  await page
    .getByRole('radiogroup', { name: 'View' })
    .or(page.getByRole('toolbar'))
    .first()
    .getByText(name, { exact: true })
    .click();
}

test('the comparison shows differences between scenarios and a chart of chosen lines', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await showView('Compare');
  const row = page.getByRole('row').filter({ hasText: 'Training cost of the vertical model' }).first();
  await row.waitFor();
  await expect.poll(() => row.textContent()).toMatch(/34\.06.*13\.6/s);
  await page.locator('canvas, svg[role=img], [role=img]').first().waitFor();
});

test('the reconciliation lists every reported value with its verdict', async () => {
  const { page } = session();
  await openTemplate(page, 'Exhibit 16');
  await showView('Reconcile');
  const row = page.getByRole('row').filter({ hasText: 'Energy cost per year' }).first();
  await row.waitFor();
  await expect.poll(() => row.textContent()).toMatch(/Differs|differs/);
});

test('the panel says where a figure comes from and what uses it', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Base model GPU hours', 'Base');
  const panel = page.getByRole('complementary', { name: 'Cell details' });
  await panel.getByText('1.4 万亿 Tokens 1,022,362').first().waitFor();
  await panel.getByText('图表13').first().waitFor();
  await panel
    .getByRole('button', { name: /Compute used/ })
    .first()
    .click();
  await expect.poll(() => gridOf(page).locator('[aria-selected=true]').first().textContent()).toMatch(/36,512\.93/);
});

test('the exported workbook holds the numbers on screen as live formulas', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to Excel' }).click();
  const path = await (await download).path();
  const { Sheets, SheetNames } = read(readFileSync(path), { type: 'buffer' });
  const cells = Object.values(Sheets[SheetNames[0]]);
  const cost = cells.find((cell) => typeof cell.v === 'number' && Math.abs(cell.v - 34.0642) < 0.001);
  expect(cost?.f).toMatch(/[A-Z]\$?\d+/);
});
