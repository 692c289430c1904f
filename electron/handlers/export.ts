/** Workbooks of sheets out, as jobs; and what every export shares with the user: cancel, and where to save. */
import { inLanguage } from '../../shared/language.ts';
import type { Handlers } from '../dispatch.ts';
import { runJob } from '../jobs/run-job.ts';
import { listSources } from '../store/sources.ts';
import type { Context } from './context.ts';
import type { ExportJobs } from './export-jobs.ts';
import type { RunningJobs } from './running-jobs.ts';
import { storedFacts } from './sheet-facts.ts';
import { documentOfIndex } from './sheet-index.ts';
import { storedSeries } from './sheet-series.ts';

export function exportHandlers(
  context: Context,
  exports: ExportJobs,
  jobs: RunningJobs,
): Pick<Handlers, 'exportWorkbook' | 'cancelJob' | 'chooseSavePath'> {
  const { host, store } = context;
  return {
    exportWorkbook: ({ sheetId, path, language, jobId }) => {
      const { index, model } = context.sheets.get(sheetId);
      const document = documentOfIndex(index);
      const facts = storedFacts(store.db).describe(model.usedFacts());
      const series = storedSeries(store.db).describe(model.usedSeries());
      const sources = listSources(store.db);
      return exports.run({ jobId, path, title: inLanguage(document.sheet.title, language) }, (target, options) =>
        runJob('export-workbook', { document, sources, facts, series, path: target, language }, options),
      );
    },
    cancelJob: ({ jobId }) => ({ cancelled: jobs.cancel(jobId) }),
    chooseSavePath: async ({ suggestedName }) => ({ path: (await host.chooseSavePath?.(suggestedName)) ?? null }),
  };
}
