/** Waits for an import to be withdrawn and says so; a refusal is said as well, and gives false. */
import { showFailure, showNotice } from '../shell/notices.tsx';
import { importTexts } from './import-texts.ts';

export async function attemptWithdrawal(asked: Promise<unknown>, file: string): Promise<boolean> {
  try {
    await asked;
    showNotice(importTexts.withdrawnNotice, { file });
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}
