/**
 * One workbench in a process of its own: `node dispatch-child.ts LINES SCENARIOS` makes a chain of so
 * many lines, then times edits through dispatch, the commit to disk included. Prints one JSON object
 * (`DispatchFigures`).
 *
 * Memory is that of the process after garbage collection, with the sheet open and edited: what the
 * main process of the window holds. It is taken after the workbench was closed and opened again, so
 * that the making of the sheet does not count.
 */
import { scratchHome } from '../e2e/workbench-host.ts';
import { chainModel } from '../fixtures/plain-model.ts';
import { type Distribution, sampleAsync, settledMemory } from './measure.ts';
import { type BenchWorkbench, fillWithModel, openScratchWorkbench } from './scratch-workbench.ts';

export type DispatchFigures = {
  makeMs: number;
  openMs: number;
  lastLine: Distribution;
  headOfChainMs: number;
  memoryMb: number;
};

const [lineCount, scenarioCount] = process.argv.slice(2).map(Number);
const home = scratchHome();

const making = performance.now();
const first = openScratchWorkbench(home.path);
const sheetId = await fillWithModel(first, chainModel(lineCount), scenarioCount);
const makeMs = performance.now() - making;
first.close();

const opening = performance.now();
const workbench = openScratchWorkbench(home.path);
const { document } = await workbench.call('openSheet', { sheetId });
const openMs = performance.now() - opening;

const base = document.scenarios[0].id;
const lines = document.lines.map((line) => ({ id: line.id, name: line.name }));
const lastLine = await sampleAsync(100, 20, (index) =>
  setCell(workbench, lines[lines.length - 1].id, `=${lines[lines.length - 2].name}*1.0001+${index}`),
);
const heads = await sampleAsync(5, 1, (index) => setCell(workbench, lines[1].id, String(index + 2)));
const memoryMb = settledMemory();
workbench.close();
home.remove();

const figures: DispatchFigures = { makeMs, openMs, lastLine, headOfChainMs: heads.median, memoryMb };
process.stdout.write(`${JSON.stringify(figures)}\n`);

function setCell(to: BenchWorkbench, lineId: number, content: string) {
  return to.call('setCells', { sheetId, cells: [{ lineId, scenarioId: base, period: '', content }] });
}
