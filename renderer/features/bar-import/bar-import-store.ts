/** The import of a file of prices as it stands (renderer/imports/import-session.ts). */
import type { BarImportOutcome, BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import { call, pathOf } from '../../api.ts';
import { attemptWithdrawal } from '../../imports/attempt-withdrawal.ts';
import { ImportSession } from '../../imports/import-session.ts';
import { showNotice } from '../../shell/notices.tsx';
import { barImportTexts } from './bar-import-texts.ts';

/** `securityId`: what the file is about where it does not say so itself; '' where nobody said it. */
export type ChosenFile = { name: string; byteCount: number; securityId: string; isOwn: true };

export const session = new ImportSession<ChosenFile, BarMapping, BarImportPreview, BarImportOutcome>({
  screen: 'import-bars',
  preview: async (path, mapping, { securityId }) => {
    const preview = await call('previewBarImport', { path, mapping });
    const isOpen = mapping === undefined && preview.questions.some(({ field }) => field === 'security');
    if (!isOpen || securityId === '') return preview;
    return call('previewBarImport', { path, mapping: { ...preview.mapping, security: securityId } });
  },
  start: (order, _chosen, preview) => {
    if (preview === null) throw new Error('A table is imported by its mapping');
    return call('importBars', { ...order, mapping: preview.mapping });
  },
  tell: ({ added }, { name }) =>
    showNotice(barImportTexts.importedNotice, { file: name, count: added.toLocaleString('en-US') }),
});

export const useBarImport = session.use;

/** One at a time: the file of a running import must stay where it is. */
export function takeFile(file: File, securityId = ''): void {
  const { taking, chosen } = useBarImport.getState();
  if (taking?.state === 'running') {
    showNotice(barImportTexts.busy, { file: chosen?.name ?? '' });
    return;
  }
  void session.take({ name: file.name, byteCount: file.size, securityId, isOwn: true }, (signal) =>
    pathOf(file, signal),
  );
}

/** Takes an import back; false where it was refused. */
export function withdrawImport(importId: number, file: string): Promise<boolean> {
  return attemptWithdrawal(call('withdrawBarImport', { importId }), file);
}
