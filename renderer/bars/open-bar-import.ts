/**
 * The way to the import of prices from the screens that show them: `openBarImport(file)` with a file that was chosen or
 * dropped, or null for the screen alone. `securityId` is what a file is about that does not say it. Both wait
 * here; an address cannot hold a file.
 */
import { useCallback } from 'react';
import { create } from 'zustand';
import { goTo } from '../shell/routes.ts';
import { useFileDrop } from '../ui/file-input.ts';

type Waiting = { file: File | null; securityId: string };

export const useBarFile = create<Waiting>(() => ({ file: null, securityId: '' }));

export function openBarImport(file: File | null, securityId = ''): void {
  useBarFile.setState({ file, securityId });
  goTo({ screen: 'import-bars' });
}

/** Takes a file that is dropped anywhere on the screen. */
export function useBarFileDrop(securityId = ''): void {
  useFileDrop(useCallback((file: File) => openBarImport(file, securityId), [securityId]));
}
