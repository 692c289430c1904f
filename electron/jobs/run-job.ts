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
import {
  cancelled,
  type JobKind,
  type JobOutput,
  type Jobs,
  type OnProgress,
  type ReadingKind,
  type Readings,
  type WorkerMessage,
} from './jobs.ts';
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

/** A job that says nothing of its progress cannot be told to end. */
const GRACE_MS = 2000;

function inWorker<Output extends JobOutput>(job: Order, onProgress: OnProgress, signal?: AbortSignal) {
  return new Promise<Output>((resolve, reject) => {
    if (signal?.aborted) throw cancelled();
    const order = { job, cancelFlag: new Int32Array(new SharedArrayBuffer(4)) };
    const worker = new Worker(workerUrl(), { workerData: order });
    let settle = () => reject(new Error('The worker thread ended early'));
    let grace: NodeJS.Timeout | undefined;

    // Settling waits for the thread's end, so that nothing writes to the temporary file after that. A thread that is
    // torn off while SQLite works has taken the whole process with it: it ends by itself, if it can.
    const expectEnd = (then: () => void) => {
      settle = then;
      grace ??= setTimeout(() => void worker.terminate(), GRACE_MS);
    };
    const onAbort = () => {
      Atomics.store(order.cancelFlag, 0, 1);
      expectEnd(() => reject(cancelled()));
    };
    signal?.addEventListener('abort', onAbort, { once: true });

    worker.on('message', (said: WorkerMessage) => {
      switch (said.type) {
        case 'progress':
          return onProgress(said.share, said.message);
        // Also where it was cancelled too late; from here on it cannot be any more.
        case 'done':
          signal?.removeEventListener('abort', onAbort);
          return expectEnd(() => resolve(said.output as Output));
        case 'failed': {
          const { code, message: sentence, details } = said.failure;
          return expectEnd(() => reject(new AppError(code, sentence, details)));
        }
        case 'broken':
          return expectEnd(() => reject(new Error(said.stack)));
      }
    });
    worker.on('error', (error) => expectEnd(() => reject(isOutOfMemory(error) ? tooLarge() : error)));
    worker.on('exit', () => {
      clearTimeout(grace);
      signal?.removeEventListener('abort', onAbort);
      settle();
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): AppError {
  return new AppError('invalid-file', message('import.outOfMemory'));
}

/** The worker beside this module in the sources; in the built program this code may lie one folder deeper. */
function workerUrl(): URL {
  const candidates = ['worker.ts', 'worker.js', '../worker.js'].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`No worker beside ${import.meta.url}`);
  return found;
}
