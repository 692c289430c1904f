/** Series in sheets through the workbench: values, changes of series and of the facts below them, sources, workbooks. */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sheetReport } from '../../electron/cli/sheet-report.ts';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { Input } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import { lineOfSeries, type SeriesWay, waysOfSeries } from '../../shared/line-of-series.ts';
import type { Grain, TimeAxis } from '../../shared/periods.ts';
import { readWorkbook } from '../excel/recalculate.ts';
import { shown } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const META = 'capex/meta/incl-finance-lease-principal';
const OWN = 'downloads/mine';
const FACT_2023Q4 = 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal';

const series: Input<'putSeries'>['series'] = {
  id: OWN,
  subjectId: 'chatgpt',
  metricId: 'downloads',
  market: '',
  platform: '',
  vendor: 'V',
  definition: '',
  grain: 'month',
  unit: '万次',
  fiscalYearEnd: 12,
  note: { zh: '', en: '' },
};

let workbench: TestWorkbench;
let sheetId: string;

beforeEach(async () => {
  workbench = new TestWorkbench();
  await workbench.call('putSeries', { series });
  await observe([10, 20, 30, 40, 50, 60]);
  const definition = {
    plumbline: 'sheet',
    version: 1,
    title: 'test',
    timeAxis: { grain: 'quarter', start: '2023Q3', count: 2 },
    scenarios: [{ key: 'base', name: 'base', parent: null }],
    lines: [
      { name: 'meta', label: 'meta', unit: '亿USD', cells: { base: `=SERIES("${META}")` } },
      { name: 'mine', label: 'mine', cells: { base: `=SERIES("${OWN}",,"sum")` } },
      { name: 'both', label: 'both', cells: { base: '=meta[2023Q4]/1[亿USD]+mine/1[万次]' } },
    ],
  };
  sheetId = (await workbench.call('importSheet', { definition: JSON.stringify(definition) })).sheetId;
});

function observe(values: (number | null)[]) {
  const observations = values.map((value, at) => ({ period: `2023-${String(at + 7).padStart(2, '0')}`, value }));
  return workbench.call('setObservations', { seriesId: OWN, observations });
}

/** By line, the values of 2023Q3 and 2023Q4. */
async function values() {
  const snapshot = await workbench.call('openSheet', { sheetId });
  return Object.fromEntries(
    snapshot.document.lines.map(({ id, name }) => [
      name,
      snapshot.values.map((block) => shown(block.values[block.lineIds.indexOf(id)])),
    ]),
  );
}

function recalculations() {
  return workbench.events.flatMap(({ event }) => (event.event === 'sheetRecalculated' ? [event] : []));
}

const FIRST = { meta: [67.63, 78.99], mine: [60, 150], both: [138.99, 228.99] };

describe('made-up numbers', () => {
  /** By line, how many of its cells are marked. */
  async function marked() {
    const { document, demonstration } = await workbench.call('openSheet', { sheetId });
    return document.lines.map(
      ({ id, name }) => `${name} ${demonstration.filter(({ lineIds }) => lineIds.includes(id)).length}`,
    );
  }

  beforeEach(() => {
    workbench.store.db.prepare("UPDATE series SET origin = 'demonstration' WHERE id = ?").run(OWN);
  });

  test('are known in every cell that they lead to, after an edit and after an import as well', async () => {
    expect(await marked()).toEqual(['meta 0', 'mine 2', 'both 2']);
    const { document } = await workbench.call('openSheet', { sheetId });
    const [meta, mine] = document.lines;
    const scenarioId = document.scenarios[0].id;
    const cell = { lineId: meta.id, scenarioId, period: '2023Q3', content: '=mine/1[万次]*1[亿USD]' };
    const edited = await workbench.call('setCells', { sheetId, cells: [cell] });
    expect(edited.demonstration.flatMap(({ lineIds }) => lineIds).length).toBe(5);
    expect(await marked()).toEqual(['meta 1', 'mine 2', 'both 2']);
    await observe([11, 20, 30, 40, 50, 60]);
    expect(recalculations().at(-1)?.demonstration).toEqual(edited.demonstration);
    const without = { lineId: mine.id, scenarioId, period: '', content: '7' };
    expect((await workbench.call('setCells', { sheetId, cells: [without] })).demonstration).toEqual([]);
  });

  test('are said of figures in notes, of formulas and of a sheet on the command line', async () => {
    const refs = ['meta', 'mine', 'both'].map((line) => `sheet:${sheetId}/${line}//2023Q4`);
    const figures = await workbench.call('getFigures', { refs });
    expect(figures.map(({ isDemonstration }) => isDemonstration)).toEqual([false, true, true]);
    const ofSeries = (id: string) => `SERIES("${id}","latest")`;
    const evaluated = await Promise.all(
      [ofSeries(OWN), ofSeries(META), 'x+1'].map((formula) =>
        workbench.call('evaluate', { formula, let: formula === 'x+1' ? { x: `=${ofSeries(OWN)}/1[万次]` } : {} }),
      ),
    );
    expect(evaluated.map(({ isDemonstration }) => isDemonstration)).toEqual([true, false, true]);
    const { lines } = sheetReport(await workbench.call('openSheet', { sheetId }), 'zh');
    const marks = lines.map((line) => (line.cells ?? []).map((cell) => ('mark' in cell ? cell.mark : '')));
    expect(marks).toEqual([['', ''], ...[1, 2].map(() => ['演示数据，非真实', '演示数据，非真实'])]);
  });
});

describe('a series in a formula', () => {
  test('gives its values by period, and after a restart as well', async () => {
    expect(await values()).toEqual(FIRST);
    workbench.restart();
    expect(await values()).toEqual(FIRST);
  });

  test('can be calculated without a sheet', async () => {
    const formula = `SERIES("${META}","2023Q4","ttm")`;
    expect(await workbench.call('evaluate', { formula })).toMatchObject({ value: 28_103, unit: '百万USD' });
  });

  test('that changes recalculates open sheets and tells everyone, with the revision that it belongs to', async () => {
    await values();
    await observe([10, 20, 30, 41, 50, 60]);
    const [event, ...more] = recalculations();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ sheetId, revision: 0, seriesIds: [OWN], factIds: [] });
    expect(event.values.map(({ period, values: now }) => [period, now])).toEqual([['2023Q4', [151, 229.99]]]);
    expect(await values()).toMatchObject({ mine: [60, 151] });
  });

  test('that loses a period says so, and has its value again when the import is withdrawn', async () => {
    await values();
    await observe([10, null, 30, 40, 50, 60]);
    expect(await values()).toMatchObject({ mine: ['#N/A', 150], both: ['#N/A', 228.99] });
    const [latest] = (await workbench.call('listSeriesImports', {})).toSorted((a, b) => b.id - a.id);
    await workbench.call('withdrawSeriesImport', { importId: latest.id });
    expect(await values()).toEqual(FIRST);
  });

  test('that is deleted leaves an error behind', async () => {
    await values();
    await workbench.call('deleteSeries', { seriesId: OWN });
    expect(await values()).toMatchObject({ mine: ['#NAME?', '#NAME?'], meta: FIRST.meta });
  });

  test('over facts follows an own change of one of them, and its undoing', async () => {
    await values();
    await workbench.call('updateFact', { factId: FACT_2023Q4, fields: { value: 8000 } });
    expect(recalculations()).toMatchObject([{ seriesIds: [META] }]);
    expect(await values()).toMatchObject({ meta: [67.63, 80], both: [140, 230] });
    await workbench.call('undoFacts', {});
    expect(await values()).toEqual(FIRST);
  });
});

describe('what a chart shows goes into a sheet as a line', () => {
  const quarters = { grain: 'quarter', start: '2023Q3', count: 2 } as const;
  const years = { grain: 'year', start: '2023', count: 1 } as const;
  const LINES: [string, TimeAxis | null, SeriesWay, id: string, label: string, unit: string, values: unknown[]][] = [
    ['the latest value where there are no periods', null, 'none', OWN, 'Downloads (V)', '万次', [60]],
    ['a change', null, 'mom', OWN, 'Downloads (V, MoM)', '%', [20]],
    ['the average', null, 'average', OWN, 'Downloads (V, average over the periods)', '万次', [35]],
    ['months added up to quarters', quarters, 'none', OWN, 'Downloads (V)', '万次', [60, 150]],
    ['by quarter', quarters, 'none', META, 'Capex (definition)', '百万USD', [6763, 7899]],
    ['twelve months', quarters, 'ttm', META, 'Capex (definition, TTM)', '百万USD', [29_427, 28_103]],
    ['growth', quarters, 'qoq', META, 'Capex (definition, QoQ)', '%', [6.4, 16.8]],
    [
      'the average of its periods',
      quarters,
      'average',
      META,
      'Capex (definition, average over the periods)',
      '百万USD',
      [7331, 7331],
    ],
    ['twelve months of a year', years, 'ttm', META, 'Capex (definition, TTM)', '百万USD', [28_103]],
  ];
  test.each(LINES)('%s', async (_, timeAxis, way, id, label, unit, expected) => {
    const created = await workbench.call('createSheet', { timeAxis });
    const { document } = await workbench.call('openSheet', created);
    const [{ id: scenarioId }] = document.scenarios;
    const [found] = (await workbench.call('listSeries', {})).filter((each) => each.id === id);
    const of = { ...found, definition: found.definition === '' ? '' : 'definition' };
    const metric = { name: sameInBoth(id === OWN ? 'Downloads' : 'Capex') };
    const place = { scenarioId, grain: timeAxis?.grain ?? null, way };
    const line = lineOfSeries(of, { name: sameInBoth('') }, metric, place);
    await workbench.call('insertLines', { sheetId: created.sheetId, afterLineId: null, lines: [line] });
    const { document: after, values: blocks } = await workbench.call('openSheet', created);
    const [shownLine] = after.lines;
    const rounded = blocks.map(({ values: [value] }) =>
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    );
    expect([shownLine.label.en.trim(), shownLine.unit, rounded]).toEqual([label, unit, expected]);
  });

  const FIRST_WAYS: [Grain, Pick<ChartSpec, 'transform' | 'withAverage'>, string][] = [
    ['quarter', { transform: 'ttm', withAverage: false }, 'ttm none yoy qoq average'],
    ['day', { transform: 'none', withAverage: true }, 'none ma7 yoy qoq mom wow average'],
    ['month', { transform: 'index', withAverage: false }, 'none ttm yoy qoq mom average'],
  ];
  test.each(FIRST_WAYS)('first what is shown: by %s, %o', (grain, shownBy, expected) => {
    expect(waysOfSeries(grain, shownBy).join(' ')).toBe(expected);
  });
});

test('the sources of a cell are the facts and the imports behind the periods that it takes', async () => {
  const { document } = await workbench.call('openSheet', { sheetId });
  const [base] = document.scenarios;
  const lineId = document.lines.find(({ name }) => name === 'both')?.id ?? 0;
  const cell = { lineId, scenarioId: base.id, period: '2023Q3' };
  const traced = await workbench.call('traceSources', { sheetId, cell });
  const bySource = traced.sources.map(({ sourceId, facts, series: of }) => [
    sourceId,
    facts.map(({ factId }) => factId),
    of.map(({ seriesId, first, last }) => [seriesId, first, last]),
  ]);
  expect(bySource).toEqual([
    ['capex-quarterly', [FACT_2023Q4], []],
    ['V', [], [[OWN, '2023-07', '2023-09']]],
  ]);
});

describe('workbooks', () => {
  test('of a sheet hold the series that it takes', async () => {
    const path = join(workbench.home, 'sheet.xlsx');
    await workbench.call('exportWorkbook', { sheetId, path, language: 'en', jobId: 'a' });
    const { Series: sheet } = readWorkbook(path).Sheets;
    const column = (letter: string) => [4, 5, 6, 11].map((row) => sheet[`${letter}${row}`]?.v);
    expect(column('A')).toEqual([META, META, OWN, OWN]);
    expect(column('E')).toEqual(['2023Q3', '2023Q4', '2023-07', '2023-12']);
    expect(column('F')).toEqual([6763, 7899, 10, 60]);
  });

  const spec: ChartSpec = {
    plumbline: 'chart',
    version: 1,
    screen: 'capex',
    kind: 'stacked-bars',
    seriesIds: [META],
    from: '2023Q1',
    to: '2023Q4',
    grain: null,
    calendar: 'calendar',
    transform: 'ttm',
    basePeriod: '',
    withAverage: false,
    isLogarithmic: false,
    currency: '',
    rateFactId: null,
    asKnownOn: '',
    withEvents: false,
    withBounds: true,
    withPeaks: false,
    withGuidance: true,
    comparedTo: null,
    figure: {
      number: '图 54',
      title: { zh: 'Meta 的资本支出', en: 'Capital expenditure of Meta' },
      source: { zh: '', en: '' },
      widthCm: 16,
      heightCm: 8,
    },
    language: 'zh',
  };

  test('of a chart hold its data, formulas over it and the facts that it is of', async () => {
    const path = join(workbench.home, 'chart.xlsx');
    const done = await workbench.call('exportChartWorkbook', { spec, path, language: 'en', jobId: 'b' });
    expect(done).toMatchObject({ path, downloadUrl: null });
    const { Chart: chart, Sources: sources } = readWorkbook(path).Sheets;
    expect([chart.A1.v, chart.A7.v, chart.B7.f]).toEqual([
      '图 54: Capital expenditure of Meta',
      '2023Q4',
      "SUM('Data'!$B$7:$B$10)",
    ]);
    expect(chart.B7.v).toBeGreaterThan(200);
    expect(Object.values(sources).map((cell) => cell?.v)).toContain(FACT_2023Q4);
  });

  test('of a chart that cannot be drawn are refused with its own sentence', async () => {
    const path = join(workbench.home, 'none.xlsx');
    const input = { spec: { ...spec, seriesIds: ['gone'] }, path, language: 'en', jobId: 'c' };
    const { code, message } = await workbench.refusal('exportChartWorkbook', input);
    expect([code, message.key]).toEqual(['invalid-value', 'chart.seriesMissing']);
  });
});
