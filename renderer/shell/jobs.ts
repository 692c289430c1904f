/**
 * Jobs under way and just done: what the workbench does in the background for this window.
 *
 * `exportSheet` and `exportTable` ask where to save (in the window), write the workbook and leave the
 * result, or the reason why not, in the list that JobProgress shows.
 */
import { create } from 'zustand';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { FactFilter } from '../../shared/fact-methods.ts';
import { inLanguage, type Language, type LocalText } from '../../shared/language.ts';
import { formatMessage, type Message, message } from '../../shared/messages.ts';
import type { Table } from '../../shared/table.ts';
import { CallError, call, hasNativeDialogs, onEvent } from '../api.ts';
import { failureText } from './notices.tsx';
import { usePreferences } from './preferences.ts';

export type Job = { id: string; title: LocalText } & (
  | { state: 'running'; share: number; message: Message | null }
  | { state: 'done'; path: string; downloadUrl: string | null; cellCount?: number }
  | { state: 'failed'; reason: string }
  | { state: 'cancelled' }
);

export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

/** Exports a sheet as an Excel workbook in the user's language. Never throws: the job says how it went. */
export async function exportSheet(sheetId: string, title: LocalText): Promise<void> {
  await exportAs(title, (target) => call('exportWorkbook', { sheetId, ...target }));
}

/** Exports a table of a screen as an Excel workbook with its sources. Never throws: the job says how it went. */
export async function exportTable(table: Table): Promise<void> {
  await exportAs(table.title, (target) => call('exportTable', { table, ...target }));
}

/** Exports what a chart draws: data, live formulas, a native chart. Never throws: the job says how it went. */
export async function exportChart(spec: ChartSpec, title: LocalText): Promise<void> {
  await exportAs(title, (target) => call('exportChartWorkbook', { spec, ...target }));
}

/** Exports the facts that fit, in the columns that the import takes. Never throws: the job says how it went. */
export async function exportFacts(filter: FactFilter, format: 'csv' | 'xlsx'): Promise<void> {
  await exportAs(FACTS, (target) => call('exportFacts', { filter, format, ...target }), format);
}

const FACTS: LocalText = {
  zh: formatMessage(message('excel.facts'), 'zh'),
  en: formatMessage(message('excel.facts'), 'en'),
};

type Target = { path: string | null; language: Language; jobId: string };
/** `cellCount` of a table. */
type Written = { path: string; downloadUrl: string | null; cellCount?: number };

/** Asks where to save (in the window) and has the file written. Never throws: the job says how it went. */
export async function exportAs(
  title: LocalText,
  write: (target: Target) => Promise<Written>,
  ending = 'xlsx',
): Promise<void> {
  const language = usePreferences.getState().language;
  const id = crypto.randomUUID();
  try {
    const path = await chooseExportPath(inLanguage(title, language), ending);
    if (path === undefined) return;
    put({ id, title, state: 'running', share: 0, message: null });
    const written = await write({ path, language, jobId: id });
    put({ id, title, state: 'done', ...written });
    if (written.downloadUrl !== null) download(written.downloadUrl);
  } catch (failure) {
    const isCancelled = failure instanceof CallError && failure.code === 'cancelled';
    put(isCancelled ? { id, title, state: 'cancelled' } : { id, title, state: 'failed', reason: failureText(failure) });
  }
}

export function cancelJob(jobId: string): void {
  call('cancelJob', { jobId }).catch((failure) => {
    const job = useJobs.getState().jobs.find((candidate) => candidate.id === jobId);
    if (job) put({ id: job.id, title: job.title, state: 'failed', reason: failureText(failure) });
  });
}

/** Takes a finished job off the list. */
export function dismissJob(jobId: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== jobId) }));
}

/** Keeps the shares of running jobs up to date; returns how to stop. */
export function followJobs(): () => void {
  return onEvent((event) => {
    if (event.event !== 'jobProgress') return;
    const job = useJobs.getState().jobs.find((candidate) => candidate.id === event.jobId);
    if (job?.state === 'running') put({ ...job, share: event.share, message: event.message });
  });
}

/** Null where the host has no dialogs and keeps the file for download; undefined when the user cancels. */
async function chooseExportPath(title: string, ending: string): Promise<string | null | undefined> {
  if (!hasNativeDialogs()) return null;
  const { path } = await call('chooseSavePath', { suggestedName: `${fileName(title)}.${ending}` });
  return path ?? undefined;
}

/** A title without what file systems refuse. */
export function fileName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 120) || 'Plumbline'
  );
}

function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}

function put(job: Job): void {
  useJobs.setState(({ jobs }) => {
    const isKnown = jobs.some((candidate) => candidate.id === job.id);
    return { jobs: isKnown ? jobs.map((candidate) => (candidate.id === job.id ? job : candidate)) : [...jobs, job] };
  });
}
