/** Edits through dispatch with the store underneath, and the memory of the process that holds the sheet. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scratchHome } from '../e2e/workbench-host.ts';
import type { DispatchFigures } from './dispatch-child.ts';
import type { Finding } from './report.ts';

const CHILD = fileURLToPath(new URL('./dispatch-child.ts', import.meta.url));
const GROUP = 'dispatch';
const run = promisify(execFile);

async function figuresOf(lineCount: number, scenarioCount: number): Promise<DispatchFigures> {
  const home = scratchHome();
  await run(process.execPath, [CHILD, 'make', home.path, String(lineCount), String(scenarioCount)]);
  const { stdout } = await run(process.execPath, [CHILD, 'measure', home.path]);
  home.remove();
  return JSON.parse(stdout);
}

export async function benchDispatch(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const lineCount of [1000, 10_000, 100_000]) {
    const lines = `${lineCount.toLocaleString('en')} lines`;
    const figures = await figuresOf(lineCount, 1);
    findings.push(
      {
        group: GROUP,
        what: `Edit of one cell with its commit to disk, ${lines}`,
        measured: figures.lastLine.median,
        unit: 'ms',
      },
      { group: GROUP, what: 'The same, p95', measured: figures.lastLine.p95, unit: 'ms' },
      {
        group: GROUP,
        what: `Edit at the head of the chain with its commit, ${lines}`,
        measured: figures.headOfChainMs,
        unit: 'ms',
      },
      { group: GROUP, what: `Open the store and the sheet, ${lines}`, measured: figures.openMs, unit: 'ms' },
    );
    if (lineCount === 100_000) findings.push(memoryFinding('1 scenario', figures.memoryMb));
  }
  findings.push(memoryFinding('3 scenarios', (await figuresOf(100_000, 3)).memoryMb));
  return findings;
}

function memoryFinding(scenarios: string, measured: number): Finding {
  return {
    group: GROUP,
    what: `Memory of the main process, 100,000 lines, ${scenarios}`,
    measured,
    unit: 'MB',
    target: { of: 'value', atMost: 400 },
  };
}
