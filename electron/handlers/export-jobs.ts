/** Files written as jobs: at the path that the user chose, or left with the host for download. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobOptions } from '../jobs/run-job.ts';
import type { Context } from './context.ts';
import type { RunningJobs } from './running-jobs.ts';

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
};

export function exportJobs({ host }: Context, jobs: RunningJobs): ExportJobs {
  return {
    run: ({ jobId, path, title, ending = 'xlsx' }, write) =>
      jobs.run(jobId, async (options) => {
        let folder: string | null = null;
        try {
          // In a folder of its own, so that a file for download can bear its title.
          if (path === null) folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
          const done = await write(path ?? join(folder ?? '', fileNameOf(title, ending)), options);
          return { ...done, downloadUrl: path === null ? (host.offerDownload?.(done.path) ?? null) : null };
        } catch (error) {
          if (folder !== null) await rm(folder, { recursive: true, force: true });
          throw error;
        }
      }),
  };
}

/** Without the characters that one of the operating systems refuses. */
function fileNameOf(title: string, ending: string): string {
  const stem = title
    .replace(/[\p{Cc}\s<>:"/\\|?*]+/gu, ' ')
    .slice(0, 80)
    .toWellFormed()
    .replace(/[. ]+$/, '')
    .trim();
  return `${stem || 'Plumbline'}.${ending}`;
}
