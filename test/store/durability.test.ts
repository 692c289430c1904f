import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { namesOf, sheetOf, type, valuesOf } from '../contract/sheet-for-test.ts';
import { folderForTest, TestWorkbench } from '../contract/workbench-for-test.ts';

const ROUNDS = 25;

describe('a full disk', () => {
  it('refuses the edit, says so, and leaves store and memory as they were', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } }, b: { cells: { base: '=a*2' } } });
    const pages = workbench.store.db.pragma('page_count', { simple: true });
    workbench.store.db.pragma(`max_page_count = ${pages}`);
    const before = await workbench.call('openSheet', { sheetId });

    const lines = Array.from({ length: 2000 }, () => ({ label: { zh: 'x'.repeat(500), en: '' } }));
    const { code } = await workbench.refusal('insertLines', { sheetId, afterLineId: null, lines });
    expect(code).toBe('cannot-write');
    expect(await workbench.call('openSheet', { sheetId })).toEqual(before);

    workbench.store.db.pragma('max_page_count = 1000000');
    await workbench.call('insertLines', { sheetId, afterLineId: null, lines: lines.slice(0, 1) });
    expect(await namesOf(workbench, sheetId)).toEqual(['x'.repeat(60), 'a', 'b']);
    workbench.restart();
    expect(await namesOf(workbench, sheetId)).toEqual(['x'.repeat(60), 'a', 'b']);
  });

  it('refuses an edit of a store that has become read-only', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } } });
    workbench.store.db.pragma('query_only = ON');
    const result = await workbench.dispatch('deleteSheet', { sheetId });
    expect(result).toMatchObject({ ok: false, error: { code: 'cannot-write' } });
    workbench.store.db.pragma('query_only = OFF');
    await type(workbench, sheetId, 'a', '2');
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 2 } });
  });
});

describe('kill -9', () => {
  it(`at random moments, ${ROUNDS} times, loses no edit that was acknowledged`, { timeout: 180_000 }, async () => {
    const home = folderForTest();
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged = await editUntilKilled(home, acknowledged, round);
      const workbench = new TestWorkbench(home);
      expect(workbench.store.db.pragma('quick_check', { simple: true })).toBe('ok');
      expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
      const [{ id: sheetId }] = await workbench.call('listSheets', {});
      const { n, m } = await valuesOf(workbench, sheetId);
      // At most the edit that was in flight has come on top.
      expect([acknowledged, acknowledged + 1]).toContain(n.base);
      expect(m.base).toBe(Number(n.base) * 2);
      acknowledged = Number(n.base);
      workbench.store.close();
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  });
});

/** Lets a process count up from `from` in a cell; kills it at a moment that depends on `round`; gives its last count. */
async function editUntilKilled(home: string, from: number, round: number): Promise<number> {
  const counter: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [new URL('count-in-a-cell.ts', import.meta.url).pathname, home, String(from)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'plumbline-test-cache') },
    },
  );
  const ended = new Promise((resolve) => counter.once('exit', resolve));
  let last = from;
  let isFirst = true;
  for await (const line of createInterface({ input: counter.stdout })) {
    last = Number(line);
    if (isFirst) setTimeout(() => counter.kill('SIGKILL'), (round * 37) % 60);
    isFirst = false;
  }
  await ended;
  return last;
}
