/** Files of prices imported through a workbench, as the screen does it. */
import type { BarImportOutcome } from '../../shared/bar-import.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import { answered, closesIn, type Given } from '../imports/price-store.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

export async function importBarFile(
  workbench: TestWorkbench,
  path: string,
  { mode = 'all-or-nothing', change }: Given = {},
): Promise<BarImportOutcome> {
  const mapping = answered(await workbench.call('previewBarImport', { path }), change);
  return workbench.call('importBars', { path, mapping, mode, jobId: 'import' });
}

/** Close by day. */
export async function closesOf(workbench: TestWorkbench, securityId: string, adjustment: Adjustment = 'none') {
  return closesIn(await workbench.call('getBars', { securityId, adjustment }));
}
