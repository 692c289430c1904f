/** An import that is killed, and a store that others write to meanwhile. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importBarFile } from './bar-files.ts';
import { fileForTest, importFile } from './series-files.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

const CHILD = fileURLToPath(new URL('./import-until-killed.ts', import.meta.url));

function bigFile(): string {
  const rows = Array.from({ length: 300_000 }, (_, at) => {
    const day = new Date(Date.UTC(2023, 0, 1) + (at % 300) * 864e5).toISOString().slice(0, 10);
    return `${day},Kimi,m${Math.floor(at / 300)},${at}`;
  });
  return fileForTest(['Date,App,Market,Downloads', ...rows]);
}

/** Kills the process that imports the file once it says so; gives a workbench over what it left. */
async function killedAt(key: string, share: number, path: string, what = ''): Promise<TestWorkbench> {
  const home = folderForTest();
  const child = spawn(process.execPath, [CHILD, home, path, what], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const [said, far] = line.split(' ');
    if (said === 'done') throw new Error('The import was through before it could be killed');
    if (said === key && Number(far) >= share) break;
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  const workbench = new TestWorkbench(home);
  expect(workbench.store.db.pragma('quick_check', { simple: true })).toBe('ok');
  return workbench;
}

it.each([
  ['import.readingRows', 0],
  ['import.writingRows', 0],
  ['import.writingRows', 0.8],
  ['import.writingRows', 0.99],
])('killed at %s, %d of the way, it has changed nothing', { timeout: 120_000 }, async (key, share) => {
  const path = bigFile();
  const workbench = await killedAt(key, share, path);
  expect(await workbench.call('listSeriesImports', {})).toEqual([]);
  expect(await workbench.call('listSeries', { metricIds: ['downloads'] })).toEqual([]);
  expect(await importFile(workbench, path)).toMatchObject({ added: 300_000 });
});

it.each([
  ['import.readingRows', 0],
  ['import.writingRows', 0.8],
])('of prices, killed at %s, %d of the way, it has changed nothing', { timeout: 120_000 }, async (key, share) => {
  const rows = Array.from({ length: 200_000 }, (_, at) => {
    const day = new Date(Date.UTC(2000, 0, 1) + (at % 5000) * 864e5).toISOString().slice(0, 10);
    return `T${Math.floor(at / 5000)}.US,${day},${1 + (at % 7) / 10}`;
  });
  const path = fileForTest(['Ticker,Date,Close', ...rows]);
  const workbench = await killedAt(key, share, path, 'prices');
  expect(await workbench.call('listBarImports', {})).toEqual([]);
  expect(await workbench.call('listBarSeries', {})).toEqual([]);
  expect(workbench.store.db.prepare(`SELECT count(*) FROM security WHERE id = 'T0.US'`).pluck().get()).toBe(0);
  expect(await importBarFile(workbench, path, { change: { makeSecurities: true } })).toMatchObject({ added: 200_000 });
});

it('meanwhile others write, and wait for it no longer than it writes', { timeout: 120_000 }, async () => {
  const workbench = new TestWorkbench();
  let isRunning = true;
  const importing = importFile(workbench, bigFile()).finally(() => {
    isRunning = false;
  });
  let calls = 0;
  for (; isRunning; calls += 1) {
    await workbench.call('setPreferences', { theme: calls % 2 === 0 ? 'dark' : 'light' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await importing).toMatchObject({ added: 300_000 });
  expect(calls).toBeGreaterThan(3);
});
