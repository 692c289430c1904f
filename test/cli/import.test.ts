/** The import on the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileForTest } from '../contract/series-files.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

const LINES = ['Date,ChatGPT,Kimi', '2024-07-18,100,1.5万', '2024-07-19,200,n'];

describe('import', { timeout: 120_000 }, () => {
  it('takes a file by the guess and a mapping, and says what came of it', async () => {
    const home = folderForTest();
    const file = fileForTest(LINES.slice(0, 2));
    const asked = await run(['import', file], { home });
    expect([asked.status, asked.stdout]).toEqual([1, '']);
    expect(asked.stderr).toContain('What do the figures measure');
    const mapping = fileForTest('{"constants":{"metric":"downloads","market":"US"}}', 'mapping.json');
    const dry = await run(['import', file, '--mapping', mapping, '--dry-run'], { home });
    expect(dry.json()).toMatchObject({ importId: null, added: 2 });
    const taken = await run(['import', file, '--mapping', mapping], { home });
    expect([taken.status, taken.stderr]).toEqual([0, '']);
    expect(taken.json()).toMatchObject({ added: 2, seriesIds: ['downloads/chatgpt/US', 'downloads/kimi/US'] });
    expect((await run(['import', file], { home })).json()).toMatchObject({ importId: null, added: 0, unchanged: 2 });
  });

  it('refuses a file with bad rows, lists them, and leaves them out where that is asked', async () => {
    const home = folderForTest();
    const file = fileForTest(LINES);
    const mapping = fileForTest('{"constants":{"metric":"downloads"}}', 'mapping.json');
    const list = join(folderForTest(), 'bad.csv');
    const refused = await run(['import', file, '--mapping', mapping, '--bad-rows', list], { home });
    expect(refused.status).toBe(1);
    expect(refused.json()).toMatchObject({
      importId: null,
      badRowCount: 1,
      badRows: [{ row: 3, column: 'Kimi', reason: expect.stringContaining('“n”') }],
    });
    expect(refused.stderr).toContain('the first in row 3');
    expect(readFileSync(list, 'utf8')).toContain('3,Kimi,n,');
    const taken = await run(['import', file, '--mapping', mapping, '--skip-bad-rows'], { home });
    expect(taken.status).toBe(0);
    expect(taken.json()).toMatchObject({ added: 2, skipped: 1 });
  });

  it('says what is wrong with a mapping', async () => {
    const mapping = fileForTest('{"grain":"hour"}', 'mapping.json');
    const refused = await run(['import', fileForTest(LINES), '--mapping', mapping], { home: folderForTest() });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('grain');
  });
});
