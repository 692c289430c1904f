/** Search in a real browser: two characters, an alias, the keyboard, the filters, and the palette. */
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();
const ENTER = 'GPT-4 Omni MMLU';

async function openSearch() {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Search facts', exact: true }).click();
  const field = page.getByRole('searchbox');
  await field.waitFor();
  return { page, field, results: page.getByRole('region', { name: 'Results' }) };
}

test('a two-character Chinese word finds what it should, and Enter opens a fact', async () => {
  const { page, field, results } = await openSearch();
  await field.fill('降价');
  await results.getByRole('heading', { name: /^Best facts/ }).waitFor();
  await expect.poll(() => results.locator('mark').first().textContent()).toBe('降价');
  await field.fill(ENTER);
  const first = results.getByRole('button').first();
  await expect.poll(() => first.textContent()).toMatch(/^GPT-4o · MMLU.*88\.7%/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByText('88.7%').first().waitFor();
  // The tooltip of the rail's button is outside all landmarks.
  await page.mouse.move(700, 500);
  await page.getByRole('tooltip').waitFor({ state: 'hidden' });
  expect(await violationsOf(page)).toEqual([]);
});

test('the address keeps search and filters over a reload', async () => {
  const { page, field } = await openSearch();
  await field.fill('GPT-4o');
  await page.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: /^000 / }).click();
  const facts = page.getByRole('region', { name: 'Facts found' });
  const rows = facts.getByRole('row');
  await expect.poll(() => page.url()).toContain('#/search?q=GPT-4o&source=000');
  await expect.poll(() => rows.filter({ hasText: 'MMLU' }).count()).toBeGreaterThan(1);
  await expect.poll(() => facts.getAttribute('aria-busy')).toBe('false');
  const found = await rows.allTextContents();
  await reload(page);
  await expect.poll(() => rows.allTextContents()).toEqual(found);
  expect(await field.inputValue()).toBe('GPT-4o');
});

test('the palette finds a model under its name in the other language', async () => {
  const { page } = session();
  await page.getByRole('region').first().waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('textbox').fill('文心一言');
  const found = page
    .getByRole('dialog')
    .getByRole('button', { name: /^ERNIE Bot/ })
    .first();
  await found.click();
  await expect.poll(() => page.url()).toContain('#/search?subject=');
});
