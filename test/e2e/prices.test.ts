/** Prices in the real page: the list, the rate, steps over time, and what a workload costs. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

async function open(page: Page, query = ''): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/prices${query}`);
  await page.getByRole('heading', { name: 'Prices' }).waitFor();
}

/** The texts of the row that begins with `name`, the marks left out. */
async function rowOf(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await row.first().waitFor();
  return row.first().getByRole('gridcell').allTextContents();
}

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Fact' });

test('from the rail to the words of a price, by keyboard alone', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Prices' }).focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('grid', { name: 'Prices of models' });
  await table.getByText('GLM-3 Turbo').waitFor();
  expect(await rowOf(page, 'Claude 3 Opus')).toEqual(
    expect.arrayContaining(['Anthropic', '102.9', '514.5', '15', '75', '15 / 75 USD/million token']),
  );
  expect(await rowOf(page, 'ERNIE Speed')).toEqual(expect.arrayContaining(['free', '2024-05-21']));
  await table.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await panel(page).getByText('GLM-3 Turbo', { exact: true }).waitFor();
  await panel(page)
    .getByText(/1元\/百万tokens/)
    .first()
    .waitFor();
});

test('another rate is entered, followed, kept over a restart, and taken back', async () => {
  const { page, restart } = session();
  await open(page);
  expect(await rowOf(page, 'GPT-4o mini')).toContain('1.029');
  const field = page.getByRole('textbox', { name: /Exchange rate/ });
  await field.fill('7.2');
  await field.press('Enter');
  await expect.poll(() => rowOf(page, 'GPT-4o mini')).toContain('1.08');
  await page.getByRole('button', { name: 'My assumptions' }).waitFor();
  await restart();
  await open(page);
  expect(await rowOf(page, 'GPT-4o mini')).toContain('1.08');
  await page.getByRole('button', { name: 'Choose the rate' }).click();
  await page.getByRole('menuitem', { name: /6\.86 .*图表14/ }).click();
  await expect.poll(() => rowOf(page, 'GPT-4o mini')).toContain('1.029');
  await reload(page);
  await expect.poll(() => rowOf(page, 'GPT-4o mini')).toContain('1.029');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page
    .getByText(/^Undone: /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Choose the rate' }).click();
  await expect.poll(() => page.getByRole('menuitem', { name: /7\.2 / }).count()).toBe(0);
});

test('steps over time and the cuts, each leading to its fact', async () => {
  const { page } = session();
  await open(page, '?view=history');
  const chart = page.getByRole('img', { name: /Step chart of Input prices over time/ });
  await chart.getByText('−80%').waitFor();
  await chart.getByText('−97% stated').waitFor();
  expect(
    await page.getByRole('grid', { name: 'Price changes' }).getByRole('row').filter({ hasText: 'GLM-3' }).textContent(),
  ).toBe('2024-05-11GLM-3 TurboZhipu AIunspecified51 −80%–no change stated');
  await page.getByText(/Without a date, not drawn/).waitFor();
  await page.getByText('Log', { exact: true }).click();
  await page.getByText(/Free, and a log axis has no zero/).waitFor();
  await expect.poll(() => page.url()).toContain('scale=log');
  await page.getByRole('grid', { name: 'Price changes' }).getByText('−50%').click();
  await panel(page).getByText('减半').first().waitFor();
});

test('a workload typed in 亿 ranks the models in either currency', async () => {
  const { page } = session();
  await open(page, '?view=workload');
  const field = page.getByRole('textbox', { name: 'Input tokens a day' });
  await field.fill('1.5亿');
  await page.getByRole('textbox', { name: 'Output tokens a day' }).fill('3000万');
  const row = (name: string) =>
    page.getByRole('grid', { name: 'Cost of a workload' }).getByRole('row').filter({ hasText: name });
  // 150 at 1 and 30 at 2 yuan.
  await expect.poll(() => row('DeepSeek-V2').textContent()).toContain('210');
  expect(await row('DeepSeek-V2').textContent()).toContain('6,300');
  await page.getByText('USD', { exact: true }).first().click();
  // 150 at 15 and 30 at 75 dollars.
  await expect.poll(() => row('Claude 3 Opus').textContent()).toContain('4,500');
  await reload(page);
  await expect.poll(() => row('Claude 3 Opus').textContent()).toContain('4,500');
});

test.each(['light', 'dark'] as const)('axe finds nothing to complain about in any view, %s', async (colorScheme) => {
  const { page } = session();
  await page.emulateMedia({ colorScheme });
  for (const view of ['table', 'history', 'workload']) {
    await open(page, `?view=${view}`);
    await page.getByRole('grid').first().waitFor();
    expect(await violationsOf(page), view).toEqual([]);
  }
});
