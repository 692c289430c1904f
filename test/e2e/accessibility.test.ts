/** axe finds nothing to complain about on any screen, in both themes and languages; and the keyboard alone is enough. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';
import { expectCell, openTemplate } from './sheet-page.ts';

const session = sessionForEachTest();
async function setPreferences(page: Page, language: string, theme: string): Promise<void> {
  await page.getByRole('button', { name: /Preferences|偏好设置/ }).click();
  await page
    .getByRole('radiogroup', { name: /Language|语言/ })
    .getByText(language, { exact: true })
    .click();
  await page
    .getByRole('radiogroup', { name: /Appearance|外观/ })
    .getByText(theme, { exact: true })
    .click();
  await expect
    .poll(() => page.locator('html').getAttribute('data-mantine-color-scheme'))
    .toBe(/Dark|深色/.test(theme) ? 'dark' : 'light');
  await page.keyboard.press('Escape');
}

test.each([
  ['English', 'Light', 'Exhibit 14', 'Compare', 'Reconcile'],
  ['English', 'Dark', 'Exhibit 14', 'Compare', 'Reconcile'],
  ['中文', '浅色', '图表 14', '情景比较', '核对'],
  ['中文', '深色', '图表 14', '情景比较', '核对'],
])('no violations in %s, %s', async (language, theme, template, compare, reconcile) => {
  const { page } = session();
  await setPreferences(page, language, theme);
  expect(await violationsOf(page), 'home').toEqual([]);
  await openTemplate(page, template);
  await page.getByRole('complementary').first().waitFor();
  expect(await violationsOf(page), 'sheet and panel').toEqual([]);
  await page.getByRole('gridcell').nth(2).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  expect(await violationsOf(page), 'context menu').toEqual([]);
  await page.keyboard.press('Escape');
  for (const view of [compare, reconcile]) {
    await page.getByRole('main').getByText(view, { exact: true }).first().click();
    expect(await violationsOf(page), view).toEqual([]);
  }
});

test('from the first start to a changed assumption without a mouse', async () => {
  const { page } = session();
  await page.getByRole('heading', { name: 'Scenario sheets' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('own cluster');
  await expect.poll(() => page.getByRole('region', { name: 'Templates' }).getByRole('button').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await expectCell(page, 'GPUs needed', 'Base', '307.2');
  await page.keyboard.press('ControlOrMeta+z');
  await expectCell(page, 'GPUs needed', 'Base', '153.6');
});
