/** Series from files: what a file holds, and its import, in a thread of its own. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ImportOutcome, SeriesMapping } from '../../shared/series-import.ts';
import type { Handlers } from '../dispatch.ts';
import { runReading } from '../jobs/run-job.ts';
import { readFactsState } from '../store/fact-edits.ts';
import type { Context } from './context.ts';
import { tellSeriesEdited } from './recalculate-sheets.ts';
import type { RunningJobs } from './running-jobs.ts';
import { withHeartbeat } from './with-heartbeat.ts';
import { withinTime } from './within-time.ts';

type ImportMethod =
  | 'previewSeriesImport'
  | 'importSeries'
  | 'importCompanyFacts'
  | 'getDemonstration'
  | 'chooseOpenPath';

export function seriesImportHandlers(context: Context, jobs: RunningJobs): Pick<Handlers, ImportMethod> {
  const { db, file: store } = context.store;
  const { demonstration } = context.data;
  const tell = ({ seriesIds, newNames, added, restated }: ImportOutcome) => {
    if (newNames.length > 0) context.emit({ event: 'factsEdited', factIds: [], state: readFactsState(db) }, null);
    if (added + restated > 0) tellSeriesEdited(context, seriesIds);
  };
  /** Made-up numbers stay marked, whatever a mapping says. */
  const withOrigin = (path: string, mapping: SeriesMapping): SeriesMapping =>
    path === demonstration ? { ...mapping, origin: 'demonstration' } : mapping;
  return {
    chooseOpenPath: async ({ endings }) => ({ path: (await context.host.chooseOpenPath?.(endings)) ?? null }),
    getDemonstration: () => ({ path: demonstration }),
    previewSeriesImport: async ({ path, mapping }) => {
      const order = { path, mapping, store };
      const preview = await withinTime((options) => runReading('preview-series', order, options));
      return { ...preview, mapping: withOrigin(path, preview.mapping) };
    },
    importSeries: async ({ path, mapping: given, mode, jobId, badRowsFile }) => {
      const mapping = withOrigin(path, given);
      const temporaryFolder = join(context.home, `import-${randomUUID()}`);
      const order = { path, mapping, mode, store, temporaryFolder, at: context.now(), badRowsFile };
      const outcome = await jobs.run(jobId, (options) =>
        withHeartbeat(options, (beating) => runReading('import-series', order, beating)),
      );
      if (outcome.importId !== null) tell(outcome);
      return outcome;
    },
    importCompanyFacts: async ({ path, mode, jobId }) => {
      const order = { path, mode, store, at: context.now() };
      const outcome = await jobs.run(jobId, (options) => runReading('import-company-facts', order, options));
      if (outcome.importId !== null) tell(outcome);
      return outcome;
    },
  };
}
