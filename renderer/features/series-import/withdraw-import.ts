/** Takes an import back and says so; a refusal is said as well, and gives false. */
import { call } from '../../api.ts';
import { seriesWereEdited } from '../../series/series-store.ts';
import { showFailure, showNotice } from '../../shell/notices.tsx';
import { seriesImportTexts } from './series-import-texts.ts';

export async function withdrawImport(importId: number, file: string): Promise<boolean> {
  try {
    await call('withdrawSeriesImport', { importId });
    seriesWereEdited();
    showNotice(seriesImportTexts.withdrawnNotice, { file });
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}
