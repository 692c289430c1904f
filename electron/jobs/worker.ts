/**
 * Entry of the worker thread: does the one job it was started for (run-job.ts) and reports to its parent.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import {
  cancelled,
  type JobOrder,
  type JobOutput,
  type OnProgress,
  type WorkerMessage,
  type WorkerOrder,
} from './jobs.ts';
import { cannotWrite } from './target-file.ts';

function say(said: WorkerMessage): void {
  parentPort?.postMessage(said);
}

/** Each job with what it needs alone, so that a short one is not kept waiting for the rest of the program. */
async function work(job: JobOrder, onProgress: OnProgress): Promise<JobOutput> {
  switch (job.kind) {
    case 'export-workbook': {
      const { exportWorkbook } = await import('../excel/export-workbook.ts');
      return exportWorkbook(job.input, job.temporaryPath, onProgress);
    }
    case 'export-table': {
      const { exportTable } = await import('../excel/table-workbook.ts');
      return exportTable(job.input, job.temporaryPath, onProgress);
    }
    case 'export-chart': {
      const { exportChart } = await import('../excel/chart-workbook.ts');
      return exportChart(job.input, job.temporaryPath, onProgress);
    }
    case 'export-csv': {
      const { exportCsv } = await import('../imports/write-csv.ts');
      return exportCsv(job.input, job.temporaryPath, onProgress);
    }
    case 'read-facts': {
      const { readFactFile } = await import('../imports/read-file.ts');
      return readFactFile(job.input);
    }
    case 'preview-series': {
      const { previewSeriesFile } = await import('../imports/series/preview-file.ts');
      return previewSeriesFile(job.input);
    }
    case 'import-company-facts': {
      const { importCompanyFacts } = await import('../imports/series/company-facts.ts');
      return importCompanyFacts(job.input);
    }
    case 'import-series': {
      const { importSeriesFile } = await import('../imports/series/import-file.ts');
      return importSeriesFile(job.input, onProgress);
    }
    case 'preview-bars': {
      const { previewBarFile } = await import('../imports/bars/preview-bars.ts');
      return previewBarFile(job.input);
    }
    case 'import-bars': {
      const { importBarFile } = await import('../imports/bars/import-bars.ts');
      return importBarFile(job.input, onProgress);
    }
    case 'withdraw-bars': {
      const { withdrawBarsFromFile } = await import('../store/withdraw-bar-import.ts');
      return withdrawBarsFromFile(job.input);
    }
    case 'withdraw-series-import': {
      const { withdrawFromFile } = await import('../store/withdraw-series-import.ts');
      return withdrawFromFile(job.input);
    }
  }
}

/** What the disk or the store refused, in words. */
async function understood(thrown: unknown): Promise<unknown> {
  if ('temporaryPath' in job) return cannotWrite(job.input.path, thrown);
  if (!('store' in job.input)) return thrown;
  const { storeFailure } = await import('../store/sqlite.ts');
  return cannotWrite(job.input.store, storeFailure(thrown, job.input.store));
}

const { job, cancelFlag }: WorkerOrder = workerData;
try {
  const output = await work(job, (share, message) => {
    if (Atomics.load(cancelFlag, 0) === 1) throw cancelled();
    say({ type: 'progress', share, message });
  });
  say({ type: 'done', output });
} catch (thrown) {
  const error = await understood(thrown);
  if (error instanceof AppError) {
    say({ type: 'failed', failure: { code: error.code, message: error.said, details: error.details } });
  } else {
    say({ type: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
