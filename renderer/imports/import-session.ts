/**
 * The import of a file as it stands: the file, how it is read, the dry run over all of it, and the import itself. It
 * lives beside the screen, so that an import goes on while another screen is looked at.
 *
 *     const session = new ImportSession({ screen, preview, start, tell });
 *     session.take(chosen, (signal) => pathOf(file, signal));   // reads its first rows and begins the dry run
 *     session.readWith(mapping);                                // reads it another way
 *     session.importAll();                                      // takes what the dry run found good
 */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { ImportMode } from '../../shared/import-file.ts';
import type { Message } from '../../shared/messages.ts';
import { CallError, call, onEvent, releasePath } from '../api.ts';
import { showFailure } from '../shell/notices.tsx';
import { type Route, useRoute } from '../shell/routes.ts';

/** A dry run or an import. */
export type Run<Outcome> =
  | { state: 'running'; jobId: string; share: number; said: Message | null }
  | { state: 'done'; outcome: Outcome }
  | { state: 'failed'; failure: unknown }
  | { state: 'cancelled' };

/** Of a run that is through. */
export function outcomeOf<Outcome>(run: Run<Outcome> | null): Outcome | null {
  return run?.state === 'done' ? run.outcome : null;
}

export type ImportState<Chosen, Preview, Outcome> = {
  chosen: Chosen | null;
  /** Known once the workbench has the file. */
  path: string | null;
  preview: Preview | null;
  isAsking: boolean;
  /** Why the file could not be handed over or read. */
  failure: unknown;
  dryRun: Run<Outcome> | null;
  taking: Run<Outcome> | null;
};

type Order = { path: string; mode: ImportMode; jobId: string };

type Kind<Chosen, Mapping, Preview, Outcome> = {
  /** Where the import is shown: elsewhere its end is told by a notice. */
  screen: Route['screen'];
  /** Null of a file that needs no mapping. */
  preview: (path: string, mapping: Mapping | undefined, chosen: Chosen) => Promise<Preview | null>;
  start: (order: Order, chosen: Chosen, preview: Preview | null) => Promise<Outcome>;
  tell: (outcome: Outcome, chosen: Chosen) => void;
};

export class ImportSession<
  // Of a file that is not the user's own, the workbench keeps it.
  Chosen extends { isOwn: boolean },
  Mapping,
  Preview extends { mapping: Mapping; questions: readonly unknown[] },
  Outcome extends { badRowCount: number },
> {
  readonly use: UseBoundStore<StoreApi<ImportState<Chosen, Preview, Outcome>>>;
  readonly #kind: Kind<Chosen, Mapping, Preview, Outcome>;
  /** Answers to a file or a question that is not the last one are dropped. */
  #lastAsked = 0;
  #handing = new AbortController();
  #takeAgain: () => Promise<void> = async () => undefined;

  constructor(kind: Kind<Chosen, Mapping, Preview, Outcome>) {
    this.#kind = kind;
    this.use = create(() => nothing<Chosen, Preview, Outcome>());
  }

  /** `whereIs` hands the file to the workbench, and says where it lies then. */
  async take(chosen: Chosen, whereIs: (signal: AbortSignal) => Promise<string>): Promise<void> {
    this.startOver();
    this.#takeAgain = () => this.take(chosen, whereIs);
    this.#handing = new AbortController();
    this.#put({ chosen, isAsking: true });
    this.#lastAsked += 1;
    const asked = this.#lastAsked;
    try {
      const path = await whereIs(this.#handing.signal);
      if (asked !== this.#lastAsked) return;
      this.#put({ path });
      await this.#ask(path, chosen);
    } catch (failure) {
      if (asked === this.#lastAsked) this.#put({ failure, isAsking: false });
    }
  }

  /** No file; what is running goes on or ends with nothing changed. */
  startOver(): void {
    this.cancelDryRun();
    const { path, chosen } = this.#now();
    if (path !== null && chosen?.isOwn) releasePath(path);
    this.#handing.abort();
    this.#lastAsked += 1;
    this.use.setState(nothing<Chosen, Preview, Outcome>(), true);
  }

  /** What the mapping is to be may depend on another question to the workbench. */
  async readWith(given: Mapping | ((path: string) => Promise<Mapping>)): Promise<void> {
    const { path, preview, chosen } = this.#now();
    if (path === null || preview === null || chosen === null) return;
    let mapping: Mapping;
    if (typeof given === 'function') {
      this.#lastAsked += 1;
      const asked = this.#lastAsked;
      try {
        mapping = await (given as (path: string) => Promise<Mapping>)(path);
      } catch (failure) {
        if (asked === this.#lastAsked) this.#put({ failure });
        return;
      }
      if (asked !== this.#lastAsked) return;
    } else {
      mapping = given;
    }
    this.cancelDryRun();
    // The headings show at once what was chosen: the next choice goes from there.
    this.#put({ preview: { ...preview, mapping }, dryRun: null });
    await this.#ask(path, chosen, mapping);
  }

  /** After a failure: the same file, from where it failed. */
  async readAgain(): Promise<void> {
    const { path, preview, chosen } = this.#now();
    if (path !== null && preview !== null && chosen !== null) await this.#ask(path, chosen, preview.mapping);
    else await this.#takeAgain();
  }

  async #ask(path: string, chosen: Chosen, mapping?: Mapping): Promise<void> {
    this.#lastAsked += 1;
    const asked = this.#lastAsked;
    this.#put({ isAsking: true, failure: null });
    try {
      const preview = await this.#kind.preview(path, mapping, chosen);
      if (asked !== this.#lastAsked) return;
      this.#put({ preview, isAsking: false });
      if (preview === null || preview.questions.length === 0) void this.startDryRun();
    } catch (failure) {
      if (asked === this.#lastAsked) this.#put({ failure, isAsking: false });
    }
  }

  // --- runs over the whole file --------------------------------------------------------------

  async startDryRun(): Promise<void> {
    this.cancelDryRun();
    await this.#run('dryRun', 'dry-run');
  }

  readonly cancelDryRun = (): void => {
    const { dryRun } = this.#now();
    if (dryRun?.state === 'running') cancel(dryRun.jobId);
  };

  /** Leaves out the rows that the dry run could not take; without one, all or nothing. */
  async importAll(): Promise<void> {
    const badRowCount = outcomeOf(this.#now().dryRun)?.badRowCount ?? 0;
    this.cancelDryRun();
    await this.#run('taking', badRowCount > 0 ? 'skip-bad-rows' : 'all-or-nothing');
  }

  readonly cancelImport = (): void => {
    const { taking } = this.#now();
    if (taking?.state === 'running') cancel(taking.jobId);
  };

  async #run(which: 'dryRun' | 'taking', mode: ImportMode): Promise<void> {
    const { path, chosen, preview } = this.#now();
    if (path === null || chosen === null) return;
    const jobId = crypto.randomUUID();
    // What was said of an earlier run, or of another file, is not taken for this one's.
    const tell = (said: Run<Outcome>) => {
      const running = this.#now()[which];
      if (running?.state === 'running' && running.jobId === jobId) this.#setRun(which, said);
    };
    this.#setRun(which, { state: 'running', jobId, share: 0, said: null });
    const stop = onEvent((event) => {
      if (event.event === 'jobProgress' && event.jobId === jobId) {
        tell({ state: 'running', jobId, share: event.share, said: event.message });
      }
    });
    try {
      const outcome = await this.#kind.start({ path, mode, jobId }, chosen, preview);
      // All or nothing, and it was nothing: the rows in the way are shown as the dry run shows them.
      if (mode === 'all-or-nothing' && outcome.badRowCount > 0) {
        tell({ state: 'cancelled' });
        this.#setRun('dryRun', { state: 'done', outcome });
      } else {
        tell({ state: 'done', outcome });
        const isElsewhere = useRoute.getState().route.screen !== this.#kind.screen;
        if (which === 'taking' && isElsewhere) this.#kind.tell(outcome, chosen);
      }
    } catch (failure) {
      const isCancelled = failure instanceof CallError && failure.code === 'cancelled';
      tell(isCancelled ? { state: 'cancelled' } : { state: 'failed', failure });
    } finally {
      stop();
    }
  }

  #setRun(which: 'dryRun' | 'taking', run: Run<Outcome>): void {
    this.#put(which === 'dryRun' ? { dryRun: run } : { taking: run });
  }

  #put(changed: Partial<ImportState<Chosen, Preview, Outcome>>): void {
    this.use.setState(changed);
  }

  #now(): ImportState<Chosen, Preview, Outcome> {
    return this.use.getState();
  }
}

function nothing<Chosen, Preview, Outcome>(): ImportState<Chosen, Preview, Outcome> {
  return { chosen: null, path: null, preview: null, isAsking: false, failure: null, dryRun: null, taking: null };
}

function cancel(jobId: string): void {
  call('cancelJob', { jobId }).catch(showFailure);
}
