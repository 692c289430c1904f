/**
 * Two processes on one data folder, as two days of work: `node dispatch-child.ts make HOME LINES SCENARIOS`
 * makes a chain of so many lines, `node dispatch-child.ts measure HOME` opens it and times edits through
 * dispatch, the commit to disk included, and prints one JSON object (`DispatchFigures`).
 *
 * Memory is that of the second process after garbage collection, with the sheet open and edited: what
 * the main process of the window holds.
 */
import { chainModel } from '../fixtures/plain-model.ts';
import { type Distribution, sampleAsync, settledMemory } from './measure.ts';
import { fillWithModel, openScratchWorkbench } from './scratch-workbench.ts';

export type DispatchFigures = {
  openMs: number;
  lastLine: Distribution;
  headOfChainMs: number;
  memoryMb: number;
};

const [task, home, lineCount, scenarioCount] = process.argv.slice(2);
const workbench = openScratchWorkbench(home);
if (task === 'make') await fillWithModel(workbench, chainModel(Number(lineCount)), Number(scenarioCount));
else process.stdout.write(`${JSON.stringify(await measure())}\n`);
workbench.close();

async function measure(): Promise<DispatchFigures> {
  const opening = performance.now();
  const [{ id: sheetId }] = await workbench.call('listSheets', {});
  const { document } = await workbench.call('openSheet', { sheetId });
  const openMs = performance.now() - opening;
  const scenarioId = document.scenarios[0].id;
  const lines = document.lines.map(({ id, name }) => ({ id, name }));
  const setCell = (lineId: number, content: string) =>
    workbench.call('setCells', { sheetId, cells: [{ lineId, scenarioId, period: '', content }] });

  const [beforeLast, last] = lines.slice(-2);
  const lastLine = await sampleAsync(100, 20, (index) => setCell(last.id, `=${beforeLast.name}*1.0001+${index}`));
  const heads = await sampleAsync(9, 2, (index) => setCell(lines[1].id, String(index + 2)));
  return { openMs, lastLine, headOfChainMs: heads.median, memoryMb: settledMemory() };
}
