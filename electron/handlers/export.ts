/** Workbooks out, as jobs: with progress, and cancelled by the id that the caller gave them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { inLanguage } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { runJob } from '../jobs/run-job.ts';
import { listSources } from '../store/sources.ts';
import type { Context } from './context.ts';
import { storedFacts } from './sheet-facts.ts';
import { documentOfIndex } from './sheet-index.ts';

export function exportHandlers(context: Context): Pick<Handlers, 'exportWorkbook' | 'cancelJob' | 'chooseSavePath'> {
  const { host, store, emit } = context;
  const running = new Map<string, AbortController>();
  return {
    exportWorkbook: async ({ sheetId, path, language, jobId }) => {
      const { index, model } = context.sheets.get(sheetId);
      const document = documentOfIndex(index);
      const facts = storedFacts(store.db).describe(model.usedFacts());
      if (running.has(jobId)) throw new AppError('invalid-value', message('sheet.jobRunning', { jobId }));
      const job = new AbortController();
      running.set(jobId, job);
      const folder = path === null ? await mkdtemp(join(tmpdir(), 'plumbline-')) : null;
      try {
        // In a folder of its own, so that a file for download can bear the sheet's title.
        const target = path ?? join(folder ?? '', fileNameOf(inLanguage(document.sheet.title, language)));
        const done = await runJob(
          'export-workbook',
          { document, sources: listSources(store.db), facts, path: target, language },
          {
            onProgress: (share, said) => emit({ event: 'jobProgress', jobId, share, message: said }, null),
            signal: job.signal,
          },
        );
        const downloadUrl = path === null ? (host.offerDownload?.(done.path) ?? null) : null;
        return { ...done, downloadUrl };
      } catch (error) {
        if (folder !== null) await rm(folder, { recursive: true, force: true });
        throw error;
      } finally {
        running.delete(jobId);
      }
    },
    cancelJob: ({ jobId }) => {
      const job = running.get(jobId);
      job?.abort();
      return { cancelled: job !== undefined };
    },
    chooseSavePath: async ({ suggestedName }) => ({ path: (await host.chooseSavePath?.(suggestedName)) ?? null }),
  };
}

/** Without the characters that one of the operating systems refuses. */
function fileNameOf(title: string): string {
  const stem = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .slice(0, 80)
    .toWellFormed()
    .replace(/[. ]+$/, '')
    .trim();
  return `${stem || 'Plumbline'}.xlsx`;
}
