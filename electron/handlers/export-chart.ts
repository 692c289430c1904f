/** Charts of series as Excel workbooks: the data, formulas for what is derived from it, and a native chart. */
import { chartFileTitle } from '../../shared/charts/chart-table.ts';
import { inLanguage } from '../../shared/language.ts';
import type { Handlers } from '../dispatch.ts';
import type { ChartImport } from '../excel/imports-sheet.ts';
import { runJob } from '../jobs/run-job.ts';
import { findSeriesImport } from '../store/series-imports.ts';
import { listSources } from '../store/sources.ts';
import { chartInputs, factIdsOf } from './chart-inputs.ts';
import type { Context } from './context.ts';
import type { ExportJobs } from './export-jobs.ts';
import { describeFacts } from './export-table.ts';

export function exportChartHandlers(context: Context, jobs: ExportJobs): Pick<Handlers, 'exportChartWorkbook'> {
  const { db } = context.store;
  return {
    exportChartWorkbook: ({ spec, path, language, jobId }) => {
      const inputs = chartInputs(db, spec);
      const { observations } = inputs;
      const rate = spec.rateFactId === null ? [] : [spec.rateFactId];
      const facts = describeFacts(
        db,
        new Set([...factIdsOf(observations), ...inputs.facts.map(({ id }) => id), ...rate]),
      );
      const importIds = observations.flatMap(({ origins }) => origins.flatMap(({ importId }) => importId ?? []));
      const imports = [...new Set(importIds)].flatMap((importId): ChartImport[] => {
        const found = findSeriesImport(db, importId);
        return found === undefined ? [] : [found];
      });
      const isDemonstration = inputs.series.some(({ origin }) => origin === 'demonstration');
      const title = inLanguage(chartFileTitle({ spec, isDemonstration }), language);
      const order = { spec, inputs, facts, imports, sources: listSources(db), language };
      return jobs.run({ jobId, path, title }, (target, options) =>
        runJob('export-chart', { ...order, path: target }, options),
      );
    },
  };
}
