/** Files written as jobs: with progress, and cancelled by the id that the caller gave them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { JobOptions } from '../jobs/run-job.ts';
import type { Context } from './context.ts';

type Target = {
  jobId: string;
  /** Null leaves the file with the host for download, under a name made of `title`. */
  path: string | null;
  title: string;
  /** Of the file's name, without the dot. */
  ending?: string;
};
type Written = { path: string; cellCount: number };

export type ExportJobs = {
  /** `write` runs the job that writes the file at `path`. */
  run: (
    target: Target,
    write: (path: string, options: JobOptions) => Promise<Written>,
  ) => Promise<Written & { downloadUrl: string | null }>;
  /** Whether there was such a job. */
  cancel: (jobId: string) => boolean;
};

export function exportJobs({ host, emit }: Context): ExportJobs {
  const running = new Map<string, AbortController>();
  return {
    run: async ({ jobId, path, title, ending = 'xlsx' }, write) => {
      if (running.has(jobId)) throw new AppError('invalid-value', message('sheet.jobRunning', { jobId }));
      const job = new AbortController();
      running.set(jobId, job);
      let folder: string | null = null;
      try {
        // In a folder of its own, so that a file for download can bear its title.
        if (path === null) folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
        const target = path ?? join(folder ?? '', fileNameOf(title, ending));
        const done = await write(target, {
          onProgress: (share, said) => emit({ event: 'jobProgress', jobId, share, message: said }, null),
          signal: job.signal,
        });
        return { ...done, downloadUrl: path === null ? (host.offerDownload?.(done.path) ?? null) : null };
      } catch (error) {
        if (folder !== null) await rm(folder, { recursive: true, force: true });
        throw error;
      } finally {
        running.delete(jobId);
      }
    },
    cancel: (jobId) => {
      const job = running.get(jobId);
      job?.abort();
      return job !== undefined;
    },
  };
}

/** Without the characters that one of the operating systems refuses. */
function fileNameOf(title: string, ending: string): string {
  const stem = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .slice(0, 80)
    .toWellFormed()
    .replace(/[. ]+$/, '')
    .trim();
  return `${stem || 'Plumbline'}.${ending}`;
}
