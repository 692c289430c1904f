/**
 * Imports one file in a process of its own, as the program does, and prints what it took as JSON:
 *
 *     node test/bench/import-child.ts HOME FILE
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';

export type ImportFigures = { ms: number; memory: number; longestBlock: number; longestSilence: number; added: number };

const [home, path] = process.argv.slice(2);
const host = { kind: 'command-line' as const, log: (line: string) => process.stderr.write(`${line}\n`) };
const workbench = openWorkbench({ home, dataFolder, host });
const { mapping } = await call('previewSeriesImport', { path });

let toldAt = performance.now();
let longestSilence = 0;
const noteTold = () => {
  const now = performance.now();
  longestSilence = Math.max(longestSilence, now - toldAt);
  toldAt = now;
};
workbench.events.subscribe(({ event }) => {
  if (event === 'jobProgress') noteTold();
});
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const startedAt = performance.now();
toldAt = startedAt;
const { added } = await call('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'bench' });
noteTold();
const ms = performance.now() - startedAt;
delay.disable();
workbench.close();
const memory = process.resourceUsage().maxRSS / 1024;
const figures: ImportFigures = { ms, memory, longestBlock: delay.max / 1e6, longestSilence, added };
process.stdout.write(JSON.stringify(figures));

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await workbench.dispatch(method, input, 'bench');
  if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
  return result.value as Output<M>;
}
