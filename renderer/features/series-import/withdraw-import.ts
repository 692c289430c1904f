/** Takes an import of series back; false where it was refused. */
import { call } from '../../api.ts';
import { attemptWithdrawal } from '../../imports/attempt-withdrawal.ts';
import { seriesWereEdited } from '../../series/series-store.ts';

export function withdrawImport(importId: number, file: string): Promise<boolean> {
  return attemptWithdrawal(call('withdrawSeriesImport', { importId }).then(seriesWereEdited), file);
}
