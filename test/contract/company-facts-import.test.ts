/** A companyfacts file, made as the SEC makes them, through dispatch. */
import { expect, it } from 'vitest';
import { fileForTest, valuesOf } from './series-files.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const entry = (start: string, end: string, val: number, accn: string, filed: string) => ({
  ...{ start, end, val, accn, filed },
  ...{ fy: 2023, fp: 'Q1', form: '10-Q' },
});

function companyFacts(restated = 7000) {
  const capex = [
    entry('2023-01-01', '2023-03-31', 6823, 'x-23-1', '2023-04-27'),
    entry('2023-01-01', '2023-06-30', 13_039, 'x-23-2', '2023-07-27'),
    entry('2023-01-01', '2023-03-31', restated, 'x-24-1', '2024-04-25'),
  ];
  const revenue = [entry('2023-01-01', '2023-03-31', 28_645, 'x-23-1', '2023-04-27')];
  return JSON.stringify({
    cik: 1326801,
    entityName: 'Meta Platforms, Inc.',
    facts: {
      dei: {},
      'us-gaap': {
        PaymentsToAcquirePropertyPlantAndEquipment: { units: { USD: capex } },
        RevenueFromContractWithCustomerExcludingAssessedTax: { units: { USD: revenue } },
        Assets: { units: { USD: [{ end: '2023-03-31', val: 1, accn: 'x', filed: '2023-04-27' }] } },
      },
    },
  });
}

const CAPEX = 'capital-expenditure/meta/purchases-of-P&E';

it('each filing is known from its day, and what differs is a restatement', async () => {
  const workbench = new TestWorkbench();
  const path = fileForTest(companyFacts(), 'CIK0001326801.json');
  const order = { path, mode: 'all-or-nothing' as const, jobId: 'j' };
  const dry = await workbench.call('importCompanyFacts', { ...order, mode: 'dry-run' });
  expect(dry).toMatchObject({ importId: null, added: 3, restated: 1, newNames: [] });
  expect(await workbench.call('listSeriesImports', {})).toEqual([]);

  expect(await workbench.call('importCompanyFacts', order)).toMatchObject({ added: 3, restated: 1, badRowCount: 0 });
  expect(await valuesOf(workbench, CAPEX)).toEqual([
    ['2023Q1', 7000],
    ['2023Q2', 6216],
  ]);
  const [early] = await workbench.call('getObservations', { seriesIds: [CAPEX], asKnownOn: '2023-12-31' });
  expect(early.values).toEqual([6823, 6216]);
  expect(await workbench.call('listRestatements', { seriesId: CAPEX })).toMatchObject([
    { period: '2023Q1', former: 6823, value: 7000, knownFrom: '2023-04-27', replacedOn: '2024-04-25' },
  ]);
  const [series] = (await workbench.call('listSeries', {})).filter(({ id }) => id === CAPEX);
  expect(series).toMatchObject({ subjectId: 'meta', unit: 'USD', grain: 'quarter', fiscalYearEnd: 12 });
  expect(series.note.en).toContain('1 quarters were filed only as part of the year to date');
});

it('imported again it changes nothing; a newer file adds its filings; withdrawn, all of it goes', async () => {
  const workbench = new TestWorkbench();
  const order = (path: string) => ({ path, mode: 'all-or-nothing' as const, jobId: 'j' });
  const path = fileForTest(companyFacts(), 'a.json');
  const { importId } = await workbench.call('importCompanyFacts', order(path));
  expect(await workbench.call('importCompanyFacts', order(path))).toMatchObject({
    importId: null,
    added: 0,
    restated: 0,
    unchanged: 4,
  });
  expect(await workbench.call('listSeriesImports', {})).toHaveLength(1);
  await workbench.call('withdrawSeriesImport', { importId: importId ?? 0 });
  expect((await workbench.call('listSeries', {})).filter(({ origin }) => origin === 'own')).toEqual([]);
});

it.each([
  ['no JSON', '{"cik":', 'import.noCompanyFacts'],
  ['other JSON', '{"a":1}', 'import.noCompanyFacts'],
  ['no such figures', '{"cik":1,"entityName":"X","facts":{"us-gaap":{}}}', 'import.noFiledFigures'],
])('%s is refused', async (_what, content, key) => {
  const path = fileForTest(content, 'a.json');
  const refusal = await new TestWorkbench().refusal('importCompanyFacts', { path, mode: 'dry-run', jobId: 'j' });
  expect(refusal).toMatchObject({ code: 'invalid-file', message: { key } });
});
