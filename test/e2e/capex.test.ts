/** Capital expenditure in the real page: definitions kept apart, quarters by either calendar, money at a rate, and the report's figures. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();
const PATIENT = { timeout: 25_000 };

async function open(page: Page, query = ''): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/capex${query}`);
  await page.getByRole('heading', { name: 'Capital expenditure', exact: true }).waitFor();
}

const table = (page: Page): Locator => page.getByRole('grid', { name: 'Table of what is drawn' });
const company = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

/** The cells of a period's row, the period first. */
async function rowOf(page: Page, period: string): Promise<string[]> {
  const row = table(page).getByRole('row').filter({ hasText: period }).first();
  await row.waitFor();
  return row.getByRole('rowheader').or(row.getByRole('gridcell')).allTextContents();
}

/** Calls the workbench as the page itself does. */
async function ask(page: Page, method: string, input: object): Promise<void> {
  const answer: { ok: boolean } = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'x-plumbline-client': 'another' };
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body })).json();
    },
    [method, JSON.stringify(input)] as const,
  );
  expect(answer.ok).toBe(true);
}

test('from the rail to bars of four companies, and what may be added up', async () => {
  const { page } = session();
  await page.getByRole('navigation').getByRole('button', { name: 'Capital expenditure' }).click();
  await page.getByRole('img', { name: 'Chart: Capital expenditure: Amazon, Google, Meta, Microsoft' }).waitFor();
  expect(await rowOf(page, '2023Q4')).toEqual(['2023Q4', '14,588', '11,019', '7,590', '9,735']);
  await page
    .getByText(/^Definitions differ.*Meta: purchases of P&E, net of proceeds/)
    .first()
    .waitFor();

  await page.getByRole('combobox', { name: 'Chart' }).click();
  await page.getByRole('option', { name: 'Stacked bars' }).click();
  await page.getByText(/^Different definitions cannot be added up/).waitFor();
  expect(await table(page).count()).toBe(0);
  await page.getByRole('button', { name: /^Add them up all the same/ }).click();
  await page
    .getByText(/are added up as the user asked: Amazon: purchases of P&E;/)
    .first()
    .waitFor();
  await page.getByRole('checkbox', { name: 'Add different definitions' }).click();
  await page.getByText(/^Different definitions cannot be added up/).waitFor();

  await page.getByRole('combobox', { name: 'Definition' }).or(page.getByLabel('Definition')).first().click();
  await page.getByRole('option', { name: /^purchases of P&E \(/ }).click();
  await table(page).waitFor();
  expect(await rowOf(page, '2023Q4')).toHaveLength(3);
  expect(await page.getByText(/added up as the user asked|Definitions differ/).count()).toBe(0);
});

test('another definition in place of the one before', async () => {
  const { page } = session();
  await open(page);
  await company(page, 'Microsoft').getByRole('button', { name: 'Use “incl. finance leases”' }).click();
  await expect.poll(() => rowOf(page, '2023Q4'), PATIENT).toEqual(['2023Q4', '14,588', '11,019', '7,590', '11,500']);
  await company(page, 'Amazon').getByRole('checkbox', { name: 'Amazon', exact: true }).click();
  await expect.poll(() => rowOf(page, '2023Q4'), PATIENT).toEqual(['2023Q4', '11,019', '7,590', '11,500']);
  await reload(page);
  expect(await rowOf(page, '2023Q4')).toEqual(['2023Q4', '11,019', '7,590', '11,500']);
});

test('fiscal quarters, and yuan at a rate that is chosen and changed', async () => {
  const { page } = session();
  await open(page, '?s=capex/microsoft/additions-to-pe');
  expect(await rowOf(page, '2023Q4')).toEqual(['2023Q4', '9,735']);
  await page.getByText('Fiscal', { exact: true }).click();
  await expect.poll(() => rowOf(page, 'FY24Q2'), PATIENT).toEqual(['FY24Q2', '9,735']);
  await page
    .getByText(/its FY26Q4 is calendar 2026Q2/)
    .first()
    .waitFor();
  await page.getByText('CNY', { exact: true }).first().click();
  const rate = page.getByRole('textbox', { name: /Exchange rate/ });
  await rate.fill('7');
  await rate.press('Enter');
  await expect.poll(() => rowOf(page, 'FY24Q2'), PATIENT).toEqual(['FY24Q2', '68,145']);
  await page
    .getByText(/Converted at 1 USD = 7 CNY/)
    .first()
    .waitFor();
  await reload(page);
  expect(await rowOf(page, 'FY24Q2')).toEqual(['FY24Q2', '68,145']);
});

test('capital expenditure to revenue once revenue is there', async () => {
  const { page } = session();
  await open(page, '?s=capex/google/purchases-of-pe');
  await page.getByRole('checkbox', { name: 'To revenue' }).click();
  await page.getByText(/There is no series of “Revenue” to divide by/).waitFor();
  const series = {
    id: 'revenue/google',
    subjectId: 'google',
    metricId: 'revenue',
    market: '',
    platform: '',
    vendor: '',
  };
  const rest = { definition: '', grain: 'quarter', unit: '亿USD', fiscalYearEnd: 12, note: { zh: '', en: '' } };
  await ask(page, 'putSeries', { series: { ...series, ...rest } });
  await ask(page, 'setObservations', { seriesId: series.id, observations: [{ period: '2023Q4', value: 881.52 }] });
  await expect.poll(() => rowOf(page, '2023Q4'), PATIENT).toEqual(['2023Q4', '12.50']);
});

test('a figure of the report, rebuilt, with its statements under every reading', async () => {
  const { page } = session();
  await open(page);
  await page.getByRole('button', { name: 'Fig. 55 Microsoft' }).click();
  await page.getByText('Figure 55  Capital expenditure of Microsoft, FY2021 Q2 to FY2023 Q2').waitFor();
  expect(await rowOf(page, 'FY23Q2')).toEqual(['FY23Q2', '6,274']);
  const stated = page.getByRole('region', { name: /figure 55: what the report says/ });
  const verdicts = await stated.locator('[data-verdict]').allTextContents();
  expect(verdicts.slice(0, 5)).toEqual(['differs', 'agrees', 'agrees', 'differs', 'agrees']);
  expect(await violationsOf(page)).toEqual([]);

  await stated.getByRole('button', { name: /创 2021 财年以来新高/ }).click();
  await page.getByRole('complementary', { name: 'Fact' }).getByText('创 2021 财年以来新高').first().waitFor();
  await page.goBack();
  await page.goForward();
  await stated.getByRole('button', { name: 'Close' }).click();
  await stated.waitFor({ state: 'detached' });
  await page.getByText('Figure 55  Capital expenditure of Microsoft').waitFor();
});
