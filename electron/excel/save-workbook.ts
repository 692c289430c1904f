/** A workbook on disk: its package finished, and all bytes written through before anyone takes the file for complete. */
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import type { Workbook } from 'wasm-xlsxwriter';
import { finishPackage } from './finish-package.ts';

/** Writes to `temporaryPath`, where nothing may be yet; `onAssembled` is called before the disk is. */
export function saveWorkbook(workbook: Workbook, temporaryPath: string, onAssembled: () => void): void {
  const bytes = finishPackage(workbook.saveToBufferSync());
  onAssembled();
  const file = openSync(temporaryPath, 'wx');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
