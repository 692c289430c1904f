/** The watchlist in the real page: the reports' lists, a list of one's own, groups and their order, tags, columns, filters, pasted securities. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { callElsewhere } from './call-elsewhere.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();
const PATIENT = { timeout: 25_000 };

const grid = (page: Page): Locator => page.getByRole('grid');
const rowOf = (page: Page, name: string): Locator => grid(page).getByRole('row').filter({ hasText: name }).first();
const button = (page: Page, name: string): Locator => page.getByRole('main').getByRole('button', { name, exact: true });

/** The first cells of all rows in sight, headings with how many are in them. */
async function names(page: Page): Promise<string[]> {
  return grid(page).getByRole('rowheader').allTextContents();
}

async function openWatchlist(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Watchlist' }).click();
  await grid(page).waitFor();
}

/** An own list with groups Core and Later, and two stocks in the first. */
async function makeList(page: Page): Promise<void> {
  await openWatchlist(page);
  await button(page, 'New list').click();
  await page.getByRole('textbox', { name: 'Name of the list' }).fill('Mine');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  for (const title of ['Core', 'Later']) {
    await button(page, 'New group').click();
    await page.getByRole('textbox', { name: 'Name of the group' }).fill(title);
    await page.keyboard.press('Enter');
    await rowOf(page, title).waitFor();
  }
  await rowOf(page, 'Core').getByRole('button', { name: 'Actions for “Core”' }).click();
  await page.getByRole('menuitem', { name: 'Add securities here' }).click();
  for (const [typed, name] of [
    ['688111', 'Kingsoft Office'],
    ['Hundsun', 'Hundsun'],
  ]) {
    await page.getByRole('combobox', { name: 'Add by code or name' }).fill(typed);
    await page.getByRole('option', { name: new RegExp(name) }).waitFor();
    await page.keyboard.press('Enter');
    await rowOf(page, name).waitFor();
  }
}

test('the lists of the reports are there on first start, with their source, and become one’s own as a copy', async () => {
  const { page } = session();
  await openWatchlist(page);
  await page
    .getByRole('button', { name: /TF Securities: applications/ })
    .first()
    .click();
  await expect.poll(() => names(page), PATIENT).toContain('Richinfo Covered by the telecommunications team');
  await page.getByRole('button', { name: 'From report 004' }).waitFor();
  await rowOf(page, 'Office software').click();
  await expect.poll(() => names(page), PATIENT).not.toContain('Foxit Software');
  // What leads to a group unfolds what it lies in, and marks it.
  await rowOf(page, 'Applications').click();
  await expect.poll(() => rowOf(page, 'Multimodal').count(), PATIENT).toBe(0);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Multimodal');
  await page.getByRole('button', { name: /^Multimodal.*TF Securities: applications/ }).click();
  await expect.poll(() => rowOf(page, 'Multimodal').getAttribute('data-marked'), PATIENT).toBe('true');
  expect(await rowOf(page, 'Multimodal').isVisible()).toBe(true);
  expect(await violationsOf(page)).toEqual([]);
  await button(page, 'Copy to my lists').click();
  await page.getByRole('heading', { name: 'TF Securities: applications and infrastructure (copy)' }).waitFor();
  await page.getByRole('textbox', { name: 'New group' }).or(button(page, 'New group')).waitFor();
});

test('a list of one’s own is ordered by keyboard and pointer, and every edit is taken back', async () => {
  const { page } = session();
  await makeList(page);
  expect(await names(page)).toEqual(['Core2', 'Kingsoft Office', 'Hundsun', 'Later0']);
  await rowOf(page, 'Hundsun')
    .getByRole('gridcell')
    .first()
    .click({ modifiers: ['Control'] });
  await grid(page).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => names(page), PATIENT).toEqual(['Core2', 'Hundsun', 'Kingsoft Office', 'Later0']);
  // The cursor goes with it, down to the end of its group and into the next one.
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => names(page), PATIENT).toEqual(['Core2', 'Kingsoft Office', 'Hundsun', 'Later0']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => names(page), PATIENT).toEqual(['Core1', 'Kingsoft Office', 'Later1', 'Hundsun']);
  const [from, to] = [await rowOf(page, 'Kingsoft').boundingBox(), await rowOf(page, 'Later').boundingBox()];
  if (from === null || to === null) throw new Error('The rows are not in sight');
  const grip = await rowOf(page, 'Kingsoft').locator('[data-grip]').boundingBox();
  if (grip === null) throw new Error('There is no grip');
  await page.mouse.move(grip.x + 4, grip.y + 7);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 14, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => names(page), PATIENT).toEqual(['Core0', 'Later2', 'Hundsun', 'Kingsoft Office']);
  await grid(page).focus();
  for (let edit = 0; edit < 2; edit += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => names(page), PATIENT).toEqual(['Core2', 'Kingsoft Office', 'Hundsun', 'Later0']);
});

test('securities are pasted, tagged and filtered, and what is chosen is still there after a restart', async () => {
  const { page } = session();
  await makeList(page);
  await button(page, 'Paste securities').click();
  const form = page.getByRole('complementary', { name: /^Paste securities into/ });
  await form.getByRole('textbox').fill('300033\n601360 三六零\nno such firm\n688111,用友网络');
  await form.getByText('4 lines: 2 to be added, 2 with a problem').waitFor();
  await form.getByText('688111.SH is “Kingsoft Office”, not “用友网络”. Check the code and the name.').waitFor();
  await form.getByRole('button', { name: 'Add 2' }).click();
  await rowOf(page, '三六零').waitFor();
  await rowOf(page, '三六零').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Tags…' }).click();
  await page
    .getByRole('combobox', { name: 'Tags' })
    .or(page.getByRole('textbox', { name: 'Tags' }))
    .first()
    .fill('focus');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).click();
  await rowOf(page, '三六零').getByText('focus').waitFor();
  await button(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'Sector' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Sector' }).waitFor();
  await page.getByRole('searchbox', { name: 'Find by code, name or tag' }).fill('focus');
  await expect.poll(() => names(page), PATIENT).toEqual(['Core1', '三六零']);
  await page.waitForTimeout(900);
  const hash = await page.evaluate(() => window.location.hash);
  await session().restart();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole('columnheader', { name: 'Sector' }).waitFor();
  await expect.poll(() => names(page), PATIENT).toEqual(['Core1', '三六零']);
});

test('private columns are there while the vault is open, and leave it only where that is chosen', async () => {
  const { page, context } = session();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await callElsewhere(page, 'createVault', { passphrase: 'plumb 铅垂线 hangs true 7' });
  const rating = { securityId: '688111.SH', scaleId: 'guosen/stock', gradeId: 'outperform', date: '2024-03-20' };
  await callElsewhere(page, 'putOwnRating', { rating: { ...rating, targetPrice: 300, currency: 'CNY', note: '' } });
  await openWatchlist(page);
  await button(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'My target' }).check();
  await page.keyboard.press('Escape');
  const row = rowOf(page, 'Kingsoft Office');
  await row.getByText('Outperform').waitFor();
  await row.getByText('300.00').waitFor();
  const copied = async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text.split(/\r?\n/).find((line) => line.startsWith('Kingsoft Office'));
  };
  await grid(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(copied, PATIENT).toContain('688111.SH');
  expect(await copied()).not.toMatch(/Outperform|\b300\b/);
  await page.getByRole('button', { name: 'Copy it too' }).click();
  await expect.poll(copied, PATIENT).toMatch(/688111\.SH.*Outperform.*\b300\b/);
  await callElsewhere(page, 'lockVault', {});
  await expect.poll(() => row.getByText('Outperform').count(), PATIENT).toBe(0);
  expect(await row.getByText('300.00').count()).toBe(0);
});

test('a security is found by its code in the palette, and its page opens from there', async () => {
  const { page } = session();
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('688111');
  await page
    .getByRole('button', { name: /^Kingsoft Office/ })
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => window.location.hash), PATIENT).toBe('#/security/688111.SH');
});
