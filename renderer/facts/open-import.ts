/**
 * The way to the import screen from wherever facts are listed: `openImport(file)` with a file that was chosen or
 * dropped, `chooseFactFile` to ask for one. The file waits here; an address cannot hold it.
 */
import { create } from 'zustand';
import { goTo } from '../shell/routes.ts';
import { chooseFile } from '../ui/file-input.ts';

export const useFactFile = create<{ file: File | null }>(() => ({ file: null }));

/** `sourceId` is the source that the figures are probably of. */
export function openImport(file: File | null, sourceId = ''): void {
  useFactFile.setState({ file });
  goTo({ screen: 'import', query: sourceId === '' ? '' : new URLSearchParams({ source: sourceId }).toString() });
}

export function chooseFactFile(onChosen: (file: File) => void): void {
  chooseFile('.csv,.tsv,.txt,.xlsx,.xlsm', onChosen);
}
