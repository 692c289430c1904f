/** Price bars from files: what a file holds, and its import, in a thread of its own. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Handlers } from '../dispatch.ts';
import { runReading } from '../jobs/run-job.ts';
import { readFactsState } from '../store/fact-edits.ts';
import { readWatchState } from '../store/watch-edits.ts';
import type { Context } from './context.ts';
import type { RunningJobs } from './running-jobs.ts';
import { withHeartbeat } from './with-heartbeat.ts';
import { withinTime } from './within-time.ts';

export function barImportHandlers(
  context: Context,
  jobs: RunningJobs,
): Pick<Handlers, 'previewBarImport' | 'importBars'> {
  const { db, file: store } = context.store;
  return {
    previewBarImport: ({ path, mapping }) =>
      withinTime((options) => runReading('preview-bars', { path, mapping, store }, options)),
    importBars: async ({ path, mapping, mode, jobId, badRowsFile }) => {
      const temporaryFolder = join(context.home, `import-${randomUUID()}`);
      const order = { path, mapping, mode, store, temporaryFolder, at: context.now(), badRowsFile };
      const outcome = await jobs.run(jobId, (options) =>
        withHeartbeat(options, (beating) => runReading('import-bars', order, beating)),
      );
      if (outcome.importId === null) return outcome;
      if (outcome.newSecurities.length > 0) {
        const { securityIds } = outcome;
        context.emit({ event: 'watchlistEdited', listIds: [], securityIds, state: readWatchState(db) }, null);
        context.emit({ event: 'factsEdited', factIds: [], state: readFactsState(db) }, null);
      }
      context.emit({ event: 'barsEdited', securityIds: outcome.securityIds }, null);
      return outcome;
    },
  };
}
