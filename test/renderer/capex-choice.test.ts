/** Which companies and definitions the screen of capital expenditure offers, shows at first and changes between. */
import { describe, expect, test } from 'vitest';
import {
  chosenAtStart,
  companiesOf,
  definitionChosen,
  definitionsOf,
  isOfCompany,
  withCompany,
  withDefinition,
  withSeries,
} from '../../renderer/features/capex/company-series.ts';
import type { SeriesSummary } from '../../shared/series.ts';

/** `meta purchases` */
function series(id: string, fields: Partial<SeriesSummary> = {}): SeriesSummary {
  const [subjectId, definition = ''] = id.split(' ');
  return {
    id,
    origin: 'bundled',
    subjectId,
    metricId: 'capital-expenditure',
    market: '',
    platform: '',
    vendor: '',
    definition,
    grain: 'quarter',
    unit: '百万USD',
    fiscalYearEnd: 12,
    note: { zh: '', en: '' },
    first: '2021Q1',
    last: '2026Q2',
    observationCount: 22,
    restatementCount: 0,
    ...fields,
  };
}

const KNOWN = [
  series('meta with-leases'),
  series('meta net'),
  series('microsoft with-leases', { observationCount: 13 }),
  series('microsoft gross'),
  series('google gross'),
  series('amazon net-of-incentives', { observationCount: 5 }),
  series('amazon gross'),
  series('microsoft', { metricId: 'revenue' }),
];

describe('what is offered', () => {
  test.each([
    ['capital-expenditure', undefined, true],
    ['depreciation', undefined, true],
    ['revenue', 'organisation', true],
    ['revenue', 'app', false],
    ['downloads', 'app', false],
  ])('%s of %s: %s', (metricId, kind, expected) => {
    expect(isOfCompany({ metricId }, kind)).toBe(expected);
  });

  test('companies with capital expenditure first, leases later, the longest before the others', () => {
    expect(companiesOf(KNOWN).map(({ series: of }) => of.map(({ id }) => id))).toEqual([
      ['meta net', 'meta with-leases'],
      ['microsoft gross', 'microsoft with-leases', 'microsoft'],
      ['google gross'],
      ['amazon gross', 'amazon net-of-incentives'],
    ]);
  });

  test('definitions, that of most companies first', () => {
    expect(definitionsOf(KNOWN).map(({ definition, series: of }) => [definition, of.length])).toEqual([
      ['gross', 3],
      ['with-leases', 2],
      ['net', 1],
      ['net-of-incentives', 1],
    ]);
  });
});

test('at first every company once, as its cash flow statement has it', () => {
  expect(chosenAtStart(KNOWN)).toEqual(['meta net', 'microsoft gross', 'google gross', 'amazon gross']);
  expect(chosenAtStart([...KNOWN, series('made-up gross', { origin: 'demonstration' })])).not.toContain(
    'made-up gross',
  );
});

test.each([
  [['microsoft gross', 'google gross', 'amazon gross'], 'gross'],
  [['google gross', 'amazon gross'], ''],
  [['meta net', 'google gross'], ''],
  [[], ''],
])('%j is of the one definition “%s”', (chosen, expected) => {
  expect(definitionChosen(KNOWN, chosen)).toBe(expected);
});

describe('changing what is chosen', () => {
  const [meta, microsoft] = companiesOf(KNOWN);

  test('a company goes whole and comes with its first series', () => {
    expect(withCompany(meta, ['meta net', 'meta with-leases', 'google gross'], false)).toEqual(['google gross']);
    expect(withCompany(meta, ['google gross'], true)).toEqual(['google gross', 'meta net']);
  });

  test('another definition takes the place of the one before; other metrics stay', () => {
    const chosen = ['meta net', 'microsoft gross', 'microsoft', 'google gross'];
    const [, leases] = microsoft.series;
    expect(withDefinition(microsoft, chosen, leases)).toEqual([
      'meta net',
      'microsoft with-leases',
      'microsoft',
      'google gross',
    ]);
    expect(withDefinition(microsoft, ['meta net'], leases)).toEqual(['meta net', 'microsoft with-leases']);
  });

  test('one series more or less', () => {
    expect(withSeries(['a'], 'b', true)).toEqual(['a', 'b']);
    expect(withSeries(['a', 'b'], 'b', true)).toEqual(['a', 'b']);
    expect(withSeries(['a', 'b'], 'a', false)).toEqual(['b']);
  });
});
