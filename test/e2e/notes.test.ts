/** Private notes in a real browser: written, linked, found, compared, thrown away; and nothing in one runs or is fetched. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { HOSTILE } from '../fixtures/hostile-markdown.ts';
import { violationsOf } from './axe.ts';
import { callElsewhere } from './call-elsewhere.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();
const PASSPHRASE = 'marmalade cathedral 黄铜 seven';

async function openNotes() {
  const { page } = session();
  await callElsewhere(page, 'createVault', { passphrase: PASSPHRASE });
  await page.getByRole('navigation').getByRole('button', { name: 'Notes', exact: true }).click();
  const list = page.getByRole('region', { name: 'Notes', exact: true });
  await list.getByText('No notes yet', { exact: false }).waitFor();
  return { page, list, text: page.getByRole('textbox', { name: 'Text of the note' }) };
}

const savedIn = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

test('a note is written, ticked, found, compared, brought back and thrown away', async () => {
  const { page, list, text } = await openNotes();
  await page.keyboard.press('Alt+n');
  await text.waitFor();
  await page.keyboard.type('# 豆包的付费率\n\n- [ ] ask the channel\n\nMMLU {{GPT-4o MMLU');
  await page.locator('.cm-tooltip-autocomplete').getByText('GPT-4o · MMLU').first().waitFor();
  // The list takes no key in its first moment, lest it take one that was meant for the text.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: '88.7%' }).waitFor();
  await preview.getByRole('checkbox').click();
  await expect.poll(() => text.textContent()).toContain('[x] ask the channel');
  await savedIn(page);

  // Another window's edit is shown here, and what was there before is a version.
  const [{ id, revision }] = (await callElsewhere(page, 'listNotes', {})) as { id: string; revision: number }[];
  await callElsewhere(page, 'putNote', { noteId: id, revision, text: '# 豆包的付费率\n\n改过', about: [] });
  await expect.poll(() => text.textContent()).toContain('改过');
  await page.getByRole('button', { name: 'History' }).click();
  const comparison = page.getByRole('region', { name: 'Compared with the text as it is now' });
  await comparison.locator('del').first().waitFor();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect.poll(() => text.textContent()).toContain('ask the channel');

  await list.getByRole('searchbox').fill('付费');
  await expect.poll(() => list.locator('mark').first().textContent()).toBe('付费');
  await page.mouse.move(900, 780);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await list.getByText('No note has', { exact: false }).waitFor();
  await list.getByRole('searchbox').fill('');
  await list.getByRole('button', { name: 'Trash' }).click();
  await list.getByRole('button', { name: /豆包的付费率/ }).click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await savedIn(page);
});

test('of two windows that write one note, neither loses a word', async () => {
  const { page, list, text } = await openNotes();
  const noteId = '3f2a91c0-0000-4000-8000-000000000001';
  await callElsewhere(page, 'putNote', { noteId, revision: 0, text: '# shared', about: [] });
  await list.getByRole('button', { name: /shared/ }).click();
  await text.click();
  // The other window is first by less than the time that this one waits for the next key.
  await page.keyboard.type('mine ');
  await callElsewhere(page, 'putNote', { noteId, revision: 1, text: '# shared theirs', about: [] });
  const alert = page.getByRole('alert');
  await alert.getByText('changed in another window', { exact: false }).waitFor();
  expect(await text.textContent()).toContain('mine');
  await alert.getByRole('button', { name: 'Keep this one' }).click();
  await savedIn(page);
  const [version] = (await callElsewhere(page, 'listVersions', { noteId })) as { id: string }[];
  expect(await callElsewhere(page, 'getVersion', { noteId, versionId: version.id })).toMatchObject({
    text: '# shared theirs',
  });
});

test('what is typed while the vault locks is there when it opens again', async () => {
  const { page, list, text } = await openNotes();
  const noteId = '3f2a91c0-0000-4000-8000-000000000001';
  await callElsewhere(page, 'putNote', { noteId, revision: 0, text: '# kept', about: [] });
  await list.getByRole('button', { name: /kept/ }).click();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' last words');
  await callElsewhere(page, 'lockVault', {});
  await page.getByLabel('Passphrase').first().waitFor();
  expect(await page.locator('body').textContent()).not.toContain('kept');
  await callElsewhere(page, 'unlockVault', { by: { passphrase: PASSPHRASE } });
  await expect
    .poll(async () => ((await callElsewhere(page, 'getNote', { noteId })) as { text: string }).text)
    .toBe('# kept last words');
});

test('nothing that stands in a note runs or is fetched', async () => {
  const { page, list } = await openNotes();
  const { host } = session();
  session().expectErrors();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  page.on('dialog', (dialog) => {
    fetched.push(dialog.message());
    void dialog.dismiss();
  });
  const all = HOSTILE.map(([what, text]) => `${what}:\n\n${text}`).filter((text) => !text.includes('['.repeat(100)));
  const noteId = '3f2a91c0-0000-4000-8000-000000000001';
  for (const [at, text] of [...all, all.join('\n\n')].entries()) {
    await callElsewhere(page, 'putNote', { noteId, revision: at, text: `# hostile ${at}\n\n${text}`, about: [] });
  }
  await list.getByRole('button', { name: /hostile/ }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('a table with HTML').waitFor();
  await preview.locator('.katex').first().waitFor();
  for (const link of await preview.getByText('click', { exact: true }).all()) await link.click({ timeout: 1000 });
  expect(await preview.locator('script, iframe, form, object, embed, style, svg script').count()).toBe(0);
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  const own = new URL(host.url).origin;
  expect(fetched.filter((address) => !address.startsWith(own) && !address.startsWith('blob:'))).toEqual([]);
  expect(fetched.filter((address) => /purgeNotes|passwd|evil/.test(address))).toEqual([]);
});

test('a note of five million characters is written and found, without its preview', { timeout: 120_000 }, async () => {
  const { page, list, text } = await openNotes();
  const noteId = '3f2a91c0-0000-4000-8000-000000000001';
  const long = `# long\n\n${'一段很长的文字 and some words\n'.repeat(230_000)}`;
  await callElsewhere(page, 'putNote', { noteId, revision: 0, text: long, about: [] });
  await list.getByRole('button', { name: /long/ }).click();
  await page.getByText('A note of more than 200,000 characters is not previewed', { exact: false }).waitFor();
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  const beginning = async () =>
    ((await callElsewhere(page, 'getNote', { noteId })) as { text: string }).text.slice(0, 8);
  await expect.poll(beginning, { timeout: 60_000 }).toBe('x# long\n');
});
