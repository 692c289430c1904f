/**
 * The composition root: opens the store of a data folder, builds the handlers over it and gives the
 * face that every host uses.
 *
 *     const workbench = openWorkbench({ home, dataFolder, host });
 *     const result = await workbench.dispatch('openSheet', { sheetId }, clientId);
 *     workbench.close();
 */
import { setFlagsFromString } from 'node:v8';
import type { WorkbenchEvent } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import { SECRET_METHODS } from '../shared/vault-methods.ts';
import { BusyCalls } from './busy-calls.ts';
import { buildDispatch, type Dispatch, type Handlers } from './dispatch.ts';
import { barImportHandlers } from './handlers/bar-import.ts';
import { barHandlers } from './handlers/bars.ts';
import { calendarHandlers } from './handlers/calendar.ts';
import { cellHandlers } from './handlers/cells.ts';
import { conflictHandlers } from './handlers/conflicts.ts';
import type { Context, Host } from './handlers/context.ts';
import { entityHandlers } from './handlers/entities.ts';
import { evaluateHandlers } from './handlers/evaluate.ts';
import { eventHandlers } from './handlers/events.ts';
import { exportHandlers } from './handlers/export.ts';
import { exportChartHandlers } from './handlers/export-chart.ts';
import { exportFactsHandlers } from './handlers/export-facts.ts';
import { exportJobs } from './handlers/export-jobs.ts';
import { exportTableHandlers } from './handlers/export-table.ts';
import { factEditHandlers } from './handlers/fact-edit.ts';
import { factImportHandlers } from './handlers/fact-import.ts';
import { factHandlers } from './handlers/facts.ts';
import { historyHandlers } from './handlers/history.ts';
import { lineHandlers } from './handlers/lines.ts';
import { liveFigureHandlers } from './handlers/live-figures.ts';
import { modelHandlers } from './handlers/models.ts';
import { noteImageHandlers } from './handlers/note-images.ts';
import { noteHandlers } from './handlers/notes.ts';
import { objectHandlers } from './handlers/objects.ts';
import { OpenSheets } from './handlers/open-sheets.ts';
import { ownRatingHandlers } from './handlers/own-ratings.ts';
import { pasteHandlers } from './handlers/paste.ts';
import { placeHandlers } from './handlers/places.ts';
import { priceHandlers } from './handlers/prices.ts';
import { programHandlers } from './handlers/program.ts';
import { ratingHandlers } from './handlers/ratings.ts';
import { riskHandlers } from './handlers/risks.ts';
import { RunningJobs } from './handlers/running-jobs.ts';
import { scenarioHandlers } from './handlers/scenarios.ts';
import { scorecardHandlers } from './handlers/scorecard.ts';
import { searchHandlers } from './handlers/search.ts';
import { securityHandlers } from './handlers/securities.ts';
import { seriesHandlers } from './handlers/series.ts';
import { seriesImportHandlers } from './handlers/series-import.ts';
import { sheetHandlers } from './handlers/sheets.ts';
import { sourceHandlers } from './handlers/sources.ts';
import { thesisHandlers } from './handlers/theses.ts';
import { ThesisWatch } from './handlers/thesis-watch.ts';
import { traceSourcesHandlers } from './handlers/trace-sources.ts';
import { unitHandlers } from './handlers/units.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { vaultFileHandlers } from './handlers/vault-files.ts';
import { viewHandlers } from './handlers/views.ts';
import { watchEntryHandlers } from './handlers/watch-entries.ts';
import { watchGroupHandlers } from './handlers/watch-groups.ts';
import { watchListHandlers } from './handlers/watch-lists.ts';
import { bundledData } from './store/bundled-data.ts';
import { loadBundled } from './store/load-bundled.ts';
import { openStore, type Store } from './store/open-store.ts';
import { lastId } from './store/sheets.ts';
import { isBusy, storeFailure } from './store/sqlite.ts';
import { AutoLock } from './vault/auto-lock.ts';
import { isLockAsked, markOpen } from './vault/lock-request.ts';
import { dropUnusedImages } from './vault/unused-images.ts';
import { Vault } from './vault/vault.ts';

export type { Host } from './handlers/context.ts';

/** `except` is the client that caused the event and must not get it; null is for all. */
export type WorkbenchListener = (event: WorkbenchEvent, except: string | null) => void;

export type Workbench = {
  dispatch: Dispatch;
  events: { subscribe: (listener: WorkbenchListener) => () => void };
  close: () => void;
};

export type WorkbenchOptions = {
  home: string;
  dataFolder: string;
  host: Host;
  /** The moment, ISO 8601 in UTC; the machine's clock where it is left out. */
  now?: () => string;
};

/**
 * @param home the data folder, made where it is missing
 * @param dataFolder the program's own data/: templates and sources
 * @throws AppError 'in-use', 'newer-version', 'store-corrupt' or 'cannot-write'
 */
export function openWorkbench(options: WorkbenchOptions): Workbench {
  // Reading a large sheet would grow V8's young generation for good: 100 MB at 100,000 lines.
  setFlagsFromString('--semi-space-growth-factor=1');
  return workbenchOver(openStore(options.home), options);
}

/** The workbench over a store that is open already. */
export function workbenchOver(
  store: Store,
  { home, dataFolder, host, now = systemClock }: WorkbenchOptions,
): Workbench {
  const listeners = new Set<WorkbenchListener>();
  load(store, dataFolder);
  // From here on nothing waits for another connection with the whole program: dispatch asks again.
  store.db.pragma('busy_timeout = 0');
  let usedId = lastId(store.db);
  const context: Context = {
    home,
    store,
    vault: new Vault(store.db, now, host.keyStore ?? null),
    host,
    data: bundledData(dataFolder),
    sheets: new OpenSheets(store.db),
    emit: (event, except) => {
      for (const listener of listeners) tell(listener, event, except, host);
    },
    nextId: () => {
      usedId += 1;
      return usedId;
    },
    now,
  };
  markOpen(home, false);
  context.vault.subscribe((isOpen) => markOpen(home, isOpen));
  const autoLock = new AutoLock(context.vault, () => isLockAsked(home));
  const handlers = buildHandlers(context, autoLock);
  // After what the handlers keep of the vault, so that whoever hears of it can ask.
  context.vault.subscribe((isOpen) => context.emit({ event: isOpen ? 'vaultOpened' : 'vaultLocked' }, null));
  dropUnusedImagesOnce(context);
  const theses = new ThesisWatch(context);
  listeners.add((event) => theses.note(event));
  return {
    dispatch: buildDispatch(
      handlers,
      host.log,
      (error) => storeFailure(error, store.file),
      new BusyCalls(isBusy),
      (method) => context.vault.isOpen || SECRET_METHODS.includes(method),
    ),
    events: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: () => {
      context.vault.lock();
      autoLock.stop();
      theses.close();
      store.close();
    },
  };
}

/** At the first opening: later, an editor may take back what it took out. A command ends too soon for it. */
function dropUnusedImagesOnce({ vault, host }: Context): void {
  if (host.kind === 'command-line') return;
  const stop = vault.subscribe((isOpen) => {
    if (!isOpen) return;
    stop();
    dropUnusedImages(vault).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'vault-locked') return;
      // Without its message: that may be of something private. The next start tries again.
      host.log(`Unused images were not taken out: ${error instanceof Error ? error.name : typeof error}`);
    });
  });
}

function systemClock(): string {
  return new Date().toISOString();
}

/** A store that cannot take the program's own facts is given free again. */
function load(store: Store, dataFolder: string): void {
  try {
    loadBundled(store.db, dataFolder);
  } catch (error) {
    store.close();
    throw storeFailure(error, store.file);
  }
}

/** A client that cannot be told must not fail the call of the one who did something. */
function tell(listener: WorkbenchListener, event: WorkbenchEvent, except: string | null, host: Host): void {
  try {
    listener(event, except);
  } catch (error) {
    host.log(`Event ${event.event}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function buildHandlers(context: Context, autoLock: AutoLock): Handlers {
  const jobs = new RunningJobs(context);
  const exports = exportJobs(context, jobs);
  return {
    ...programHandlers(context),
    ...sheetHandlers(context),
    ...barHandlers(context),
    ...barImportHandlers(context, jobs),
    ...cellHandlers(context),
    ...traceSourcesHandlers(context),
    ...lineHandlers(context),
    ...pasteHandlers(context),
    ...scenarioHandlers(context),
    ...unitHandlers(context),
    ...historyHandlers(context),
    ...exportHandlers(context, exports, jobs),
    ...exportTableHandlers(context, exports),
    ...exportChartHandlers(context, exports),
    ...exportFactsHandlers(context, exports),
    ...factImportHandlers(context),
    ...evaluateHandlers(context),
    ...sourceHandlers(context),
    ...entityHandlers(context),
    ...factHandlers(context),
    ...factEditHandlers(context),
    ...conflictHandlers(context),
    ...searchHandlers(context),
    ...modelHandlers(context),
    ...priceHandlers(context),
    ...seriesHandlers(context),
    ...seriesImportHandlers(context, jobs),
    ...ratingHandlers(context),
    ...ownRatingHandlers(context),
    ...scorecardHandlers(context, jobs),
    ...eventHandlers(context),
    ...viewHandlers(context),
    ...liveFigureHandlers(context),
    ...vaultHandlers(context, autoLock),
    ...vaultFileHandlers(context, exports, jobs),
    ...thesisHandlers(context),
    ...riskHandlers(context),
    ...placeHandlers(context),
    ...calendarHandlers(context),
    ...securityHandlers(context),
    ...watchListHandlers(context),
    ...watchGroupHandlers(context),
    ...watchEntryHandlers(context),
    ...noteHandlers(context),
    ...noteImageHandlers(context),
    ...objectHandlers(context),
  };
}
