/** Conflicts in the real page: gone through by keyboard, decided with a note, followed by sheets, taken back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { NO_PERIOD } from '../../shared/periods.ts';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

async function open(page: Page, query = ''): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/conflicts${query}`);
  await page.getByRole('listbox', { name: 'List of conflicts' }).waitFor();
}

/** What the page itself would ask the workbench. */
async function call<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const text = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'x-plumbline-client': 'another window' };
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body })).text();
    },
    [method, JSON.stringify(input)],
  );
  return JSON.parse(text).value;
}

const rail = (page: Page) => page.getByRole('navigation').getByRole('button', { name: /^Conflicts/ });
const side = (page: Page, number: number) => page.getByRole('region', { name: `Side ${number}` });
const GPT_4O_MMLU = `?topic=${encodeURIComponent('gpt-4o mmlu - 5-shot')}`;

test('from the rail through the list, decided by keyboard, and the count follows', async () => {
  const { page } = session();
  await rail(page).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'List of conflicts' });
  await list.waitFor();
  const before = await rail(page).getAttribute('aria-label');
  const subject = page.getByRole('heading', { level: 2 });
  const first = await subject.textContent();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => subject.textContent()).not.toBe(first);
  await page.keyboard.press('2');
  await side(page, 2).getByText('✓ Chosen').waitFor();
  await expect.poll(() => rail(page).getAttribute('aria-label')).not.toBe(before);
  await page.keyboard.press('n');
  await page.keyboard.type('the later report');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('button', { name: 'Keep the note' }).count()).toBe(0);
  await reload(page);
  await open(page, '?state=chosen');
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('the later report');
  await page.keyboard.press('0');
  await expect.poll(() => rail(page).getAttribute('aria-label')).toBe(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => rail(page).getAttribute('aria-label')).not.toBe(before);
});

test('the sheets that a choice reaches are named, and follow it', async () => {
  const { page } = session();
  await open(page, GPT_4O_MMLU);
  const conflicts = await call(page, 'listConflicts', {});
  const [used, other] = conflicts.find(({ topic }) => topic === 'gpt-4o mmlu - 5-shot')?.facts ?? [];
  const { sheetId } = await call(page, 'createSheet', { title: { zh: '得分', en: 'Scores' } });
  const { document } = await call(page, 'openSheet', { sheetId });
  const cells = [{ scenarioId: document.scenarios[0].id, period: NO_PERIOD, content: `=FACT("${used.id}")` }];
  await call(page, 'insertLines', {
    sheetId,
    afterLineId: null,
    lines: [{ label: { zh: '', en: 'MMLU' }, unit: '%', cells }],
  });
  await reload(page);
  await page.getByRole('region', { name: 'Sheets affected' }).getByRole('button', { name: 'Scores' }).waitFor();
  await side(page, 2).getByRole('button', { name: 'Use this one' }).click();
  await side(page, 2).getByText('✓ Chosen').waitFor();
  await page.getByRole('region', { name: 'Sheets affected' }).getByRole('button', { name: 'Scores' }).click();
  await page
    .getByRole('gridcell', { name: String(other.value) })
    .first()
    .waitFor();
});

test('a side leads to its exhibit, and back leads to the conflict', async () => {
  const { page } = session();
  await open(page, GPT_4O_MMLU);
  await side(page, 1).getByRole('button').nth(1).click();
  await page.waitForURL(/#\/sources\//);
  await page.goBack();
  await expect.poll(() => page.getByRole('heading', { level: 2 }).textContent()).toBe('GPT-4o');
});

test.each(['light', 'dark'] as const)('axe finds nothing to complain about, %s', async (colorScheme) => {
  const { page } = session();
  await page.emulateMedia({ colorScheme });
  await open(page);
  expect(await violationsOf(page), 'open').toEqual([]);
  await page.keyboard.press('1');
  await side(page, 1).getByText('✓ Chosen').waitFor();
  expect(await violationsOf(page), 'decided').toEqual([]);
});
