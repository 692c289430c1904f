/**
 * The way to the import screen from wherever facts are listed: `openImport(file)` with a file that was chosen or
 * dropped, `chooseFactFile()` to ask for one. The file waits here; an address cannot hold it.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { goTo } from '../shell/routes.ts';

export const useFactFile = create<{ file: File | null }>(() => ({ file: null }));

/** `sourceId` is the source that the figures are probably of. */
export function openImport(file: File | null, sourceId = ''): void {
  useFactFile.setState({ file });
  goTo({ screen: 'import', query: sourceId === '' ? '' : new URLSearchParams({ source: sourceId }).toString() });
}

export function chooseFactFile(onChosen: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.tsv,.txt,.xlsx,.xlsm';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) onChosen(file);
  };
  input.click();
}

/** Takes a file that is dropped anywhere on the screen, unless something on it takes it first. */
export function useFactFileDrop(onDropped: (file: File) => void): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      onDropped(file);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [onDropped]);
}
