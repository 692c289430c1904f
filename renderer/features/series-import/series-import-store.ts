/**
 * The import of a vendor's file as it stands: the file, how it is read, the dry run over all of it, and the
 * import itself. It lives beside the screen, so that an import goes on while another screen is looked at.
 *
 *     takeFile(file)        hands it to the workbench, reads its first rows and begins the dry run
 *     readWith(mapping)     reads it another way
 *     importAll()           takes what the dry run found good
 */
import { create } from 'zustand';
import type { Message } from '../../../shared/messages.ts';
import type { ImportOutcome, SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { CallError, call, onEvent, pathOf, releasePath } from '../../api.ts';
import { showFailure, showNotice } from '../../shell/notices.tsx';
import { useRoute } from '../../shell/routes.ts';
import { guessedAnew } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

/** `companyFacts` are the SEC's files, which need no mapping. */
export type ChosenFile = {
  name: string;
  byteCount: number;
  kind: 'table' | 'companyFacts';
  origin: SeriesMapping['origin'];
};

/** A dry run or an import. */
export type Run =
  | { state: 'running'; jobId: string; share: number; said: Message | null }
  | { state: 'done'; outcome: ImportOutcome }
  | { state: 'failed'; failure: unknown }
  | { state: 'cancelled' };

/** Of a run that is through. */
export function outcomeOf(run: Run | null): ImportOutcome | null {
  return run?.state === 'done' ? run.outcome : null;
}

type SeriesImportState = {
  chosen: ChosenFile | null;
  /** Known once the workbench has the file. */
  path: string | null;
  preview: SeriesImportPreview | null;
  isAsking: boolean;
  /** Why the file could not be handed over or read. */
  failure: unknown;
  dryRun: Run | null;
  taking: Run | null;
};

const NOTHING: SeriesImportState = {
  chosen: null,
  path: null,
  preview: null,
  isAsking: false,
  failure: null,
  dryRun: null,
  taking: null,
};

export const useSeriesImport = create<SeriesImportState>(() => NOTHING);

const put = useSeriesImport.setState;
const now = useSeriesImport.getState;

/** Answers to a file or a question that is not the last one are dropped. */
let lastAsked = 0;
let handing = new AbortController();
let takeAgain: () => Promise<void> = async () => undefined;

export async function takeFile(file: File): Promise<void> {
  takeAgain = () => takeFile(file);
  const kind = /\.json$/i.test(file.name) ? 'companyFacts' : 'table';
  begin({ name: file.name, byteCount: file.size, kind, origin: 'own' });
  await read((signal) => pathOf(file, signal));
}

/** The made-up data that come with the program; taken at once, for they are asked for by name. */
export async function takeDemonstration(): Promise<void> {
  takeAgain = takeDemonstration;
  begin({ name: '', byteCount: 0, kind: 'table', origin: 'demonstration' });
  await read(async () => (await call('getDemonstration', {})).path);
  const { preview, dryRun } = now();
  if (preview !== null && dryRun !== null) await importAll();
}

/** No file; what is running goes on or ends with nothing changed. */
export function startOver(): void {
  cancelDryRun();
  const { path, chosen } = now();
  if (path !== null && chosen?.origin === 'own') releasePath(path);
  handing.abort();
  lastAsked += 1;
  put(NOTHING, true);
}

export async function readWith(mapping: SeriesMapping): Promise<void> {
  const { path, preview } = now();
  if (path === null || preview === null) return;
  cancelDryRun();
  // The headings show at once what was chosen: the next choice goes from there.
  put({ preview: { ...preview, mapping }, dryRun: null });
  await ask(path, mapping);
}

/** The order of dates, as the user says it is. The frequency follows: `08/01`, `09/01` are months or days. */
export async function readInOrder(mapping: SeriesMapping): Promise<void> {
  const { path } = now();
  const { dateOrder } = mapping;
  if (path === null) return;
  lastAsked += 1;
  const asked = lastAsked;
  try {
    const guessed = await call('previewSeriesImport', { path, mapping: guessedAnew(mapping, { dateOrder }) });
    if (asked === lastAsked) await readWith({ ...mapping, grain: guessed.mapping.grain });
  } catch (failure) {
    if (asked === lastAsked) put({ failure });
  }
}

/** After a failure: the same file, from where it failed. */
export async function readAgain(): Promise<void> {
  const { path, preview } = now();
  if (path !== null && preview !== null) await ask(path, preview.mapping);
  else await takeAgain();
}

function begin(chosen: ChosenFile): void {
  startOver();
  handing = new AbortController();
  put({ chosen, isAsking: true });
}

async function read(whereIs: (signal: AbortSignal) => Promise<string>): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  try {
    const path = await whereIs(handing.signal);
    if (asked !== lastAsked) return;
    put({ path });
    const { chosen } = now();
    if (chosen?.kind === 'companyFacts') {
      put({ isAsking: false });
      void startDryRun();
    } else {
      await ask(path);
    }
  } catch (failure) {
    if (asked === lastAsked) put({ failure, isAsking: false });
  }
}

async function ask(path: string, mapping?: SeriesMapping): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  put({ isAsking: true, failure: null });
  try {
    const answer = await call('previewSeriesImport', { path, mapping });
    if (asked !== lastAsked) return;
    const origin = now().chosen?.origin ?? 'own';
    const preview = { ...answer, mapping: { ...answer.mapping, origin } };
    put({ preview, isAsking: false });
    if (preview.questions.length === 0) void startDryRun();
  } catch (failure) {
    if (asked === lastAsked) put({ failure, isAsking: false });
  }
}

// --- runs over the whole file ----------------------------------------------------------------------

export async function startDryRun(): Promise<void> {
  cancelDryRun();
  await run('dryRun', 'dry-run');
}

export function cancelDryRun(): void {
  const { dryRun } = now();
  if (dryRun?.state === 'running') cancel(dryRun.jobId);
}

/** Leaves out the rows that the dry run could not take; without one, all or nothing. */
export async function importAll(): Promise<void> {
  const { dryRun } = now();
  const badRowCount = dryRun?.state === 'done' ? dryRun.outcome.badRowCount : 0;
  cancelDryRun();
  await run('taking', badRowCount > 0 ? 'skip-bad-rows' : 'all-or-nothing');
}

export function cancelImport(): void {
  const { taking } = now();
  if (taking?.state === 'running') cancel(taking.jobId);
}

type Mode = 'dry-run' | 'all-or-nothing' | 'skip-bad-rows';

async function run(which: 'dryRun' | 'taking', mode: Mode): Promise<void> {
  const { path, chosen, preview } = now();
  if (path === null || chosen === null) return;
  const jobId = crypto.randomUUID();
  // What was said of an earlier run, or of another file, is not taken for this one's.
  const tell = (said: Run) => {
    const running = now()[which];
    if (running?.state === 'running' && running.jobId === jobId) put({ [which]: said });
  };
  put({ [which]: { state: 'running', jobId, share: 0, said: null } });
  const stop = onEvent((event) => {
    if (event.event === 'jobProgress' && event.jobId === jobId) {
      tell({ state: 'running', jobId, share: event.share, said: event.message });
    }
  });
  try {
    const outcome = await start(chosen.kind, { path, mode, jobId }, preview?.mapping);
    // All or nothing, and it was nothing: the rows in the way are shown as the dry run shows them.
    if (mode === 'all-or-nothing' && outcome.badRowCount > 0) {
      tell({ state: 'cancelled' });
      put({ dryRun: { state: 'done', outcome } });
    } else {
      tell({ state: 'done', outcome });
      if (which === 'taking' && useRoute.getState().route.screen !== 'import-series') {
        const params = { file: chosen.name, count: outcome.added.toLocaleString('en-US') };
        showNotice(seriesImportTexts.importedNotice, params);
      }
    }
  } catch (failure) {
    const isCancelled = failure instanceof CallError && failure.code === 'cancelled';
    tell(isCancelled ? { state: 'cancelled' } : { state: 'failed', failure });
  } finally {
    stop();
  }
}

function start(
  kind: ChosenFile['kind'],
  { mode, ...order }: { path: string; mode: Mode; jobId: string },
  mapping: SeriesMapping | undefined,
): Promise<ImportOutcome> {
  if (kind === 'companyFacts') {
    return call('importCompanyFacts', { ...order, mode: mode === 'dry-run' ? mode : 'all-or-nothing' });
  }
  if (mapping === undefined) throw new Error('A table is imported by its mapping');
  return call('importSeries', { ...order, mode, mapping });
}

function cancel(jobId: string): void {
  call('cancelJob', { jobId }).catch(showFailure);
}
