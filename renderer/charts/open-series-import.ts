/**
 * The way to the import of series from the screens that show them: `openSeriesImport(file)` with a file that was
 * chosen or dropped, or null for the screen alone; `chooseSeriesFile()` asks for one. The file waits here; an address
 * cannot hold it.
 */
import { useCallback } from 'react';
import { create } from 'zustand';
import { goTo } from '../shell/routes.ts';
import { chooseFile, useFileDrop } from '../ui/file-input.ts';

export const useSeriesFile = create<{ file: File | null }>(() => ({ file: null }));

/** `demonstration` is the query by which the import screen offers the made-up data. */
export function openSeriesImport(file: File | null, query = ''): void {
  useSeriesFile.setState({ file });
  goTo({ screen: 'import-series', query });
}

export const SERIES_ENDINGS = '.csv,.tsv,.txt,.xlsx,.xlsm,.json';

/** Asks for a file over the import screen, where earlier imports are found should none be chosen. */
export function chooseSeriesFile(): void {
  openSeriesImport(null);
  chooseFile(SERIES_ENDINGS, openSeriesImport);
}

/** Takes a file that is dropped anywhere on the screen. */
export function useSeriesFileDrop(): void {
  useFileDrop(useCallback((file: File) => openSeriesImport(file), []));
}
