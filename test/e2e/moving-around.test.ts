/** Moving through a sheet as in a spreadsheet: ranges and their sums, filling, jumping along formulas, long sheets. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { documentOf, mixedModel } from '../fixtures/plain-model.ts';
import { sessionForEachTest } from './session.ts';
import {
  cellOf,
  EXHIBIT_14,
  expectCell,
  gridOf,
  openTemplate,
  selectCell,
  settled,
  textOf,
  typeInto,
} from './sheet-page.ts';

const session = sessionForEachTest();

test('a range shows its sum, average and count below', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Industry data', 'Base');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const status = page.getByRole('main');
  await status.getByText('1,750').waitFor();
  await expect.poll(() => status.getByText('Average').locator('..').textContent()).toMatch(/583\.33/);
  await expect.poll(() => status.getByText('Count').locator('..').textContent()).toMatch(/3/);
});

test('fill right takes the first column of the range to the others, in one edit', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Industry data', 'Base');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await expectCell(page, 'Industry data', 'Optimistic', '500');
  await expectCell(page, 'Industry data', 'Pessimistic', '500');
  await page.keyboard.press('ControlOrMeta+z');
  await expectCell(page, 'Industry data', 'Optimistic', '250');
  await expectCell(page, 'Industry data', 'Pessimistic', '1,000');
});

test('keys jump to what a formula reads and back', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Compute used, cut to whole GPU hours', 'Base');
  const active = () => gridOf(page).locator('[aria-selected=true]').first().textContent();
  await page.keyboard.press('Control+[');
  await expect.poll(active).toBe('36,512.93');
  await page.keyboard.press('Control+]');
  await expect.poll(active).not.toBe('36,512.93');
});

async function importLongSheet(page: Page, lineCount: number): Promise<void> {
  const { lines, cells } = documentOf(mixedModel(lineCount));
  const contents = new Map(cells.map((cell) => [cell.lineId, cell.content]));
  const definition = {
    plumbline: 'sheet',
    version: 1,
    title: 'Long sheet',
    scenarios: [{ key: 'base', name: 'Base' }],
    lines: lines.map(({ id, name, label }) => ({ name, label, cells: { base: contents.get(id) } })),
  };
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import sheet…' }).click();
  const file = { name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(definition)) };
  await (await choosing).setFiles(file);
  await gridOf(page).waitFor();
}

test('a sheet of 10,000 lines is walked from end to end, and only what shows is in the page', async () => {
  const { page } = session();
  await importLongSheet(page, 10_000);
  expect(await gridOf(page).getAttribute('aria-rowcount')).toBe('10002');
  await selectCell(page, '用户数_0', 'Base');
  await page.keyboard.press('Control+ArrowDown');
  await gridOf(page).getByText('占比_999').first().waitFor();
  expect(await gridOf(page).getByRole('row').count()).toBeLessThan(80);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => textOf(page, '用户数_0', 'Base')).toBe('100');
});

test('a drag held below the last row on screen goes on selecting; a press on a heading does not scroll', async () => {
  const { page } = session();
  await importLongSheet(page, 200);
  const count = async () => Number(await page.getByTestId('selection-statistics').locator('b').last().textContent());
  await (await cellOf(page, '用户数_0', 'Base')).hover();
  await page.mouse.down();
  const size = page.viewportSize();
  await page.mouse.move(600, (size?.height ?? 900) - 2, { steps: 4 });
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(60);
  await page.mouse.up();
  await page.keyboard.press('Control+Home');
  await gridOf(page).getByRole('columnheader', { name: 'Unit' }).click();
  await expect.poll(() => gridOf(page).locator('[aria-selected=true]').count()).toBeGreaterThan(20);
  await settled(page);
  expect(await textOf(page, '用户数_0', 'Base')).toBe('100');
});

test('what is typed right after the palette’s shortcut is searched for, and the cell stays as it was', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Industry data', 'Base');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('unrounded');
  await expect.poll(() => page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('unrounded');
  await page.keyboard.press('Escape');
  await selectCell(page, 'Exchange rate', 'Base');
  await expectCell(page, 'Industry data', 'Base', '500');
  // The shortcut with another modifier opens nothing, and takes nothing either.
  await page.keyboard.press('ControlOrMeta+Shift+k');
  await typeInto(page, 'Industry data', 'Base', '700');
  await expectCell(page, 'Industry data', 'Base', '700');
});
