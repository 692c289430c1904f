/**
 * What every worksheet of the workbook has: the page to print on, and comments.
 */
import { Note, type Worksheet } from 'wasm-xlsxwriter';
import { cellText, textWidth } from './excel-text.ts';

const A4 = 9;

/** Landscape A4, one page wide, header rows on each page, name of the sheet and page number below. */
export function setUpPrinting(worksheet: Worksheet, firstHeaderRow: number, lastHeaderRow: number): void {
  worksheet.setPaperSize(A4);
  worksheet.setLandscape();
  worksheet.setPrintFitToPages(1, 0);
  worksheet.setRepeatRows(firstHeaderRow, lastHeaderRow);
  worksheet.setFooter('&L&A&R&P / &N');
}

const COMMENT_WIDTH = 260;
const CHARACTERS_PER_LINE = 38;
const COMMENT_LINE_HEIGHT = 18;

/** A comment box, sized to its text. */
export function comment(worksheet: Worksheet, row: number, column: number, text: string): void {
  const lineCount = text
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil((textWidth(line) + 1) / CHARACTERS_PER_LINE), 1);
  const note = new Note(cellText(text))
    .setAuthor('Plumbline')
    .addAuthorPrefix(false)
    .setWidth(COMMENT_WIDTH)
    .setHeight(Math.min(lineCount, 20) * COMMENT_LINE_HEIGHT);
  worksheet.insertNote(row, column, note);
}
