/** Export of 10,000 lines × 3 scenarios to Excel, the worker's start included. */
import { join } from 'node:path';
import { scratchHome } from '../e2e/workbench-host.ts';
import { mixedModel } from '../fixtures/plain-model.ts';
import { distributionOf } from './measure.ts';
import type { Finding } from './report.ts';
import { fillWithModel, openScratchWorkbench } from './scratch-workbench.ts';

const ROUNDS = 3;

export async function benchExport(): Promise<Finding[]> {
  const home = scratchHome();
  const workbench = openScratchWorkbench(home.path);
  const sheetId = await fillWithModel(workbench, mixedModel(10_000), 3);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const path = join(home.path, `round-${round}.xlsx`);
    const start = performance.now();
    await workbench.call('exportWorkbook', { sheetId, path, language: 'zh', jobId: `round-${round}` });
    times.push(performance.now() - start);
  }
  workbench.close();
  home.remove();
  return [
    {
      group: 'export',
      what: 'Export 10,000 lines × 3 scenarios to Excel',
      measured: distributionOf(times).median,
      unit: 'ms',
      target: { of: 'value', atMost: 3000 },
    },
  ];
}
