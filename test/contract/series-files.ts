/** Files of series for tests: written to a folder of the test's own and imported as the screen does it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOutcome, SeriesImportPreview, SeriesMapping } from '../../shared/series-import.ts';
import { folderForTest, type TestWorkbench } from './workbench-for-test.ts';

export function fileForTest(content: string | readonly string[] | Uint8Array, name = 'downloads.csv'): string {
  const path = join(folderForTest(), name);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : content.join('\n'));
  return path;
}

export type Mode = 'dry-run' | 'all-or-nothing' | 'skip-bad-rows';
type Change = (preview: SeriesImportPreview) => Partial<SeriesMapping>;

/** With the mapping that is guessed or remembered, changed as the user would. */
export async function importFile(
  workbench: TestWorkbench,
  path: string,
  { mode = 'all-or-nothing', change = () => ({}) }: { mode?: Mode; change?: Change } = {},
): Promise<ImportOutcome> {
  const preview = await workbench.call('previewSeriesImport', { path });
  const mapping = { ...preview.mapping, ...change(preview) };
  return workbench.call('importSeries', { path, mapping, mode, jobId: 'import' });
}

/** Value by period. */
export async function valuesOf(workbench: TestWorkbench, seriesId: string): Promise<[string, number][]> {
  const [series] = (await workbench.call('listSeries', {})).filter(({ id }) => id === seriesId);
  const [observations] = await workbench.call('getObservations', { seriesIds: [seriesId] });
  if (series === undefined || observations === undefined) throw new Error(`There is no series ${seriesId}`);
  const { labelAt } = await import('../../shared/periods.ts');
  return observations.ordinals.map((ordinal, at) => [labelAt(series.grain, ordinal), observations.values[at]]);
}
