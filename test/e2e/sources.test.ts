/** Sources: from the list to a figure and its words, and what the user makes of it. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

async function openExhibit(page: Page, source: string, exhibit: string): Promise<Locator> {
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    `#/sources/${source}/${encodeURIComponent(exhibit)}`,
  );
  const table = page.getByRole('grid', { name: new RegExp(`^${exhibit} `) });
  await table.waitFor();
  return table;
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Fact' });

/** The cell in the row that begins with `row`, in the column of that heading. */
async function cellOf(table: Locator, row: string, column: string): Promise<Locator> {
  const headings = await table.getByRole('columnheader').allTextContents();
  const at = headings.findIndex((heading) => heading.startsWith(column));
  return table
    .getByRole('row')
    .filter({ hasText: row })
    .first()
    .locator(`[aria-colindex="${at + 1}"]`);
}

test('the keyboard alone leads from the rail to the words of a figure', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Sources' });
  await list.getByText('开源Llama 3.1发布').waitFor();
  await list.focus();
  await page.keyboard.press('Enter');
  // From here on the focus goes with the tables.
  const exhibits = page.getByRole('grid', { name: /^Exhibits of/ });
  await exhibits.getByText('图1', { exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const table = page.getByRole('grid', { name: /^图1 / });
  await table.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await panel(page).getByText('88.6%').waitFor();
  await panel(page)
    .getByText(/MMLU \(0-shot, CoT\) 88\.6/)
    .waitFor();
  await page.keyboard.press(']');
  await page.getByText(/picture here without numbers/).waitFor();
  await page.goBack();
  await table.waitFor();
});

test('a corrected cell shows what was printed and what is used, and why', async () => {
  const { page } = session();
  const table = await openExhibit(page, '001', '图表2');
  const cell = await cellOf(table, 'MMLU (0-shot, CoT)', 'Llama 3.1 8B');
  expect(await cell.textContent()).toMatch(/48\.3 73\.0$/);
  await cell.click();
  await panel(page).getByRole('region', { name: 'Correction' }).waitFor();
});

test('a side of a conflict is chosen, undone by keyboard, and the count follows', async () => {
  const { page } = session();
  const table = await openExhibit(page, '000', '图1');
  const conflicts = page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('button', { name: /^Conflicts/ });
  const before = await conflicts.getAttribute('aria-label');
  await (await cellOf(table, 'MMLU PRO', 'Llama 3.1 405B')).click();
  await panel(page).getByRole('button', { name: 'Use this one' }).first().click();
  await page.keyboard.type('as in the paper');
  await page.keyboard.press('Enter');
  await panel(page).getByText('as in the paper').waitFor();
  await expect.poll(() => conflicts.getAttribute('aria-label')).not.toBe(before);
  await table.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/^Undone: /).waitFor();
  await expect.poll(() => conflicts.getAttribute('aria-label')).toBe(before);
});

test('a change of a bundled figure survives a restart, and can be reset', async () => {
  const { page } = session();
  let table = await openExhibit(page, '000', '图1');
  await (await cellOf(table, 'IFEval', 'Llama 3.1 405B')).click();
  await panel(page).getByRole('button', { name: 'Edit' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('89.1');
  await page.keyboard.press('Enter');
  await panel(page).getByText('changed by you').waitFor();
  await session().restart();
  table = await openExhibit(page, '000', '图1');
  const cell = await cellOf(table, 'IFEval', 'Llama 3.1 405B');
  expect(await cell.textContent()).toMatch(/88\.6 89\.1$/);
  await cell.click();
  await panel(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Reset/ }).click();
  await expect.poll(() => cell.textContent()).toBe('88.6');
});

test('a source and a fact of one’s own are added, and stand in the list', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'New source' }).click();
  await page.getByLabel('Title').fill('Channel checks');
  await page.keyboard.press('Enter');
  await page.getByText('No facts yet.').waitFor();
  await page.getByRole('button', { name: 'New fact' }).click();
  await page.getByRole('combobox', { name: 'Subject' }).fill('GPT-4 Omni');
  await page.getByRole('combobox', { name: 'Metric' }).fill('MMLU');
  await page.getByRole('textbox', { name: 'Figure' }).fill('88.9%');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await panel(page).getByText('your own').waitFor();
  await page.getByRole('grid', { name: 'All facts' }).getByText('88.9%').waitFor();
});

test('Esc closes a list before the form, and the form goes with the screen', async () => {
  const { page } = session();
  const form = page.getByRole('form', { name: 'New fact' });
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'New fact' }).click();
  await page.getByRole('combobox', { name: 'Subject' }).fill('llama');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  await form.waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'New fact' }).click();
  await form.waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await form.waitFor({ state: 'hidden' });
  const table = await openExhibit(page, '000', '图1');
  await (await cellOf(table, 'IFEval', 'Llama 3.1 405B')).click();
  await panel(page).getByRole('button', { name: 'Edit' }).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Edit');
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'hidden' });
});

test('a table is copied as it stands, with numbers as numbers', async () => {
  const { page, context } = session();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const table = await openExhibit(page, '004', '图12');
  await page.getByRole('button', { name: 'Table actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Copy as TSV' }).click();
  await page.getByText(/^Copied \d+ rows$/).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const headings = await table.getByRole('columnheader').allTextContents();
  expect(text.split('\n')[0]).toBe(headings.join('\t'));
  expect(text.split('\n')).toHaveLength(await table.getByRole('row').count());
});

test.each(['light', 'dark'] as const)('axe has nothing against the sources in the %s theme', async (colorScheme) => {
  const { page } = session();
  await page.emulateMedia({ colorScheme });
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Sources' });
  await list.getByText('天风证券').waitFor();
  await list.focus();
  expect(await violationsOf(page), 'sources').toEqual([]);
  const table = await openExhibit(page, '001', '图表2');
  await table.locator('[data-mark="conflict"]').first().click();
  await panel(page).getByRole('button', { name: 'Use this one' }).first().click();
  expect(await violationsOf(page), 'exhibit and panel').toEqual([]);
  await panel(page).getByRole('button', { name: 'Edit' }).click();
  expect(await violationsOf(page), 'form').toEqual([]);
  await page.getByText('Chart', { exact: true }).click();
  expect(await violationsOf(page), 'chart').toEqual([]);
});
