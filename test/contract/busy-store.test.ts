/** Calls while another connection is writing to the store, as an import does from its thread. */
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BusyCalls } from '../../electron/busy-calls.ts';
import { isBusy, storeFailure } from '../../electron/store/sqlite.ts';
import { sheetOf, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

/** Holds the write lock until released. */
function writerOn(workbench: TestWorkbench) {
  const db = new Database(workbench.store.file);
  onTestFinished(() => {
    db.close();
  });
  db.exec('BEGIN IMMEDIATE');
  return { release: () => db.exec('COMMIT') };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The longest time in which the thread did nothing else. */
async function longestBlockDuring(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  await work;
  clearInterval(timer);
  return longest;
}

describe('an edit while an import writes', () => {
  it('waits without blocking, and is done when the import has finished', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } }, b: { cells: { base: '=a*2' } } });
    const { document } = await workbench.call('openSheet', { sheetId });
    const [{ id: scenarioId }] = document.scenarios;
    const edit = (content: string) =>
      workbench.call('setCells', {
        sheetId,
        cells: [{ lineId: document.lines[0].id, scenarioId, period: '', content }],
      });
    await edit('2');

    const writer = writerOn(workbench);
    let isDone = false;
    const edits = Promise.all([edit('5'), edit('6'), edit('7')]).then(() => {
      isDone = true;
    });
    const longest = await longestBlockDuring(pause(1500));
    expect(isDone).toBe(false);
    // Under 50 on a machine that does nothing else; SQLite's own waiting would be all of it.
    expect(longest).toBeLessThan(1000);
    // What only reads does not wait.
    expect((await workbench.call('listSheets', {})).length).toBeGreaterThan(0);
    writer.release();
    // One that comes now is still the last.
    const last = edit('8');
    await Promise.all([edits, last]);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ a: { base: 8 }, b: { base: 16 } });
    expect((await workbench.call('openSheet', { sheetId })).state.revision).toBe(5);
  });

  it('gives up in the end, with what to do', async () => {
    const workbench = new TestWorkbench();
    writerOn(workbench);
    const calls = new BusyCalls(isBusy, 60);
    const write = calls.run(() => workbench.store.db.exec("INSERT INTO preference VALUES ('theme', 'dark')"));
    const error = await write.catch((thrown) => storeFailure(thrown, workbench.store.file));
    expect(error).toMatchObject({ code: 'busy', said: { key: 'store.busy' } });
  });

  it('fails at once with what is no fault of the store', async () => {
    const workbench = new TestWorkbench();
    writerOn(workbench);
    expect((await workbench.refusal('openSheet', { sheetId: 'none' })).code).toBe('not-found');
  });
});
