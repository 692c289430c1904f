/**
 * What every worksheet of the workbook has: a title, the page to print on, rows as high as their text,
 * comments.
 */
import { Note, type Worksheet } from 'wasm-xlsxwriter';
import { cellText, textWidth } from './excel-text.ts';
import type { Styles } from './styles.ts';

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

const TITLE_HEIGHT = 22;
const ROW_HEIGHT = 15;
const MAX_LINES = 8;

/** Writes the heading of the sheet into its first row. */
export function writeTitle(worksheet: Worksheet, title: string, styles: Styles): void {
  worksheet.setRowHeight(0, TITLE_HEIGHT);
  worksheet.writeStringWithFormat(0, 0, cellText(title), styles.of({ bold: true, size: 14 }));
}

/** Makes a row as high as its wrapped texts need in columns of these widths. Not every program does so by itself. */
export function fitRowHeight(worksheet: Worksheet, row: number, texts: readonly [text: string, width: number][]): void {
  const lineCounts = texts.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) + 1) / width)), 0),
  );
  const lineCount = Math.min(MAX_LINES, Math.max(...lineCounts));
  if (lineCount > 1) worksheet.setRowHeight(row, lineCount * ROW_HEIGHT);
}
