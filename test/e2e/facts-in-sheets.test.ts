/** Facts in a sheet: found while a formula is typed, dropped on the grid, followed when they change. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, expectCell, openTemplate, rowOf, selectCell, textOf, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

const RENT = 'A100 cloud rent';
const COST = 'Training cost of the vertical model';
const RENT_FACT = '002/图表14/cost:remark:gpu-rent';

function notice(page: Page) {
  return page.getByRole('status').filter({ hasText: /changed: \d+ cells? recalculated/ });
}

/** What another window does to a fact. */
async function correct(page: Page, factId: string, value: number): Promise<void> {
  const correction = { value, text: '', reason: { zh: '询价', en: 'asked' } };
  const status = await page.evaluate(
    async (input) => {
      const headers = { 'content-type': 'application/json', 'x-plumbline-client': 'another window' };
      const answer = await fetch('/call/updateFact', { method: 'POST', headers, body: JSON.stringify(input) });
      return answer.status;
    },
    { factId, fields: { correction } },
  );
  expect(status).toBe(200);
}

test('typing FACT( searches, and the choice puts the id in', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, RENT, 'Pessimistic');
  await page.keyboard.type('=2*FACT(a100 rent');
  await page
    .getByRole('option', { name: /A100 · GPU rent.*1\.36/ })
    .first()
    .waitFor();
  expect(await violationsOf(page), 'completion').toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectCell(page, RENT, 'Pessimistic', '2.72');
  await selectCell(page, RENT, 'Pessimistic');
  await page.getByText(`=2*FACT("${RENT_FACT}")`).first().waitFor();
  const label = page
    .getByRole('complementary')
    .getByRole('button', { name: /A100 GPU rent.*1\.36/ })
    .first();
  expect(await label.getAttribute('title')).toBe(RENT_FACT);
});

test('a fact that changes elsewhere recalculates the open sheet and says so', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await expectCell(page, COST, 'Base', '34.06');
  await correct(page, RENT_FACT, 2);
  await expectCell(page, RENT, 'Base', '2.00');
  await expectCell(page, COST, 'Base', '50.09');
  await expectCell(page, RENT, 'Optimistic', '1.60');
  await notice(page).filter({ hasText: 'A100 GPU rent' }).waitFor();
  await notice(page).getByRole('button', { name: 'Open' }).click();
  await page.getByRole('complementary', { name: 'Fact' }).getByText('asked').first().waitFor();
  await page.reload();
  await expectCell(page, COST, 'Base', '50.09');
});

test('a found fact becomes a line by Enter and by dragging it onto the grid', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, COST, 'Base');
  await page.getByRole('tab', { name: 'Facts' }).click();
  await page.keyboard.type('mmlu gpt-4o');
  const found = page.getByRole('listbox', { name: 'Facts found' }).getByRole('option');
  await found.first().waitFor();
  expect(await violationsOf(page), 'search for facts').toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const name = await found.first().textContent();
  await page.keyboard.press('Enter');
  const line = rowOf(page, COST).locator('xpath=following-sibling::*[1]');
  await expect.poll(() => line.textContent()).toMatch(/MMLU/);
  expect(name).toMatch(/MMLU/);

  await found.nth(1).dragTo(rowOf(page, RENT).getByRole('gridcell').first());
  const dropped = rowOf(page, RENT).locator('xpath=following-sibling::*[1]');
  await expect.poll(() => dropped.textContent()).toMatch(/MMLU.*%/);
  await expect.poll(() => dropped.locator('[data-fact]').count()).toBeGreaterThan(0);
  expect(await textOf(page, COST, 'Base')).toBe('34.06');
});

test('an unknown fact is an error that says what to do', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await typeInto(page, RENT, 'Base', '=FACT("nothing")');
  await expectCell(page, COST, 'Base', '#NAME?');
  await selectCell(page, COST, 'Base');
  await page.getByText('There is no fact with the id “nothing”: type FACT( and search for it').first().waitFor();
});
