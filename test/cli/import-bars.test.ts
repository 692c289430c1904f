/** The import of prices on the command line. */
import { describe, expect, it } from 'vitest';
import { fileForTest } from '../contract/series-files.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

const LINES = ['日期,收盘价', '2024-07-18,80', '2024-07-19,81'];

describe('import-bars', { timeout: 240_000 }, () => {
  it('takes what it is told and asks for nothing else', async () => {
    const home = folderForTest();
    const file = fileForTest(LINES, '301269.SZ.csv');
    const asked = await run(['import-bars', file], { home });
    expect([asked.status, asked.stdout]).toEqual([1, '']);
    expect(asked.stderr).toContain('Are the prices adjusted');
    const unknown = await run(['import-bars', file, '--adjustment', 'none'], { home });
    expect(unknown.json()).toMatchObject({ importId: null, badRowCount: 2 });
    expect(unknown.stderr).toContain('the first in row 2');
    const taken = await run(['import-bars', file, '--adjustment', 'none', '--make-securities'], { home });
    expect([taken.status, taken.stderr]).toEqual([0, '']);
    expect(taken.json()).toMatchObject({ added: 2, securityIds: ['301269.SZ'] });
    const mapping = fileForTest('{"adjustment":"none"}', 'mapping.json');
    const other = fileForTest(['日期,收盘价', '2024-07-19,82'], 'p.csv');
    const dry = await run(['import-bars', other, '--mapping', mapping, '--security', '301269.SZ', '--dry-run'], {
      home,
    });
    expect(dry.json()).toMatchObject({ importId: null, changed: 1, warnings: [{ kind: 'restated' }] });
  });
});
