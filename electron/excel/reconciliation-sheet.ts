/**
 * The reconciliation sheet: each value that the source printed, beside what the model computes, with
 * difference and verdict as live formulas (the same rule as shared/reconciliation.ts), and how many
 * agree on top.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { reconcile, type Verdict } from '../../shared/reconciliation.ts';
import type { Line, ReportedValue } from '../../shared/sheet.ts';
import type { CellValue } from '../../shared/values.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import { writeFormula } from './cells.ts';
import { cellText, textWidth } from './excel-text.ts';
import { addressOf, addressOn, type Layout } from './layout.ts';
import { excelNumberFormat, printedNumberFormat } from './number-format.ts';
import { printText } from './print-formula.ts';
import { setUpPrinting, writeTitle } from './sheet-setup.ts';
import { FORMULA_COLOUR, INPUT_COLOUR, QUIET_COLOUR, type Styles } from './styles.ts';

const FIRST_COUNT_ROW = 1;
const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;
const COLUMNS = [
  'label',
  'name',
  'unit',
  'printed',
  'reported',
  'step',
  'computed',
  'difference',
  'relative',
  'verdict',
] as const;
type Column = (typeof COLUMNS)[number];

const HEADINGS: Record<Column, MessageKey> = {
  label: 'excel.label',
  name: 'excel.name',
  unit: 'excel.unit',
  printed: 'excel.printed',
  reported: 'excel.reported',
  step: 'excel.printedPrecision',
  computed: 'excel.computed',
  difference: 'excel.difference',
  relative: 'excel.relativeDifference',
  verdict: 'excel.verdict',
};

const VERDICTS: Record<Verdict['kind'], MessageKey> = {
  agrees: 'excel.agrees',
  'agrees-as-rounded': 'excel.agreesAsRounded',
  differs: 'excel.differs',
  'no-number': 'excel.noNumber',
};

type Row = { line: Line; reported: ReportedValue; computed: CellValue; verdict: Verdict; row: number };

type Input = {
  model: SheetModel;
  layout: Layout;
  styles: Styles;
  language: Language;
  unitOf: (line: Line) => string;
};

/** The rows to be, and the verdict of each line with its address: known before the sheet is written. */
export function reconcileLines({ model, layout }: Pick<Input, 'model' | 'layout'>): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const line of layout.lines) {
    if (line.kind === 'heading' || line.reported === null) continue;
    const computed = layout.periods.includes(line.reported.period)
      ? model.valueOf({ lineId: line.id, scenarioId: layout.base.id, period: line.reported.period })
      : null;
    const verdict = reconcile(computed, line.reported);
    rows.set(line.id, { line, reported: line.reported, computed, verdict, row: FIRST_ROW + rows.size });
  }
  return rows;
}

/** Where the verdict of a row stands on the sheet `sheetName`. */
export function verdictAddress(sheetName: string, { row }: Row): string {
  return addressOn(sheetName, row, columnOf('verdict'));
}

/** `agrees`, `differs by +4.2%`, … */
export function verdictText(verdict: Verdict, language: Language): string {
  const text = formatMessage(message(VERDICTS[verdict.kind]), language);
  if (verdict.kind !== 'differs' || verdict.relative === null) return text;
  return formatMessage(message('excel.differsBy'), language) + percentText(verdict.relative);
}

const PERCENT_FORMAT = '+0.0##%;-0.0##%';

const percentDigits = new Intl.NumberFormat('en', {
  useGrouping: false,
  minimumFractionDigits: 1,
  maximumFractionDigits: 3,
});

/** What Excel's TEXT gives for PERCENT_FORMAT, of 15 digits at most. */
function percentText(share: number): string {
  const percent = Number(Math.abs(share * 100).toPrecision(15));
  return `${share < 0 ? '-' : '+'}${percentDigits.format(percent)}%`;
}

export function writeReconciliationSheet(
  worksheet: Worksheet,
  modelSheetName: string,
  rows: readonly Row[],
  { layout, styles, language, unitOf }: Input,
): void {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  writeTitle(worksheet, say('excel.reconciliation'), styles);
  writeCounts(worksheet, rows, styles, language);
  COLUMNS.forEach((column, index) => {
    const isNumber = ['reported', 'step', 'computed', 'difference', 'relative'].includes(column);
    worksheet.writeStringWithFormat(
      HEADER_ROW,
      index,
      say(HEADINGS[column]),
      styles.of({ header: true, right: isNumber, indent: column === 'verdict' }),
    );
  });
  for (const { line, reported, computed, verdict, row } of rows) {
    const at = (column: Column) => addressOf(row, columnOf(column));
    const text = (column: Column, value: string, quiet = false) =>
      worksheet.writeStringWithFormat(
        row,
        columnOf(column),
        cellText(value),
        styles.of(quiet ? { colour: QUIET_COLOUR } : { wrap: true }),
      );
    text('label', inLanguage(line.label, language) || line.name);
    text('name', line.name, true);
    text('unit', unitOf(line), true);
    text('printed', reported.text);

    const numberFormat = excelNumberFormat(line.format, line.unit, [reported.value]);
    const asPrinted = styles.of({ colour: FORMULA_COLOUR, numberFormat: printedNumberFormat(line, reported) });
    const calculated = styles.of({ colour: FORMULA_COLOUR, numberFormat });
    const formula = (column: Column, content: string, value: CellValue, format = calculated) =>
      writeFormula(worksheet, row, columnOf(column), content, value, format);
    const lineRow = layout.rowOf(line.id);
    formula('reported', addressOn(modelSheetName, lineRow, layout.reportedColumn), reported.value, asPrinted);
    worksheet.writeNumberWithFormat(row, columnOf('step'), reported.step, styles.of({ colour: INPUT_COLOUR }));
    if (layout.periods.includes(reported.period)) {
      const computedColumn = layout.columnOf(layout.base.id, reported.period);
      const address = addressOn(modelSheetName, lineRow, computedColumn);
      // A link to an empty cell would be 0, which is a number.
      formula('computed', computed === null ? `IF(${address}="","",${address})` : address, computed ?? '');
    }
    const difference = typeof computed === 'number' ? computed - reported.value : '';
    formula('difference', `IF(ISNUMBER(${at('computed')}),${at('computed')}-${at('reported')},"")`, difference);
    const relative =
      typeof difference === 'number' && reported.value !== 0 ? difference / Math.abs(reported.value) : '';
    formula(
      'relative',
      `IF(OR(${at('difference')}="",${at('reported')}=0),"",${at('difference')}/ABS(${at('reported')}))`,
      relative,
      styles.of({ colour: FORMULA_COLOUR, numberFormat: `${PERCENT_FORMAT};0.0%` }),
    );
    formula(
      'verdict',
      verdictFormula(at, language),
      verdictText(verdict, language),
      styles.of({ colour: FORMULA_COLOUR }),
    );
  }
  setUp(worksheet, rows, language);
}

/** shared/reconciliation.ts as a formula: within noise, else within half a printed step (a half itself only from below), else differs. */
function verdictFormula(at: (column: Column) => string, language: Language): string {
  const say = (key: MessageKey) => printText(formatMessage(message(key), language));
  const [reported, step, computed, difference, relative] = (
    ['reported', 'step', 'computed', 'difference', 'relative'] as const
  ).map(at);
  const noise = `1E-12*MAX(ABS(${computed}),ABS(${reported}))`;
  const outward = `IF(${reported}<0,-1,1)*${difference}`;
  const asRounded = `AND(ABS(${difference})<=${step}/2+${noise},${outward}-${step}/2<-${noise})`;
  const differs = `IF(${relative}="",${say('excel.differs')},${say('excel.differsBy')}&TEXT(${relative},"${PERCENT_FORMAT}"))`;
  return (
    `IF(${difference}="",${say('excel.noNumber')},IF(ABS(${difference})<=${noise},${say('excel.agrees')},` +
    `IF(${asRounded},${say('excel.agreesAsRounded')},${differs})))`
  );
}

function writeCounts(worksheet: Worksheet, rows: readonly Row[], styles: Styles, language: Language): void {
  const range = `${addressOf(FIRST_ROW, columnOf('verdict'), true)}:${addressOf(FIRST_ROW + rows.length - 1, columnOf('verdict'), true)}`;
  const kinds = Object.keys(VERDICTS).filter((kind): kind is Verdict['kind'] => kind in VERDICTS);
  kinds.forEach((kind, index) => {
    const text = formatMessage(message(VERDICTS[kind]), language);
    const count = rows.filter(({ verdict }) => verdict.kind === kind).length;
    const row = FIRST_COUNT_ROW + index;
    worksheet.writeStringWithFormat(row, 0, text, styles.of({}));
    const pattern = kind === 'differs' ? `${text}*` : text;
    writeFormula(worksheet, row, 1, `COUNTIF(${range},${printText(pattern)})`, count, styles.of({ numberFormat: '0' }));
  });
}

function setUp(worksheet: Worksheet, rows: readonly Row[], language: Language): void {
  const widest = (text: (row: Row) => string, least: number, most: number) =>
    Math.min(Math.max(least, ...rows.slice(0, 1000).map((row) => textWidth(text(row)) + 2)), most);
  worksheet.setColumnWidth(
    0,
    widest(({ line }) => inLanguage(line.label, language), 20, 44),
  );
  worksheet.setColumnWidth(
    1,
    widest(({ line }) => line.name, 10, 28),
  );
  worksheet.setColumnWidth(
    2,
    widest(({ line }) => line.unit, 8, 24),
  );
  worksheet.setColumnWidth(
    3,
    widest(({ reported }) => reported.text, 12, 32),
  );
  worksheet.setColumnRangeWidth(columnOf('reported'), columnOf('relative'), 14);
  worksheet.setColumnWidth(columnOf('verdict'), 24);
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}

function columnOf(column: Column): number {
  return COLUMNS.indexOf(column);
}
