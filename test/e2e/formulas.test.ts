/** Writing formulas: completion, refusal of what cannot be read, errors as values. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, expectCell, openTemplate, selectCell, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

const COST = 'Training cost of the vertical model';

test('names and functions complete while a formula is typed', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, COST, 'Base');
  await page.keyboard.type('=汇');
  await page.getByRole('option', { name: /汇率/ }).first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('*2');
  await page.keyboard.press('Escape');
  await expectCell(page, COST, 'Base', /^34\.06/);

  await page.keyboard.type('=ROUNDD');
  await page.getByRole('option', { name: /ROUNDDOWN/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectCell(page, COST, 'Base', /^34\.06/);
});

test('a malformed formula is refused with a reason, keeps its text, and changes nothing', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await typeInto(page, COST, 'Base', '=算力消耗*(汇率');
  await page.getByRole('alert').first().waitFor();
  const typed = await page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : field?.textContent;
  });
  expect(typed).toBe('=算力消耗*(汇率');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectCell(page, COST, 'Base', /^34\.06/);
});

test.each([
  ['=算力消耗*GPU租金*汇率/0', '#DIV/0!'],
  ['=没有这一行*2', '#NAME?'],
  ['=算力消耗+GPU租金', '#UNIT!'],
  ['=训练成本*2', '#CIRC!'],
])('%s shows %s and other cells go on', async (formula, error) => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await typeInto(page, COST, 'Base', formula);
  await expectCell(page, COST, 'Base', error);
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
});
