/**
 * Entry of the worker thread: does the one job it was started for (run-job.ts) and reports to its parent.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { exportWorkbook } from '../excel/export-workbook.ts';
import type { JobOrder, WorkerMessage } from './jobs.ts';
import { cannotWrite } from './target-file.ts';

function say(said: WorkerMessage): void {
  parentPort?.postMessage(said);
}

const order: JobOrder = workerData;
try {
  const output = exportWorkbook(order.input, order.temporaryPath, (share, message) =>
    say({ type: 'progress', share, message }),
  );
  say({ type: 'done', output });
} catch (thrown) {
  const error = cannotWrite(order.input.path, thrown);
  if (error instanceof AppError) {
    say({ type: 'failed', failure: { code: error.code, message: error.said, details: error.details } });
  } else {
    say({ type: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
