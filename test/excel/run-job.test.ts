/** Export as a job in a thread of its own: progress, cancel, places that cannot be written. */
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../electron/jobs/run-job.ts';
import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { temporaryFolder } from './export-document.ts';
import { readWorkbook } from './recalculate.ts';
import { sheetOf } from './sheet-of.ts';

const document = sheetOf([
  { name: 'a', cells: ['2'] },
  { name: 'b', cells: ['=a*3'] },
]);
const large = sheetOf(Array.from({ length: 20_000 }, (_, index) => ({ name: `line_${index}`, cells: ['1', '2'] })));

function exportTo(path: string, options: Parameters<typeof runJob>[2] = {}, sheet = document) {
  const nothing = { sources: [], facts: [], series: [] };
  return runJob('export-workbook', { document: sheet, ...nothing, path, language: 'en' }, options);
}

async function failureOf(job: Promise<unknown>): Promise<{ code: ErrorCode; key: string }> {
  const error: AppError = await job.then(
    () => expect.fail('The job should have failed'),
    (reason) => reason,
  );
  return { code: error.code, key: error.said.key };
}

describe('An export', () => {
  test('writes the workbook, says how far it is, and leaves nothing else', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, '模型.xlsx');
    const shares: number[] = [];
    expect(await exportTo(path, { onProgress: (share) => shares.push(share) })).toEqual({ path, cellCount: 2 });
    expect(readWorkbook(path).Sheets.Test.D6).toMatchObject({ f: 'D5*3', v: 6 });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(2);
    expect(await readdir(folder)).toEqual(['模型.xlsx']);
  });

  test('replaces an older file, through a link as well', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'old.xlsx'), 'old');
    await symlink(join(folder, 'old.xlsx'), join(folder, 'link.xlsx'));
    await exportTo(join(folder, 'link.xlsx'));
    expect(readWorkbook(join(folder, 'old.xlsx')).SheetNames[0]).toBe('Test');
  });

  test.each(['before it begins', 'while it runs'])(
    'cancelled %s leaves the older file and nothing else',
    async (when) => {
      const folder = await temporaryFolder();
      const path = join(folder, 'model.xlsx');
      await writeFile(path, 'older');
      const controller = new AbortController();
      if (when === 'before it begins') controller.abort();
      const job = exportTo(path, { signal: controller.signal, onProgress: () => controller.abort() }, large);
      expect(await failureOf(job)).toEqual({ code: 'cancelled', key: 'excel.cancelled' });
      expect(await readdir(folder)).toEqual(['model.xlsx']);
      expect(await readFile(path, 'utf8')).toBe('older');
    },
  );

  test.each([
    ['a folder that does not exist', 'missing/model.xlsx', 'excel.folderMissing'],
    ['a folder', 'folder', 'excel.isFolder'],
    ['below a file', 'file.txt/model.xlsx', 'excel.folderMissing'],
    ['a name that is too long', `${'x'.repeat(300)}.xlsx`, 'excel.nameTooLong'],
  ])('to %s is refused', async (_, path, key) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file.txt'), 'kept');
    expect(await failureOf(exportTo(join(folder, path)))).toEqual({ code: 'cannot-write', key });
    expect(await readdir(folder)).toEqual(['file.txt', 'folder']);
  });

  test('to a folder that may not be written is refused', async ({ skip }) => {
    if (process.getuid?.() === 0 || process.platform === 'win32') skip('Here every folder may be written');
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o500);
    const failure = await failureOf(exportTo(join(folder, 'closed', 'model.xlsx')));
    expect(failure).toEqual({ code: 'cannot-write', key: 'excel.notPermitted' });
  });

  test('of more periods than Excel has columns is refused', async () => {
    const folder = await temporaryFolder();
    const rows = [{ name: 'a', cells: ['1', '2', '3', '4'] }];
    const wide = sheetOf(rows, { timeAxis: { grain: 'day', start: '2024-01-01', count: 5000 } });
    const failure = await failureOf(exportTo(join(folder, 'wide.xlsx'), {}, wide));
    expect(failure).toEqual({ code: 'invalid-value', key: 'excel.tooManyColumns' });
    expect(await readdir(folder)).toEqual([]);
  });
});
