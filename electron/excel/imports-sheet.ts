/** The sheet of files that the figures of a chart were imported from. */
import type { Worksheet } from 'wasm-xlsxwriter';
import type { Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { cellText } from './excel-text.ts';
import { setUpPrinting, writeTitle } from './sheet-setup.ts';
import type { Styles } from './styles.ts';

/** An import that observations are from. */
export type ChartImport = { id: number; fileName: string; vendor: string; reference: string; knownFrom: string };

const HEADER_ROW = 2;
const COLUMNS: [heading: MessageKey, width: number][] = [
  ['excel.file', 48],
  ['excel.vendor', 24],
  ['excel.place', 28],
  ['excel.knownFrom', 16],
];

export function writeImportsSheet(
  worksheet: Worksheet,
  imports: readonly ChartImport[],
  styles: Styles,
  language: Language,
): void {
  writeTitle(worksheet, formatMessage(message('excel.imports'), language), styles);
  COLUMNS.forEach(([heading, width], column) => {
    worksheet.setColumnWidth(column, width);
    const text = formatMessage(message(heading), language);
    worksheet.writeStringWithFormat(HEADER_ROW, column, text, styles.of({ header: true }));
  });
  imports.forEach(({ fileName, vendor, reference, knownFrom }, index) => {
    [fileName, vendor, reference, knownFrom].forEach((text, column) => {
      if (text === '') return;
      worksheet.writeStringWithFormat(HEADER_ROW + 1 + index, column, cellText(text), styles.of({ wrap: true }));
    });
  });
  worksheet.setFreezePanes(HEADER_ROW + 1, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}
