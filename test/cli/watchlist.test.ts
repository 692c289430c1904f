/** The watchlist on the command line: lists, one of them with all that is public, refusals in one line. */
import { describe, expect, it } from 'vitest';
import { addBarImport } from '../../electron/store/bar-imports.ts';
import { ensureBarSeries, mergeBars } from '../../electron/store/merge-bars.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import { ordinalOf } from '../../shared/periods.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

/** Closes by day, as an import writes them. */
function putCloses(home: string, securityId: string, closes: Record<string, number>): void {
  const { db, close } = openStore(home);
  const unsaid = Object.keys(closes).map(() => Number.NaN);
  inTransaction(db, () => {
    const importId = addBarImport(db, { at: '2024-03-09T00:00:00.000Z', fileName: 'a.csv', sha256: '', mapping: '{}' });
    const seriesKey = ensureBarSeries(db, { securityId, adjustment: 'none', currency: 'CNY' });
    const days = Object.keys(closes).map((day) => ordinalOf('day', day));
    const others = { open: unsaid, high: unsaid, low: unsaid, volume: unsaid, marketCap: unsaid };
    mergeBars(db, { seriesKey, importId }, { days, close: Object.values(closes), ...others });
  });
  close();
}

describe('watchlist', { timeout: 120_000 }, () => {
  it('lists what there is', async () => {
    const { status, json } = await run(['watchlist'], { home: folderForTest() });
    expect(status).toBe(0);
    const { lists } = json();
    expect(lists.map(({ id, entryCount }: { id: string; entryCount: number }) => `${id} ${entryCount}`)).toEqual([
      'report/000 10',
      'report/002 8',
      'report/004 27',
    ]);
  });

  it('takes a list by its id, its source, or words of its title in either language', async () => {
    const home = folderForTest();
    for (const wanted of ['report/004', '004', 'TF Securities', '应用与基础设施']) {
      const { list, groups } = (await run(['watchlist', wanted], { home })).json();
      expect(list.id, wanted).toBe('report/004');
      expect(groups[0]).toMatchObject({
        title: { zh: '应用' },
        groups: [
          { title: { zh: '办公软件' }, securities: [{ id: '688111.SH', quote: null, ratings: [] }, {}, {}] },
          {},
          {},
          {},
        ],
      });
    }
  });

  it('gives every security with its last price and ratings', async () => {
    const home = folderForTest();
    await run(['watchlist'], { home });
    putCloses(home, '688111.SH', { '2024-03-07': 250, '2024-03-08': 260 });
    const { securities } = (await run(['watchlist', 'all'], { home })).json();
    const of = (wanted: string) => securities.find(({ id }: { id: string }) => id === wanted);
    expect(of('688111.SH').quote).toMatchObject({ day: '2024-03-08', close: 260, change: 260 / 250 - 1 });
    expect(of('industry/computer').ratings).toContainEqual(
      expect.objectContaining({
        broker: { id: 'tianfeng', name: { zh: '天风证券', en: 'TF Securities' } },
        date: '2024-03-09',
        state: 'lapsed',
        until: '2024-09-09',
      }),
    );
  });

  it.each([
    ['nowhere', /^There is no list “nowhere”\. There are: report\/000, report\/002, report\/004/],
    ['securities', /^“securities” is more than one list: report\/000, report\/002, report\/004\./],
  ])('refuses %s in one line', async (wanted, said) => {
    const { status, stdout, stderr } = await run(['watchlist', wanted], { home: folderForTest() });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
