/**
 * Jobs under way, each under the id that its caller gave it: its progress goes to everyone, and it is cancelled
 * by that id.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { JobOptions } from '../jobs/run-job.ts';
import type { Context } from './context.ts';

export class RunningJobs {
  readonly #emit: Context['emit'];
  readonly #running = new Map<string, AbortController>();

  constructor({ emit }: Pick<Context, 'emit'>) {
    this.#emit = emit;
  }

  /** Throws AppError 'invalid-value' where a job of that id is running. */
  async run<T>(jobId: string, work: (options: JobOptions) => Promise<T>): Promise<T> {
    if (this.#running.has(jobId)) throw new AppError('invalid-value', message('sheet.jobRunning', { jobId }));
    const job = new AbortController();
    this.#running.set(jobId, job);
    try {
      return await work({
        onProgress: (share, said) => this.#emit({ event: 'jobProgress', jobId, share, message: said }, null),
        signal: job.signal,
      });
    } finally {
      this.#running.delete(jobId);
    }
  }

  /** Whether there was such a job. */
  cancel(jobId: string): boolean {
    const job = this.#running.get(jobId);
    job?.abort();
    return job !== undefined;
  }
}
