import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

async function template() {
  const workbench = new TestWorkbench();
  const { sheetId } = await workbench.call('createSheet', { templateId: '002-exhibit-13' });
  const input = (path: string | null) => ({ sheetId, path, language: 'zh' as const, jobId: 'job' });
  return { workbench, sheetId, input };
}

describe('exportWorkbook', () => {
  it('writes the file and tells how far it is', async () => {
    const { workbench, input } = await template();
    const path = join(folderForTest(), '表.xlsx');
    const done = await workbench.call('exportWorkbook', input(path));
    expect(done).toMatchObject({ path, downloadUrl: null });
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    const shares = workbench.events.flatMap(({ event }) => (event.event === 'jobProgress' ? [event.share] : []));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(0);
  });

  it('without a path leaves a file of the title for download', async () => {
    const { workbench, input } = await template();
    const { path } = await workbench.call('exportWorkbook', input(null));
    expect(basename(path)).toBe('图表 13：LLaMA 模型基座算力消耗.xlsx');
    expect(statSync(path).size).toBeGreaterThan(1000);
  });

  it('that is cancelled leaves nothing, and what was there before', async () => {
    const { workbench, input } = await template();
    const folder = folderForTest();
    const path = join(folder, 'x.xlsx');
    writeFileSync(path, 'before');
    const running = workbench.dispatch('exportWorkbook', input(path));
    expect(await workbench.call('cancelJob', { jobId: 'job' })).toEqual({ cancelled: true });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['x.xlsx']);
    expect(await workbench.call('cancelJob', { jobId: 'job' })).toEqual({ cancelled: false });
  });

  it('to a place that takes no file is refused, with its name', async () => {
    const { workbench, input } = await template();
    const folder = folderForTest();
    mkdirSync(join(folder, 'x.xlsx'));
    for (const path of [join(folder, 'x.xlsx'), join(folder, 'missing', 'y.xlsx')]) {
      const failure = await workbench.refusal('exportWorkbook', input(path));
      expect(failure.code).toBe('cannot-write');
      for (const language of ['zh', 'en'] as const) {
        expect(formatMessage(failure.message, language)).toContain(folder);
      }
    }
    expect(readdirSync(folder)).toEqual(['x.xlsx']);
  });

  it('of a sheet that is not there leaves no folder behind', async () => {
    const { workbench } = await template();
    const folders = () => readdirSync(tmpdir()).filter((name) => /^plumbline-\w{6}$/.test(name)).length;
    const before = folders();
    const input = { sheetId: 'nope', path: null, language: 'zh', jobId: 'job' };
    expect((await workbench.refusal('exportWorkbook', input)).code).toBe('not-found');
    expect(folders()).toBe(before);
  });
});
