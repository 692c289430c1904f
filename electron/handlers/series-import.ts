/** Series from files: what a file holds, and its import, in a thread of its own. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ImportOutcome } from '../../shared/series-import.ts';
import type { Handlers } from '../dispatch.ts';
import { runReading } from '../jobs/run-job.ts';
import { readFactsState } from '../store/fact-edits.ts';
import type { Context } from './context.ts';
import type { RunningJobs } from './running-jobs.ts';

type ImportMethod = 'previewSeriesImport' | 'importSeries' | 'chooseOpenPath';

export function seriesImportHandlers(context: Context, jobs: RunningJobs): Pick<Handlers, ImportMethod> {
  const { db, file: store } = context.store;
  const tell = ({ seriesIds, newNames, added, restated }: ImportOutcome) => {
    if (newNames.length > 0) context.emit({ event: 'factsEdited', factIds: [], state: readFactsState(db) }, null);
    if (added + restated > 0) context.emit({ event: 'seriesEdited', seriesIds }, null);
  };
  return {
    chooseOpenPath: async ({ endings }) => ({ path: (await context.host.chooseOpenPath?.(endings)) ?? null }),
    previewSeriesImport: ({ path, mapping }) => runReading('preview-series', { path, mapping, store }),
    importSeries: async ({ path, mapping, mode, jobId }) => {
      const temporaryFolder = join(context.home, `import-${randomUUID()}`);
      const order = { path, mapping, mode, store, temporaryFolder, at: context.now() };
      const outcome = await jobs.run(jobId, (options) => runReading('import-series', order, options));
      if (outcome.importId !== null) tell(outcome);
      return outcome;
    },
  };
}
