/**
 * What the home screen lists: sheets, templates and the sources that these cite; and what can be done
 * with sheets as a whole. Loaded once and again whenever another window changes the list.
 */
import { create } from 'zustand';
import type { SheetSummary, TemplateSummary } from '../../../shared/contract.ts';
import type { Source } from '../../../shared/facts.ts';
import type { LocalText } from '../../../shared/language.ts';
import { call } from '../../api.ts';
import { following } from '../../follow.ts';
import { showFailure, showNotice, showUndoable } from '../../shell/notices.tsx';
import { goTo } from '../../shell/routes.ts';
import { homeTexts } from './home-texts.ts';

export type HomeState = {
  status: 'loading' | 'ready' | 'failed';
  /** What the call threw that should have given the lists. */
  failure: unknown;
  /** Most recently changed first. */
  sheets: readonly SheetSummary[];
  templates: readonly TemplateSummary[];
  sources: readonly Source[];
  /** The sheet that Undo brought back last, to be shown where it is; null where none is. */
  restoredId: string | null;
  /** Why the last file could not be imported; null where nothing went wrong. */
  importFailure: { file: string; failure: unknown } | null;
};

export const useHome = create<HomeState>(() => ({
  status: 'loading',
  failure: null,
  sheets: [],
  templates: [],
  sources: [],
  restoredId: null,
  importFailure: null,
}));

/** Reads the lists. How it went is in `status`. */
export async function loadHome(): Promise<void> {
  try {
    const [sheets, templates, sources] = await Promise.all([
      call('listSheets', {}),
      call('listTemplates', {}),
      call('listSources', {}),
    ]);
    useHome.setState({
      status: 'ready',
      failure: null,
      sheets: recentFirst(sheets),
      templates: exhibitsInOrder(templates),
      sources,
    });
  } catch (failure) {
    useHome.setState({ status: 'failed', failure });
  }
}

/** Keeps the lists up to date with other windows, and after the host was away; returns how to stop. */
export function followHome(): () => void {
  return following('sheetsListed')(() => void loadHome());
}

export async function newSheet(): Promise<void> {
  await openMade(call('createSheet', {}));
}

export async function newSheetFromTemplate(templateId: string): Promise<void> {
  await openMade(call('createSheet', { templateId }));
}

/** Imports a sheet's JSON definition and opens it; a refusal is kept in `importFailure`. */
export async function importSheetFile(file: File): Promise<void> {
  useHome.setState({ importFailure: null });
  try {
    const { sheetId } = await call('importSheet', { definition: await file.text() });
    showNotice(homeTexts.imported, { file: file.name });
    goTo({ screen: 'sheet', sheetId });
  } catch (failure) {
    useHome.setState({ importFailure: { file: file.name, failure } });
    goTo({ screen: 'home' });
  }
}

/** Asks for a file to import. */
export function chooseImportFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) void importSheetFile(file);
  };
  input.click();
}

export async function duplicateSheet(sheetId: string): Promise<void> {
  try {
    await call('duplicateSheet', { sheetId });
    await loadHome();
  } catch (failure) {
    showFailure(failure);
  }
}

/** Takes the sheet off the list, with a notice that brings it back. `title` as the user reads it. */
export async function deleteSheet(sheetId: string, title: string): Promise<void> {
  try {
    await call('deleteSheet', { sheetId });
    showUndoable(homeTexts.deleted, { title }, () => void restoreSheet(sheetId, title));
    await loadHome();
  } catch (failure) {
    showFailure(failure);
  }
}

async function restoreSheet(sheetId: string, title: string): Promise<void> {
  try {
    await call('restoreSheet', { sheetId });
    showNotice(homeTexts.restored, { title });
    await loadHome();
    useHome.setState({ restoredId: sheetId });
  } catch (failure) {
    showFailure(failure);
  }
}

/** Hands the sheet out as one JSON document. */
export async function downloadDefinition(sheetId: string, title: string): Promise<void> {
  try {
    const { definition } = await call('getSheetDefinition', { sheetId });
    const url = URL.createObjectURL(new Blob([definition], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${title}.json`;
    link.click();
    URL.revokeObjectURL(url);
  } catch (failure) {
    showFailure(failure);
  }
}

/** A title, with a stand-in where a sheet has none. */
export function titleOr(title: LocalText): LocalText {
  return title.zh || title.en ? title : homeTexts.untitled;
}

async function openMade(made: Promise<{ sheetId: string }>): Promise<void> {
  try {
    const { sheetId } = await made;
    goTo({ screen: 'sheet', sheetId });
  } catch (failure) {
    showFailure(failure);
  }
}

/** Exhibits by their number, then what stands for no single exhibit. */
function exhibitsInOrder(templates: readonly TemplateSummary[]): TemplateSummary[] {
  return templates.toSorted((a, b) => exhibitOf(a) - exhibitOf(b));
}

function exhibitOf({ title }: TemplateSummary): number {
  return Number(/^Exhibit (\d+)/.exec(title.en)?.[1] ?? Number.MAX_SAFE_INTEGER);
}

function recentFirst(sheets: readonly SheetSummary[]): SheetSummary[] {
  return sheets.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}
