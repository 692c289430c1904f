/** Import of prices through the workbench: once, again, taken back, cancelled, after a restart. */
import { describe, expect, it } from 'vitest';
import { putSecurityForTest } from '../store/security-for-test.ts';
import { closesOf, importBarFile } from './bar-files.ts';
import { fileForTest } from './series-files.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const OFFICE = '688111.SH';

function workbenchWithOffice(): TestWorkbench {
  const workbench = new TestWorkbench();
  const isThere = workbench.store.db.prepare('SELECT 1 FROM security WHERE id = ?').get(OFFICE) !== undefined;
  if (!isThere) putSecurityForTest(workbench.store.db, OFFICE);
  return workbench;
}

describe('imports', () => {
  const first = () => fileForTest(['代码,日期,收盘价', '688111,2024-07-18,1', '688111,2024-07-19,2']);
  const second = () => fileForTest(['代码,日期,收盘价', '688111,2024-07-19,3', '688111,2024-07-22,4']);

  it('changes nothing with the same file again', async () => {
    const workbench = workbenchWithOffice();
    const path = first();
    await importBarFile(workbench, path);
    expect(await importBarFile(workbench, path)).toMatchObject({ importId: null, added: 0, changed: 0, unchanged: 2 });
    expect(await workbench.call('listBarImports', {})).toHaveLength(1);
  });

  it('puts back what an import replaced', async () => {
    const workbench = workbenchWithOffice();
    await importBarFile(workbench, first());
    const { importId } = await importBarFile(workbench, second());
    expect(await closesOf(workbench, OFFICE)).toEqual({ '2024-07-18': 1, '2024-07-19': 3, '2024-07-22': 4 });
    await workbench.call('withdrawBarImport', { importId: Number(importId) });
    expect(await closesOf(workbench, OFFICE)).toEqual({ '2024-07-18': 1, '2024-07-19': 2 });
    expect(await workbench.call('listBarImports', {})).toMatchObject([
      { isWithdrawn: true, securityIds: [] },
      { isWithdrawn: false, added: 2, securityIds: [OFFICE] },
    ]);
    expect(await workbench.refusal('withdrawBarImport', { importId })).toMatchObject({
      message: { key: 'bars.importWithdrawn' },
    });
    expect(await workbench.refusal('withdrawBarImport', { importId: 999 })).toMatchObject({ code: 'not-found' });
  });

  it('remembers how columns are read, but asks for adjustment again', async () => {
    const workbench = workbenchWithOffice();
    const content = (day: string) => ['代码,日期,某价', `688111,${day},5`];
    await importBarFile(workbench, fileForTest(content('2024-07-19')), {
      change: ({ mapping }) => ({ columns: { ...mapping.columns, close: 2 } }),
    });
    const again = await workbench.call('previewBarImport', { path: fileForTest(content('2024-07-22')) });
    expect([again.isRemembered, again.mapping.columns.close, again.mapping.adjustment]).toEqual([true, 2, null]);
  });

  it('changes nothing when it is cancelled', async () => {
    const workbench = workbenchWithOffice();
    const rows = Array.from(
      { length: 200_000 },
      (_, at) => `688111,${new Date(Date.UTC(1970, 0, 1) + (at % 19_000) * 864e5).toISOString().slice(0, 10)},5`,
    );
    const path = fileForTest(['代码,日期,收盘价', ...rows]);
    const { mapping } = await workbench.call('previewBarImport', { path });
    const running = workbench.dispatch('importBars', {
      path,
      mapping: { ...mapping, adjustment: 'none' },
      mode: 'all-or-nothing',
      jobId: 'j',
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await workbench.call('cancelJob', { jobId: 'j' });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await workbench.call('listBarSeries', {})).toEqual([]);
  });

  it('is refused where prices are there in another currency', async () => {
    const workbench = workbenchWithOffice();
    await importBarFile(workbench, first());
    const path = fileForTest(['代码,日期,收盘价,币种', '688111,2024-07-19,2,USD']);
    const { mapping } = await workbench.call('previewBarImport', { path });
    expect(
      await workbench.refusal('importBars', {
        path,
        mapping: { ...mapping, adjustment: 'none' },
        mode: 'all-or-nothing',
        jobId: 'j',
      }),
    ).toMatchObject({ message: { key: 'bars.currencyOfSeries' } });
  });

  it('tells of what it made, which is there after a restart', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(['代码,名称,日期,收盘价', '301269,华大九天,2024-07-19,80']);
    await importBarFile(workbench, path, { change: { makeSecurities: true } });
    workbench.restart();
    expect(await closesOf(workbench, '301269.SZ')).toEqual({ '2024-07-19': 80 });
    const told = workbench.events.map(({ event }) => event.event).filter((event) => event !== 'jobProgress');
    expect(told).toEqual(['watchlistEdited', 'factsEdited', 'barsEdited']);
  });
});
