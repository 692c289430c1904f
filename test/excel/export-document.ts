/** Exports sheets into a temporary folder, in this thread; the job around it has its own test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { exportWorkbook } from '../../electron/excel/export-workbook.ts';
import type { SheetFact } from '../../electron/excel/facts-sheet.ts';
import type { SheetSeries } from '../../electron/excel/series-sheet.ts';
import type { Source } from '../../shared/facts.ts';
import type { Language } from '../../shared/language.ts';
import type { SheetDocument } from '../../shared/sheet.ts';

export const SOURCES: Source[] = [
  {
    id: '002',
    origin: 'bundled',
    title: '开源模型报告',
    publisher: '研究所',
    date: '2023-04',
    language: 'zh',
    link: '',
  },
];

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-excel-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function exportDocuments(
  documents: readonly SheetDocument[],
  language: Language = 'zh',
  { sources = SOURCES, facts = [] as SheetFact[], series = [] as SheetSeries[] } = {},
): Promise<string[]> {
  const folder = await temporaryFolder();
  return documents.map((document, index) => {
    const path = join(folder, `${index}.xlsx`);
    exportWorkbook({ document, sources, facts, series, path, language }, path, () => {});
    return path;
  });
}
