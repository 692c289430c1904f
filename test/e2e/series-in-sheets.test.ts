/** Series in a sheet: the bundled sheet of capital expenditure, completion, and following a fact below a series. */
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { sessionForEachTest } from './session.ts';
import { expectCell, openTemplate, selectCell } from './sheet-page.ts';

const session = sessionForEachTest();

const CAPEX = 'Capital expenditure of four companies';
const META = 'Meta: capital expenditure';
const FACT = 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal';

test('typing SERIES( finds series, and the choice puts the id in', async () => {
  const { page } = session();
  await openTemplate(page, CAPEX);
  await expectCell(page, META, '2023Q4', '79.0');
  await selectCell(page, META, '2023Q4');
  await page.keyboard.type('=SERIES(alphabet');
  await page
    .getByRole('option', { name: /capital expenditure/i })
    .first()
    .waitFor();
  expect(await violationsOf(page), 'completion').toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectCell(page, META, '2023Q4', '110.2');
  await selectCell(page, META, '2023Q4');
  const panel = page.getByRole('complementary').first();
  await panel
    .getByText(/2021Q1 – 2026Q2/)
    .first()
    .waitFor();
  await panel
    .getByText(/Big-tech quarterly capex, compiled by hand/)
    .first()
    .waitFor();
  expect(await violationsOf(page), 'labels').toEqual([]);
});

test('a fact below a series that changes elsewhere recalculates the open sheet', async () => {
  const { page } = session();
  await openTemplate(page, CAPEX);
  await expectCell(page, META, '2023Q4', '79.0');
  const status = await page.evaluate(async (factId) => {
    const headers = { 'content-type': 'application/json', 'x-plumbline-client': 'another window' };
    const body = JSON.stringify({ factId, fields: { value: 9000 } });
    return (await fetch('/call/updateFact', { method: 'POST', headers, body })).status;
  }, FACT);
  expect(status).toBe(200);
  await expectCell(page, META, '2023Q4', '90.0');
  await page
    .getByRole('status')
    .filter({ hasText: /changed: \d+ cells recalculated/ })
    .waitFor();
});
