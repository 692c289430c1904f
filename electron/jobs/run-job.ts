/**
 * Runs work that takes long in a thread of its own, with progress and cancel:
 *
 *     await runJob('export-workbook', { document, sources, path, language }, { onProgress, signal })
 *
 * Expected failures arrive as `AppError` (`cannot-write`, `cancelled`, …), bugs as any other Error.
 * The target file appears complete or not at all, and an older one stays until then.
 */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { JobKind, JobOutput, Jobs, OnProgress, ReadingKind, Readings, WorkerMessage } from './jobs.ts';
import { replaceFile } from './target-file.ts';

export type JobOptions = { onProgress?: OnProgress; signal?: AbortSignal };

export async function runJob<K extends JobKind>(
  kind: K,
  input: Jobs[K]['input'],
  { onProgress = () => {}, signal }: JobOptions = {},
): Promise<Jobs[K]['output']> {
  return replaceFile(input.path, (temporaryPath) =>
    inWorker<Jobs[K]['output']>({ kind, input, temporaryPath }, onProgress, signal),
  );
}

/** Runs work that gives an answer and leaves no file. */
export async function runReading<K extends ReadingKind>(
  kind: K,
  input: Readings[K]['input'],
  { onProgress = () => {}, signal }: JobOptions = {},
): Promise<Readings[K]['output']> {
  return inWorker<Readings[K]['output']>({ kind, input }, onProgress, signal);
}

/** What is sent to the thread is read there as a `JobOrder`, whose kind says what comes back. */
type Order = { kind: JobKind | ReadingKind; input: object; temporaryPath?: string };

function inWorker<Output extends JobOutput>(order: Order, onProgress: OnProgress, signal?: AbortSignal) {
  return new Promise<Output>((resolve, reject) => {
    if (signal?.aborted) throw cancelled();
    const worker = new Worker(workerUrl(), { workerData: order });

    // Settling waits for the thread's end, so that nothing writes to the temporary file after that.
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      worker.removeAllListeners();
      worker.terminate().then(settle, reject);
    };
    const onAbort = () => end(() => reject(cancelled()));
    signal?.addEventListener('abort', onAbort, { once: true });

    worker.on('message', (said: WorkerMessage) => {
      switch (said.type) {
        case 'progress':
          return onProgress(said.share, said.message);
        case 'done':
          return end(() => resolve(said.output as Output));
        case 'failed': {
          const { code, message: sentence, details } = said.failure;
          return end(() => reject(new AppError(code, sentence, details)));
        }
        case 'broken':
          return end(() => reject(new Error(said.stack)));
      }
    });
    worker.on('error', (error) => end(() => reject(isOutOfMemory(error) ? tooLarge() : error)));
    worker.on('exit', (exitCode) => end(() => reject(new Error(`The worker thread ended early (${exitCode})`))));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): AppError {
  return new AppError('invalid-file', message('import.outOfMemory'));
}

function cancelled(): AppError {
  return new AppError('cancelled', message('excel.cancelled'));
}

/** The worker beside this module in the sources; in the built program this code may lie one folder deeper. */
function workerUrl(): URL {
  const candidates = ['worker.ts', 'worker.js', '../worker.js'].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`No worker beside ${import.meta.url}`);
  return found;
}
