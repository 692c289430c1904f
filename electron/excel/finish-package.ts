/**
 * Last touches to the written workbook, which the writing library has no call for: the marks before
 * cached texts (cells.ts), and outline buttons beside the heading instead of below its lines.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TEXT_RESULT_MARK } from './cells.ts';

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const COMPRESSION = 4;

export function finishPackage(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) {
    if (WORKSHEET.test(path)) files[path] = strToU8(finishSheet(strFromU8(content)));
  }
  return zipSync(files, { level: COMPRESSION });
}

function finishSheet(xml: string): string {
  return xml
    .replaceAll(`<v>${TEXT_RESULT_MARK}`, '<v>')
    .replace('<sheetPr><pageSetUpPr', '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr');
}
