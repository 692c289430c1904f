/** Series through dispatch: over facts and of the user's own, with their imports by hand, events and views. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { Input } from '../../shared/contract.ts';
import { formatMessage } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';
import { PLAIN_EVENT } from '../../shared/series.ts';
import { DataFolder, type Reports } from './reports-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const META = 'capex/meta/incl-finance-lease-principal';
const GOOGLE = 'capex/google/purchases-of-pe';
const FACT_2023Q4 = 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal';

type OwnSeries = Input<'putSeries'>['series'];

const DOWNLOADS: OwnSeries = {
  id: 'downloads/chatgpt/海外',
  subjectId: 'chatgpt',
  metricId: 'downloads',
  market: '海外',
  platform: 'ios',
  vendor: '点点数据',
  definition: '',
  grain: 'month',
  unit: '万',
  fiscalYearEnd: 12,
  note: { zh: '', en: '' },
};

/** `{ 2024-01: 10 }` */
async function valuesOf(workbench: TestWorkbench, seriesId: string, range: Partial<Input<'getObservations'>> = {}) {
  const [read] = await workbench.call('getObservations', { seriesIds: [seriesId], ...range });
  const series = (await workbench.call('listSeries', {})).find(({ id }) => id === seriesId);
  if (series === undefined) return null;
  return Object.fromEntries(read.ordinals.map((ordinal, at) => [labelAt(series.grain, ordinal), read.values[at]]));
}

async function refused(workbench: TestWorkbench, method: Parameters<TestWorkbench['refusal']>[0], input: unknown) {
  const { code, message } = await workbench.refusal(method, input);
  for (const language of ['zh', 'en'] as const) expect(formatMessage(message, language)).not.toContain('{{');
  return `${code}: ${formatMessage(message, 'en')}`;
}

const seriesEvents = (workbench: TestWorkbench) =>
  workbench.events.flatMap(({ event, except }) =>
    event.event === 'seriesEdited' ? [{ ids: event.seriesIds, except }] : [],
  );

describe('bundled series', () => {
  it('are there from the first start, each with its definition in both languages', async () => {
    const series = await new TestWorkbench().call('listSeries', { metricIds: ['capital-expenditure'] });
    expect(
      series.map(({ id, first, last, observationCount, fiscalYearEnd }) =>
        [id, first, last, observationCount, fiscalYearEnd].join(' '),
      ),
    ).toEqual([
      'capex/amazon/purchases-of-pe 2021Q1 2026Q2 22 12',
      'capex/amazon/purchases-of-pe-net-of-proceeds-and-incentives 2025Q2 2026Q2 3 12',
      'capex/google/purchases-of-pe 2021Q1 2026Q2 22 12',
      'capex/meta/incl-finance-lease-principal 2021Q1 2026Q2 22 12',
      'capex/meta/purchases-of-pe-net-of-proceeds 2021Q1 2026Q2 22 12',
      'capex/microsoft/additions-to-pe 2020Q3 2026Q2 24 6',
      'capex/microsoft/incl-finance-leases 2023Q1 2026Q1 13 6',
    ]);
    for (const { note, definition } of series) expect([note.zh, note.en, definition]).not.toContain('');
  });

  it('are read in any range of periods, and without what lay in the future of a day', async () => {
    const workbench = new TestWorkbench();
    const quarters = { '2023Q3': 6763, '2023Q4': 7899 };
    expect(await valuesOf(workbench, META, { from: '2023Q3', to: '2023Q4' })).toEqual(quarters);
    expect(await valuesOf(workbench, META, { from: '2023-07', to: '2023-12-31' })).toEqual(quarters);
    expect(await valuesOf(workbench, META, { from: '2023Q3', asKnownOn: '2023-12-31' })).toEqual({ '2023Q3': 6763 });
    expect(Object.keys((await valuesOf(workbench, META)) ?? {})).toHaveLength(22);
  });

  it('follow corrections, retirement and undo, and tell everyone', async () => {
    const workbench = new TestWorkbench();
    const at = async () => (await valuesOf(workbench, META, { from: '2023Q4', to: '2023Q4' }))?.['2023Q4'];
    await workbench.call('updateFact', {
      factId: FACT_2023Q4,
      fields: { correction: { value: 7666, text: '', reason: { zh: '年报', en: 'Annual report' } } },
    });
    expect(await at()).toBe(7666);
    const both = ['capex/meta/incl-finance-lease-principal', 'capex/meta/purchases-of-pe-net-of-proceeds'];
    expect(seriesEvents(workbench)).toEqual([{ ids: both, except: null }]);
    await workbench.call('updateFact', {
      factId: FACT_2023Q4,
      fields: { correction: null, value: 7.8, unit: '十亿USD' },
    });
    expect(await at()).toBe(7800);
    await workbench.call('setFactsRetired', { factIds: [FACT_2023Q4], isRetired: true });
    expect(await at()).toBeUndefined();
    const [meta] = (await workbench.call('listSeries', { subjectIds: ['meta'] })).filter(({ id }) => id === META);
    expect(meta.observationCount).toBe(21);
    for (let step = 0; step < 3; step += 1) await workbench.call('undoFacts', {});
    expect(await at()).toBe(7899);
  });

  it('use the fact that was chosen in a conflict, in their own unit, and name it', async () => {
    const workbench = new TestWorkbench();
    const setting = 'incl. finance-lease principal';
    const { factId } = await workbench.call('addFact', {
      draft: {
        ...{ sourceId: '004', subject: 'meta', metric: 'capital-expenditure', setting, date: '2023Q4' },
        ...{ value: 75.92, unit: '亿USD', printed: '75.92' },
      },
    });
    expect((await valuesOf(workbench, META))?.['2023Q4']).toBe(7899);
    const { fact } = await workbench.call('getFact', { factId });
    await workbench.call('chooseFact', { topic: fact.topic, factId, note: '' });
    const [read] = await workbench.call('getObservations', { seriesIds: [META], from: '2023Q4', to: '2023Q4' });
    expect(read).toMatchObject({ values: [7592], origins: [{ at: 0, importId: null, factId }] });
  });

  it('are neither changed nor typed into', async () => {
    const workbench = new TestWorkbench();
    const [{ first, last, observationCount, restatementCount, origin, ...series }] = await workbench.call(
      'listSeries',
      {},
    );
    expect(await refused(workbench, 'putSeries', { series })).toMatch(/^invalid-value: .*comes with the program/);
    expect(await refused(workbench, 'deleteSeries', { seriesId: META })).toMatch(/^invalid-value: .*Make a series/);
    const observations = [{ period: '2023Q4', value: 1 }];
    expect(await refused(workbench, 'setObservations', { seriesId: META, observations })).toMatch(/correct the fact/);
  });
});

describe('bundled series of an update', () => {
  const REPORTS: Reports = {
    r1: {
      't/a': { value: 50, date: '2023Q1', setting: 'gross' },
      't/b': { value: 60, date: '2023Q2', setting: 'gross', qualifier: '≈' },
      't/c': { value: 70, date: '2023', setting: 'gross' },
      't/d': { value: 80, date: '2023Q3', setting: 'net' },
    },
  };
  const line = (id: string, definition: string) =>
    JSON.stringify({
      id,
      subject: 'm',
      metric: 'b',
      definition,
      source: 'r1',
      grain: 'quarter',
      unit: '%',
      note: { zh: '注', en: 'Note' },
    });

  function write(data: DataFolder, lines: string[]) {
    mkdirSync(join(data.path, 'series'), { recursive: true });
    writeFileSync(join(data.path, 'series', 'all.jsonl'), lines.join('\n'));
  }

  it('come, go and change, while the user’s own of the same id stay', async () => {
    const data = new DataFolder(REPORTS);
    write(data, [line('gross', 'gross'), line('net', 'net')]);
    const workbench = data.workbench();
    expect(await workbench.call('getObservations', { seriesIds: ['gross', 'net', 'none'] })).toMatchObject([
      { seriesId: 'gross', values: [50, 60], qualifiers: [{ at: 1, qualifier: '≈' }] },
      { seriesId: 'net', values: [80] },
    ]);
    await workbench.call('putSeries', { series: { ...DOWNLOADS, id: 'own', subjectId: 'm', metricId: 'b' } });
    const changes = () => workbench.store.db.prepare('SELECT total_changes() AS count').pluck().get();
    workbench.restart();
    expect(changes()).toBe(0);
    write(data, [line('gross', 'net'), line('own', 'gross')]);
    workbench.restart();
    const series = await workbench.call('listSeries', {});
    expect(series.map(({ id, origin, observationCount }) => `${id} ${origin} ${observationCount}`)).toEqual([
      'gross bundled 1',
      'own own 0',
    ]);
    expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('leave what the user’s own series is about, when an update does not know it any more', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    await workbench.call('putSeries', { series: { ...DOWNLOADS, subjectId: 'n', metricId: 'size' } });
    await workbench.call('putEvent', {
      event: { id: 'e', date: '2024-07-19', title: { zh: '发布', en: '' }, subjectId: 'lab' },
    });
    data.write({}, {});
    workbench.restart();
    const entities = await workbench.call('listEntities', {});
    expect(entities.map(({ id, origin }) => `${id} ${origin}`)).toEqual(['lab own', 'n own', 'size own']);
    expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('series of the user’s own', () => {
  it('are made, typed into as a restatable change, and known as they were', async () => {
    const workbench = new TestWorkbench();
    expect(await workbench.call('putSeries', { series: DOWNLOADS })).toEqual({
      ...{ ...DOWNLOADS, origin: 'own', first: '', last: '' },
      ...{ observationCount: 0, restatementCount: 0 },
    });
    const type = (values: Record<string, number | null>) =>
      workbench.call('setObservations', {
        seriesId: DOWNLOADS.id,
        observations: Object.entries(values).map(([period, value]) => ({ period, value })),
      });
    expect(await type({ '2024-03': 12, '2024-01': 10 })).toEqual({ added: 2, restated: 0, unchanged: 0 });
    expect(await type({ '2024-01': 10 })).toEqual({ added: 0, restated: 0, unchanged: 1 });
    expect(await type({ '2024-01': 11, '2024-03': null })).toEqual({ added: 0, restated: 2, unchanged: 0 });
    expect(await valuesOf(workbench, DOWNLOADS.id)).toEqual({ '2024-01': 11 });
    expect(await valuesOf(workbench, DOWNLOADS.id, { from: '2024Q2' })).toEqual({});
    expect(await valuesOf(workbench, DOWNLOADS.id, { asKnownOn: '2024-01-31' })).toEqual({});
    expect(await workbench.call('listRestatements', { seriesId: DOWNLOADS.id })).toMatchObject([
      { period: '2024-03', former: 12, value: null },
      { period: '2024-01', former: 10, value: 11 },
    ]);
    const imports = await workbench.call('listSeriesImports', {});
    expect(imports).toMatchObject([
      { fileName: '', rowCount: 2, restated: 2, isWithdrawn: false },
      { rowCount: 2, added: 2 },
    ]);
    workbench.restart();
    await workbench.call('withdrawSeriesImport', { importId: imports[0].id });
    expect(await valuesOf(workbench, DOWNLOADS.id)).toEqual({ '2024-01': 10, '2024-03': 12 });
    expect(await refused(workbench, 'withdrawSeriesImport', { importId: imports[0].id })).toMatch(/withdrawn already/);
    // The series, its three changes, and the withdrawal; what changed nothing is not told.
    expect(seriesEvents(workbench).map(({ ids }) => ids)).toEqual(Array.from({ length: 4 }, () => [DOWNLOADS.id]));
  });

  it('give a large import back in a thread of its own', async () => {
    const workbench = new TestWorkbench();
    const seriesId = DOWNLOADS.id;
    await workbench.call('putSeries', { series: { ...DOWNLOADS, grain: 'day' } });
    const days = (count: number, value: number) =>
      Array.from({ length: count }, (_, at) => ({ period: labelAt('day', 15_000 + at), value }));
    await workbench.call('setObservations', { seriesId, observations: days(2000, 1) });
    await workbench.call('setObservations', { seriesId, observations: days(5000, 2) });
    const [{ id: importId }] = await workbench.call('listSeriesImports', {});
    await workbench.call('withdrawSeriesImport', { importId });
    const [read] = await workbench.call('getObservations', { seriesIds: [seriesId] });
    expect([read.values.length, new Set(read.values)]).toEqual([2000, new Set([1])]);
    expect((await workbench.call('listSeries', { metricIds: ['downloads'] }))[0]).toMatchObject({
      observationCount: 2000,
      restatementCount: 0,
    });
    expect(seriesEvents(workbench).at(-1)).toEqual({ ids: [seriesId], except: null });
  });

  it('are said anew without their observations changing, and deleted with them', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('putSeries', { series: DOWNLOADS });
    const observations = [{ period: '2024-01', value: 10 }];
    await workbench.call('setObservations', { seriesId: DOWNLOADS.id, observations });
    const changed = { ...DOWNLOADS, vendor: '七麦', note: { zh: '估计', en: 'Estimated' } };
    expect(await workbench.call('putSeries', { series: changed })).toMatchObject({
      vendor: '七麦',
      observationCount: 1,
    });
    await workbench.call('deleteSeries', { seriesId: DOWNLOADS.id });
    expect(await valuesOf(workbench, DOWNLOADS.id)).toBeNull();
    for (const table of ['observation', 'restatement', 'import_series']) {
      expect(workbench.store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    await workbench.call('putSeries', { series: DOWNLOADS });
    expect(await valuesOf(workbench, DOWNLOADS.id)).toEqual({});
  });

  it.each<[string, Parameters<TestWorkbench['refusal']>[0], unknown, RegExp]>([
    [
      'the same dimensions twice',
      'putSeries',
      { series: { ...DOWNLOADS, id: 'other' } },
      /a series with the same.*海外/,
    ],
    ['another grain under values', 'putSeries', { series: { ...DOWNLOADS, grain: 'day' } }, /has 1 observations/],
    ['an unknown subject', 'putSeries', { series: { ...DOWNLOADS, id: 'x', subjectId: 'nobody' } }, /^not-found/],
    [
      'a unit that cannot be read',
      'putSeries',
      { series: { ...DOWNLOADS, id: 'x', unit: 'USD//GPU' } },
      /^invalid-unit/,
    ],
    ['a blank in the id', 'putSeries', { series: { ...DOWNLOADS, id: 'a b' } }, /^invalid-input/],
    [
      'a period of another grain',
      'setObservations',
      { seriesId: DOWNLOADS.id, observations: [{ period: '2024Q1', value: 1 }] },
      /“2024Q1” is no period.*2024-10/,
    ],
    [
      'a period twice',
      'setObservations',
      {
        seriesId: DOWNLOADS.id,
        observations: [
          { period: '2024-02', value: 1 },
          { period: '2024-02', value: 2 },
        ],
      },
      /2024-02 stands there twice/,
    ],
    [
      'a series that is not there',
      'setObservations',
      { seriesId: 'none', observations: [{ period: '2024-02', value: 1 }] },
      /^not-found.*none/,
    ],
    ['a range that is none', 'getObservations', { seriesIds: [DOWNLOADS.id], from: '七月' }, /“七月” is no period/],
    [
      'a day that is none',
      'getObservations',
      { seriesIds: [DOWNLOADS.id], asKnownOn: '2024-02-30' },
      /“2024-02-30” is no day/,
    ],
    ['an import that is not there', 'withdrawSeriesImport', { importId: 99 }, /^not-found.*99/],
  ])('refuse %s', async (_, method, input, said) => {
    const workbench = new TestWorkbench();
    await workbench.call('putSeries', { series: DOWNLOADS });
    await workbench.call('setObservations', {
      seriesId: DOWNLOADS.id,
      observations: [{ period: '2024-01', value: 10 }],
    });
    expect(await refused(workbench, method, input)).toMatch(said);
    expect(await valuesOf(workbench, DOWNLOADS.id)).toEqual({ '2024-01': 10 });
  });
});

describe('events', () => {
  const titles = async (workbench: TestWorkbench, filter: Input<'listEvents'>) =>
    (await workbench.call('listEvents', filter)).map(
      ({ date, title, factId }) => `${date} ${title.en}${factId === null ? '' : ' *'}`,
    );

  it('come from facts with a day or a month, each told once', async () => {
    const workbench = new TestWorkbench();
    expect(await titles(workbench, { subjectIds: ['chatgpt', 'gpt-4', 'qwen-long', 'llama-3.1-405b'] })).toEqual([
      '2022-11-01 ChatGPT released (2022-11) *',
      '2023-03-14 GPT-4 released *',
      '2024-05-21 Qwen-Long: price −97% *',
      '2024-07-24 Llama 3.1 405B released *',
    ]);
    const july = await titles(workbench, { from: '2024-07-22', to: '2024-07' });
    expect(july.length).toBeGreaterThan(5);
    expect(july.every((event) => event >= '2024-07-22' && event < '2024-08')).toBe(true);
  });

  it('of the user’s own stand among them, and go', async () => {
    const workbench = new TestWorkbench();
    const event = {
      ...PLAIN_EVENT,
      id: 'mine',
      date: '2024-07-20',
      title: { zh: '宕机', en: 'Outage' },
      subjectId: '',
    };
    expect(await workbench.call('putEvent', { event })).toEqual({ ...event, origin: 'own', factId: null });
    await workbench.call('putEvent', { event: { ...event, date: '2024-07-21' } });
    workbench.restart();
    expect(await titles(workbench, { from: '2024-07-19', to: '2024-07-21' })).toEqual(['2024-07-21 Outage']);
    await workbench.call('deleteEvent', { eventId: 'mine' });
    expect(await titles(workbench, { from: '2024-07-19', to: '2024-07-21' })).toEqual([]);
    expect(workbench.events.filter(({ event: { event: name } }) => name === 'chartsEdited')).toHaveLength(3);
  });

  it.each<[string, Parameters<TestWorkbench['refusal']>[0], unknown, RegExp]>([
    [
      'a day that is none',
      'putEvent',
      { event: { id: 'e', date: '2024-02-30', title: { zh: '甲', en: '' }, subjectId: '' } },
      /“2024-02-30” is no day/,
    ],
    [
      'no title',
      'putEvent',
      { event: { id: 'e', date: '2024-02-01', title: { zh: ' ', en: '' }, subjectId: '' } },
      /title/,
    ],
    [
      'an unknown subject',
      'putEvent',
      { event: { id: 'e', date: '2024-02-01', title: { zh: '甲', en: '' }, subjectId: 'x' } },
      /^not-found/,
    ],
    [
      'a change of a fact',
      'putEvent',
      { event: { id: '002/1.1/gpt-4', date: '2024-02-01', title: { zh: '甲', en: '' }, subjectId: '' } },
      /is a fact/,
    ],
    ['the deletion of a fact', 'deleteEvent', { eventId: '002/1.1/gpt-4' }, /is a fact/],
    ['the deletion of what is not there', 'deleteEvent', { eventId: 'none' }, /^not-found/],
    ['the deletion of a view that is not there', 'deleteView', { viewId: 'none' }, /^not-found/],
  ])('refuse %s', async (_, method, input, said) => {
    expect(await refused(new TestWorkbench(), method, input)).toMatch(said);
  });
});

describe('saved views', () => {
  const spec: ChartSpec = {
    ...{
      plumbline: 'chart',
      version: 1,
      screen: 'capex',
      kind: 'grouped-bars',
      seriesIds: [META, GOOGLE],
      from: '',
      to: '',
    },
    ...{ grain: null, calendar: 'fiscal', transform: 'none', basePeriod: '', withAverage: false, isLogarithmic: false },
    ...{ currency: '', rateFactId: null, asKnownOn: '', withEvents: true, withBounds: true, withPeaks: false },
    ...{ withGuidance: false, comparedTo: null, language: 'zh' },
    figure: {
      number: '图 54',
      title: { zh: '资本性支出', en: '' },
      source: { zh: '', en: '' },
      widthCm: 16,
      heightCm: 8,
    },
  };

  it('are kept in their order, renamed in place, and deleted', async () => {
    const workbench = new TestWorkbench();
    for (const id of ['b', 'a', 'c']) await workbench.call('putView', { view: { id, title: `视图 ${id}`, spec } });
    await workbench.call('putView', { view: { id: 'b', title: 'New', spec: { ...spec, transform: 'yoy' } } });
    await workbench.call('deleteView', { viewId: 'a' });
    workbench.restart();
    const views = await workbench.call('listViews', {});
    expect(views).toEqual([
      { id: 'b', title: 'New', spec: { ...spec, transform: 'yoy' } },
      { id: 'c', title: '视图 c', spec },
    ]);
  });

  it('that this program does not understand are left out and left alone', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('putView', { view: { id: 'a', title: 'a', spec } });
    workbench.store.db.exec(`INSERT INTO saved_view (id, title, spec) VALUES ('z', 'z', '{"version":9}')`);
    expect((await workbench.call('listViews', {})).map(({ id }) => id)).toEqual(['a']);
    expect(workbench.store.db.prepare('SELECT count(*) FROM saved_view').pluck().get()).toBe(2);
  });
});
