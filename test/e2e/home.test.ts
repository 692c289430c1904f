/** Home: finding, making, importing, duplicating and deleting sheets. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, openTemplate } from './sheet-page.ts';

const session = sessionForEachTest();

function mySheets(): Locator {
  return session().page.getByRole('region', { name: 'My sheets' }).getByRole('row').filter({ hasText: EXHIBIT_14 });
}

async function goHome(): Promise<void> {
  await session().page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
}

async function chooseForSheet(action: string): Promise<void> {
  const { page } = session();
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: action }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

async function importFile(name: string, text: string): Promise<void> {
  const { page } = session();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import sheet…' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('sheets are duplicated, deleted, and brought back by Undo', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await goHome();
  await expect.poll(() => mySheets().count()).toBe(1);
  await chooseForSheet('Duplicate');
  await expect.poll(() => mySheets().count()).toBe(2);
  await chooseForSheet('Delete');
  await expect.poll(() => mySheets().count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => mySheets().count()).toBe(2);
});

test('the search finds sheets and templates in either language', async () => {
  const { page } = session();
  await page.getByRole('searchbox', { name: 'Search sheets and templates' }).fill('推理');
  const templates = page.getByRole('region', { name: 'Templates' }).getByRole('button');
  await expect.poll(() => templates.count()).toBe(1);
  await page.getByRole('searchbox').fill('zzz');
  await page.getByText('No sheet or template matches “zzz”').waitFor();
});

test('a definition goes out and comes back as the same sheet', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await goHome();
  const download = page.waitForEvent('download');
  await chooseForSheet('Download definition (JSON)');
  const definition = readFileSync(await (await download).path(), 'utf8');
  await importFile('exhibit.json', definition);
  await page.getByRole('grid').waitFor();
  await goHome();
  await expect.poll(() => mySheets().count()).toBe(2);
});

test.each([
  ['truncated.json', '{ "plumbline": "sheet", "version": 1, "title": "x", "lines": [', /truncated\.json/],
  ['not-json.json', 'Revenue,12', /not-json\.json/],
  ['newer.json', '{ "plumbline": "sheet", "version": 99 }', /newer/i],
  ['other.json', '{ "a": 1 }', /other\.json/],
])('importing %s is refused with the reason, and nothing is added', async (name, text, reason) => {
  const { page } = session();
  await page.getByText('No sheets yet').waitFor();
  await importFile(name, text);
  const alert = page.getByRole('alert').filter({ hasText: name });
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(reason);
  await page.getByText('No sheets yet').waitFor();
});
