/** Series on the command line: JSON on standard output, refusals in one line. */
import { describe, expect, it } from 'vitest';
import { mergeObservations } from '../../electron/store/observations.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { ensureSeries } from '../../electron/store/series.ts';
import { addSeriesImport } from '../../electron/store/series-imports.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

const META = 'capex/meta/incl-finance-lease-principal';
const MICROSOFT = 'capex/microsoft/additions-to-pe';

type Answer = { observations: { period: string; value: number }[]; without: { period: string; reason: string }[] };

const valuesOf = ({ observations }: Answer) => observations.map(({ period, value }) => `${period} ${value}`);

describe('series', { timeout: 120_000 }, () => {
  it('are listed, narrowed by subject and metric under any name', async () => {
    const home = folderForTest();
    const all = await run(['series'], { home });
    expect([all.status, all.stderr]).toEqual([0, '']);
    expect(all.json()).toContainEqual(
      expect.objectContaining({ id: META, unit: '百万USD', first: '2021Q1', last: '2026Q2', observationCount: 22 }),
    );
    const { stdout } = await run(['series', '--subject', '微软', '--metric', 'capex'], { home });
    const microsoft: { id: string; fiscalYearEnd: number }[] = JSON.parse(stdout);
    expect(microsoft.map(({ id, fiscalYearEnd }) => `${id} ${fiscalYearEnd}`)).toEqual([
      'capex/microsoft/additions-to-pe 6',
      'capex/microsoft/incl-finance-leases 6',
    ]);
  });

  it('give their observations with the facts that they are, and transformed ones that reach back behind the range', async () => {
    const home = folderForTest();
    const { status, json } = await run(['observations', META, '--from', '2023', '--to', '2023Q2'], { home });
    expect([status, json()]).toMatchObject([
      0,
      {
        transform: 'none',
        series: { id: META },
        observations: [
          { period: '2023Q1', value: 7087, factId: 'capex-quarterly/meta/2023Q1:incl-finance-lease-principal' },
          { period: '2023Q2', value: 6354 },
        ],
        without: [],
      },
    ]);
    const range = ['--from', 'FY24Q1', '--to', '2023Q4'];
    const values = async (...args: string[]) =>
      valuesOf((await run(['observations', MICROSOFT, ...args], { home })).json());
    expect(await values(...range)).toEqual(['2023Q3 9917', '2023Q4 9735']);
    expect(await values(...range, '--transform', 'ttm')).toEqual(['2023Q3 31741', '2023Q4 35202']);
    expect((await values(...range, '--transform', 'index'))[1]).toMatch(/^2023Q4 98\.1647/);
    expect((await values(...range, '--transform', 'index', '--base', '2023Q1'))[0]).toMatch(/^2023Q3 150\.09/);
    const growth: Answer = (
      await run(['observations', MICROSOFT, '--transform', 'yoy', '--to', '2021Q3'], { home })
    ).json();
    expect([valuesOf(growth).length, growth.without.map(({ period }) => period)]).toEqual([
      1,
      ['2020Q3', '2020Q4', '2021Q1', '2021Q2'],
    ]);
    expect(await values('--as-known-on', '2023-12-31', '--from', '2023Q3')).toEqual(['2023Q3 9917']);
  });

  it.each([
    [['observations', 'none'], /no series with the id none/],
    [['observations', META, '--transform', 'ma7'], /ma7 has no meaning for/],
    [['observations', META, '--transform', 'share'], /Allowed choices/],
    [['observations', META, '--transform', 'index', '--base', '2023-01-01'], /“2023-01-01” is no period of/],
    [['observations', META, '--from', 'soon'], /“soon” is no period/],
    [['observations', META, '--as-known-on', '2024-02-30'], /“2024-02-30” is no day/],
    [['series', '--metric', 'zzz'], /No metric is called “zzz”/],
  ])('%j fails with one clear line', async (args, said) => {
    const { status, stdout, stderr } = await run(args, { home: folderForTest() });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('observations', { timeout: 120_000 }, () => {
  it('of made-up numbers bear their mark', async () => {
    const home = folderForTest();
    await run(['series'], { home });
    const store = openStore(home);
    const common = { market: '', platform: '', vendor: '', definition: '', unit: '', fiscalYearEnd: 12 };
    const series = { ...common, subjectId: 'chatgpt', metricId: 'downloads', note: { zh: '', en: '' } };
    inTransaction(store.db, () => {
      const importId = addSeriesImport(store.db, { kind: 'file', at: '2024-07-19', knownFrom: '2024-07-19' });
      const { key } = ensureSeries(store.db, { ...series, origin: 'demonstration', grain: 'month' }, importId);
      mergeObservations(store.db, { seriesKey: key, importId }, { ordinals: [24_288], values: [7] });
    });
    store.close();
    const id = 'demonstration/downloads/chatgpt';
    expect((await run(['--lang', 'zh', 'observations', id], { home })).json()).toMatchObject({
      mark: '演示数据，非真实',
      observations: [{ period: '2024-01', value: 7, importId: 1 }],
    });
    expect((await run(['observations', META], { home })).json()).not.toHaveProperty('mark');
  });
});
