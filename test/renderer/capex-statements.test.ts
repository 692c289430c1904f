/** What the report says of capital expenditure against series: rules by made-up figures, then every statement by the bundled ones. */
import { describe, expect, test } from 'vitest';
import { PLAIN_SPEC } from '../../renderer/charts/use-chart-spec.ts';
import { REPORT_FIGURES, type Statement, viewOf } from '../../renderer/features/capex/report-figures.ts';
import { checked } from '../../renderer/features/capex/statements.ts';
import { drawnChart } from '../../shared/charts/drawn.ts';
import type { FactView } from '../../shared/facts.ts';
import { ordinalOf } from '../../shared/periods.ts';
import type { Series } from '../../shared/series.ts';
import { TestWorkbench } from '../contract/workbench-for-test.ts';
import { factOf } from './fact-fixture.ts';

const SERIES: Series = {
  id: 'capex/meta/net',
  origin: 'bundled',
  subjectId: 'meta',
  metricId: 'capital-expenditure',
  market: '',
  platform: '',
  vendor: '',
  definition: 'net',
  grain: 'quarter',
  unit: '百万USD',
  fiscalYearEnd: 12,
  note: { zh: '', en: '' },
};

function check(
  measure: Statement['measure'],
  fact: Partial<FactView>,
  quarters: Record<string, number>,
  [first, last = first]: string[],
  series: Partial<Series> = {},
) {
  const of = { ...SERIES, ...series };
  const ordinals = Object.keys(quarters).map((label) => ordinalOf(of.grain, label));
  const observations = { seriesId: of.id, ordinals, values: Object.values(quarters), qualifiers: [], origins: [] };
  const statement: Statement = { factId: 'f', measure, readings: [{ label: '', first, last }] };
  const [found] = checked(statement, factOf({ unit: '亿USD', value: null, ...fact }), [{ series: of, observations }]);
  return found;
}

describe('a printed figure', () => {
  test.each<[Partial<FactView>, number, string]>([
    [{ value: 110 }, 11_019, 'agrees'],
    [{ value: 110 }, 11_050, 'agrees'],
    [{ value: 110 }, 11_051, 'differs'],
    [{ value: 110.2 }, 11_019, 'agrees'],
    [{ value: 110.1 }, 11_019, 'differs'],
    [{ value: 110, qualifier: '≈' }, 11_019, 'agrees'],
    [{ value: 100, qualifier: '≈' }, 11_019, 'differs'],
    [{ value: 110, qualifier: '≥' }, 11_000, 'within'],
    [{ value: 110, qualifier: '>' }, 11_000, 'outside'],
    [{ value: 110, qualifier: '≤' }, 11_001, 'outside'],
    [{ value: 500, correction: { value: 110, text: '', reason: { zh: '', en: '' } } }, 11_019, 'agrees'],
  ])('%j against %d million is %s', (fact, value, verdict) => {
    expect(check('total', fact, { '2023Q4': value }, ['2023Q4'])).toMatchObject({ verdict, figure: value / 100 });
  });

  test('of a year needs all its quarters', () => {
    const year = { '2023Q1': 1000, '2023Q2': 2000, '2023Q3': 3000, '2023Q4': 4000 };
    expect(check('total', { value: 100 }, year, ['2023Q1', '2023Q4'])?.verdict).toBe('agrees');
    const { '2023Q3': _, ...gap } = year;
    expect(check('total', { value: 100 }, gap, ['2023Q1', '2023Q4'])).toBeUndefined();
  });

  test('of another currency is not compared', () => {
    expect(check('total', { value: 110, unit: '亿CNY' }, { '2023Q4': 11_000 }, ['2023Q4'])).toBeUndefined();
  });
});

describe('changes and peaks', () => {
  test.each<[Statement['measure'], Partial<FactView>, object]>([
    ['change', { value: -20 }, { figure: -20, verdict: 'agrees' }],
    ['change', { value: 20 }, { figure: -20, verdict: 'differs', difference: -2 }],
    ['yoy', { text: 'more' }, { figure: -0.2, verdict: 'other-direction' }],
    ['qoq', { text: 'more' }, { figure: 0.25, verdict: 'same-direction' }],
    [
      'peak',
      { text: 'highest' },
      { figure: 8000, verdict: 'differs', before: { value: 10_000, period: '2022Q4', since: '2022Q4' } },
    ],
  ])('%s %j', (measure, fact, expected) => {
    expect(check(measure, fact, { '2022Q4': 10_000, '2023Q3': 6400, '2023Q4': 8000 }, ['2023Q4'])).toMatchObject(
      expected,
    );
  });

  test('fiscal quarters stand at the calendar quarter they end in', () => {
    const microsoft = { grain: 'fiscal-quarter', fiscalYearEnd: 6 } as const;
    expect(check('total', { value: 115 }, { FY24Q2: 11_500 }, ['2023Q4'], microsoft)?.verdict).toBe('agrees');
  });
});

test('every statement of the report by every reading and definition', async () => {
  const workbench = new TestWorkbench();
  const all = await workbench.call('listSeries', { metricIds: ['capital-expenditure'] });
  const rows: string[] = [];
  for (const { subjectId, statements } of REPORT_FIGURES) {
    const series = all.filter((each) => each.subjectId === subjectId);
    const observations = await workbench.call('getObservations', { seriesIds: series.map(({ id }) => id) });
    const figures = series.flatMap((each) =>
      observations
        .filter(({ seriesId }) => seriesId === each.id)
        .map((found) => ({ series: each, observations: found })),
    );
    for (const statement of statements) {
      const { fact } = await workbench.call('getFact', { factId: statement.factId });
      for (const { reading, definition, figure, verdict } of checked(statement, fact, figures)) {
        rows.push(
          [statement.factId.slice(6), reading.last, definition, Number(figure.toPrecision(4)), verdict].join(' | '),
        );
      }
    }
  }
  expect(rows).toEqual([
    'capital-expenditure-guidance:meta:from | 2024Q4 | incl. finance-lease principal | 392.3 | within',
    'capital-expenditure-guidance:meta:from | 2024Q4 | purchases of P&E, net of proceeds | 372.6 | within',
    'capital-expenditure-guidance:meta:to | 2024Q4 | incl. finance-lease principal | 392.3 | outside',
    'capital-expenditure-guidance:meta:to | 2024Q4 | purchases of P&E, net of proceeds | 372.6 | outside',
    'event:microsoft-capex | 2022Q4 | additions to P&E | 6274 | differs',
    'event:microsoft-capex | 2023Q2 | additions to P&E | 8943 | agrees',
    'event:microsoft-capex | 2023Q2 | incl. finance leases | 10700 | agrees',
    'event:microsoft-capex | 2023Q4 | additions to P&E | 9735 | differs',
    'event:microsoft-capex | 2023Q4 | incl. finance leases | 11500 | agrees',
    'capital-expenditure-guidance:microsoft:q3 | 2023Q1 | additions to P&E | 0.05308 | same-direction',
    'capital-expenditure-guidance:microsoft:q3 | 2023Q3 | additions to P&E | 0.1089 | same-direction',
    'capital-expenditure-guidance:microsoft:q3 | 2023Q3 | incl. finance leases | 0.04673 | same-direction',
    'capital-expenditure-guidance:microsoft:q3 | 2024Q1 | additions to P&E | 0.125 | same-direction',
    'capital-expenditure-guidance:microsoft:q3 | 2024Q1 | incl. finance leases | 0.2174 | same-direction',
    'capital-expenditure:google | 2023Q4 | purchases of P&E | 110.2 | agrees',
    'capital-expenditure-guidance:google | 2024Q4 | purchases of P&E | 0.6289 | same-direction',
    'capital-expenditure:amazon | 2023Q4 | purchases of P&E | 527.3 | differs',
    'capital-expenditure-change:amazon | 2023Q4 | purchases of P&E | -109.2 | differs',
    'capital-expenditure-guidance:amazon | 2024Q4 | purchases of P&E | 0.5741 | same-direction',
  ]);
});

test.each(REPORT_FIGURES)('figure $number is drawn over the quarters that its title names', async (figure) => {
  const workbench = new TestWorkbench();
  const { exhibit } = await workbench.call('getExhibit', { exhibitId: figure.exhibitId });
  const before = { ...PLAIN_SPEC, screen: 'capex', language: 'zh' } as const;
  const spec = { ...before, ...viewOf(figure, { number: '', title: exhibit.title }, { ...before, seriesIds: ['x'] }) };
  const series = (await workbench.call('listSeries', {})).filter(({ id }) => id === figure.seriesId);
  const observations = await workbench.call('getObservations', { seriesIds: [figure.seriesId] });
  const drawn = drawnChart(
    { ...spec, seriesIds: [figure.seriesId] },
    { series, observations, entities: [], facts: [], events: [], sources: [] },
  );
  expect(drawn.refusals).toEqual([]);
  expect([drawn.periods[0], drawn.periods.at(-1)]).toEqual([figure.view.from, figure.view.to]);
  expect(drawn.columns[0].values).not.toContain(null);
});
