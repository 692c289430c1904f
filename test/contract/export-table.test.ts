import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../shared/table.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

const plain = { unit: '', remark: '', isBold: false };

describe('exportTable', () => {
  it('writes the table, and beside it every fact that it shows', async () => {
    const workbench = new TestWorkbench();
    const { facts } = await workbench.call('findFacts', { filter: { state: 'corrected' }, limit: 3 });
    const table: Table = {
      title: { zh: '更正：一览', en: 'Corrections' },
      columns: [{ heading: '数值', unit: '' }],
      rows: [...facts.map(({ id }) => id), 'gone', null].map((factId) => [{ ...plain, value: 1, factId }]),
    };
    const path = join(folderForTest(), 'table.xlsx');
    const done = await workbench.call('exportTable', { table, path, language: 'zh', jobId: 'job' });
    expect(done).toEqual({ path, downloadUrl: null, cellCount: 5 });
    const workbook = read(readFileSync(path));
    expect(workbook.SheetNames).toEqual(['更正：一览', '来源']);
    const lines = utils.sheet_to_json<string[]>(workbook.Sheets.来源, { header: 1 }).slice(2);
    expect(lines.map(([id]) => id)).toEqual(['编号', ...facts.map(({ id }) => id)]);
    const shares = workbench.events.flatMap(({ event }) => (event.event === 'jobProgress' ? [event.share] : []));
    expect(shares.length).toBeGreaterThan(0);
  });

  it('leaves a file of the title for download, and can be cancelled', async () => {
    const workbench = new TestWorkbench();
    const rows = Array.from({ length: 20_000 }, () => [{ ...plain, value: '行', factId: null }]);
    const table: Table = { title: { zh: '价格/一览', en: '' }, columns: [{ heading: 'a', unit: '' }], rows };
    const input = { table, path: null, language: 'zh' as const, jobId: 'job' };
    expect(basename((await workbench.call('exportTable', input)).path)).toBe('价格 一览.xlsx');
    const running = workbench.dispatch('exportTable', input);
    expect(await workbench.call('cancelJob', { jobId: 'job' })).toEqual({ cancelled: true });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
