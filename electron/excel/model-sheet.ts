/**
 * The model itself as a worksheet: a row for each line, a column for each scenario and period.
 *
 * Each scenario's column calculates by itself. A formula is written into every cell that takes it; an
 * input that a scenario takes from its parent is a link to the parent's cell, and one that holds for
 * all periods is written once and linked from the other periods: what is changed in one place in
 * Excel moves the others as it does in the workbench.
 *
 * `#UNIT!` and `#CIRC!` do not exist in Excel. A cell where one of them begins is written as `NA()` with a
 * comment that says why; cells that only inherit the error calculate as they are.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, type Message, type MessageKey, message } from '../../shared/messages.ts';
import { NO_PERIOD } from '../../shared/periods.ts';
import type { Line, SheetDocument, SourceRef } from '../../shared/sheet.ts';
import { type CellAddress, type CellValue, isCalcError } from '../../shared/values.ts';
import type { FormulaTree } from '../engine/graph.ts';
import type { PeriodAxis } from '../engine/period-axis.ts';
import type { SeriesTree } from '../engine/series.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import { writeFormula, writeValue } from './cells.ts';
import { cellText, textWidth } from './excel-text.ts';
import {
  addressOf,
  FIRST_VALUE_COLUMN,
  HEADER_ROW,
  LABEL_COLUMN,
  type Layout,
  LEGEND_ROW,
  NAME_COLUMN,
  NOTE_ROW,
  UNIT_COLUMN,
  type ValueColumn,
} from './layout.ts';
import { excelNumberFormat, printedNumberFormat } from './number-format.ts';
import { printFormula } from './print-formula.ts';
import { resolverAt } from './references.ts';
import { comment, fitRowHeight, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { FACT_COLOUR, FORMULA_COLOUR, INPUT_COLOUR, QUIET_COLOUR, type Styles } from './styles.ts';

export type ModelSheetInput = {
  worksheet: Worksheet;
  document: SheetDocument;
  model: SheetModel;
  layout: Layout;
  axis: PeriodAxis;
  styles: Styles;
  language: Language;
  /** The line's own unit, or the one that its formula gives. */
  unitOf: (line: Line) => string;
  /** Where the figures of the line were read: its own sources and those of the facts that it takes. */
  sourcesOf: (line: Line) => readonly SourceRef[];
  /** The source of a figure as one text. */
  describeSource: (ref: SourceRef) => string;
  /** The cell that holds a fact's figure, or the error that stands for it. */
  addressOfFact: (factId: string) => string;
  /** What gives the value taken of a series in that period over the cells that hold the series. */
  formulaOfSeries: (tree: SeriesTree, period: number) => string;
  /** Whether formulas take facts or series. */
  hasCited: boolean;
  /** Whether made-up numbers are among them: then the sheet says so at its top. */
  isDemonstration: boolean;
  /** The cell on the reconciliation sheet that holds the line's verdict, and the verdict. */
  verdictOf: (line: Line) => { address: string; text: string } | null;
  onProgress: (share: number) => void;
};

const MAX_LABEL_WIDTH = 44;
const MAX_NAME_WIDTH = 28;
const MAX_VALUE_WIDTH = 24;
const TEXT_COLUMN_WIDTH = 48;
const LINES_PER_PROGRESS = 500;

/** Writes the sheet; returns how many cells hold a value or formula. */
export function writeModelSheet(input: ModelSheetInput): number {
  const { worksheet, layout, onProgress } = input;
  writeTop(input);
  writeHeader(input);
  let cellCount = 0;
  const widths = new ColumnWidths();
  layout.lines.forEach((line, index) => {
    cellCount += line.kind === 'heading' ? writeHeading(input, line) : writeLine(input, line, widths);
    if (index % LINES_PER_PROGRESS === 0) onProgress(index / layout.lines.length);
  });
  groupUnderHeadings(worksheet, layout);
  setColumnWidths(input, widths);
  setUpPage(worksheet, layout);
  return cellCount;
}

function writeTop(input: ModelSheetInput): void {
  const { worksheet, document, layout, styles, language, hasCited, isDemonstration } = input;
  const { title, note } = document.sheet;
  const mark = isDemonstration ? `【${formatMessage(message('series.demonstration'), language)}】` : '';
  writeTitle(worksheet, mark + inLanguage(title, language), styles);
  const quiet = styles.of({ colour: QUIET_COLOUR });
  worksheet.writeStringWithFormat(NOTE_ROW, LABEL_COLUMN, cellText(inLanguage(note, language)), quiet);
  const legend: [column: number, key: MessageKey, look: Parameters<Styles['of']>[0]][] = [
    [LABEL_COLUMN, 'excel.legendInput', { colour: INPUT_COLOUR }],
    [NAME_COLUMN, 'excel.legendFormula', { colour: FORMULA_COLOUR }],
    [UNIT_COLUMN, 'excel.legendOverride', { override: true }],
  ];
  // The column after these is kept empty, see EMPTY_CELL.
  if (hasCited) legend.push([layout.reportedColumn, 'excel.legendFact', { colour: FACT_COLOUR }]);
  for (const [column, key, look] of legend) {
    worksheet.writeStringWithFormat(LEGEND_ROW, column, formatMessage(message(key), language), styles.of(look));
  }
}

function writeHeader({ worksheet, document, layout, styles, language }: ModelSheetInput): void {
  const hasPeriods = document.sheet.timeAxis !== null;
  const left = styles.of({ header: true });
  const right = styles.of({ header: true, right: true });
  const write = (column: number, text: string, format = left) => {
    worksheet.writeStringWithFormat(HEADER_ROW, column, cellText(text), format);
    if (hasPeriods) worksheet.writeBlank(layout.lastHeaderRow, column, format);
  };
  const say = (key: MessageKey) => formatMessage(message(key), language);
  write(LABEL_COLUMN, say('excel.label'));
  write(NAME_COLUMN, say('excel.name'));
  write(UNIT_COLUMN, say('excel.unit'));
  for (const { scenario, period, column } of layout.valueColumns) {
    write(column, inLanguage(scenario.name, language), right);
    if (hasPeriods) worksheet.writeStringWithFormat(layout.lastHeaderRow, column, period, right);
    const note = inLanguage(scenario.note, language);
    if (note !== '' && period === layout.periods[0]) comment(worksheet, HEADER_ROW, column, note);
  }
  write(layout.reportedColumn, say('excel.reported'), right);
  write(layout.verdictColumn, say('excel.verdict'), styles.of({ header: true, indent: true }));
  write(layout.noteColumn, say('excel.note'));
  write(layout.sourceColumn, say('excel.source'));
}

function writeHeading({ worksheet, layout, styles, language }: ModelSheetInput, line: Line): number {
  const row = layout.rowOf(line.id);
  const label = cellText(inLanguage(line.label, language));
  worksheet.writeStringWithFormat(row, LABEL_COLUMN, label, styles.of({ bold: true }));
  writeNote(worksheet, row, inLanguage(line.note, language));
  return 0;
}

function writeLine(input: ModelSheetInput, line: Line, widths: ColumnWidths): number {
  const { worksheet, model, layout, styles, language, sourcesOf, describeSource, verdictOf } = input;
  const row = layout.rowOf(line.id);
  const label = cellText(inLanguage(line.label, language) || line.name);
  const text = styles.of({ wrap: true });
  worksheet.writeStringWithFormat(row, LABEL_COLUMN, label, text);
  worksheet.writeStringWithFormat(
    row,
    NAME_COLUMN,
    cellText(line.name),
    styles.of({ colour: QUIET_COLOUR, wrap: true }),
  );
  worksheet.writeStringWithFormat(row, UNIT_COLUMN, cellText(input.unitOf(line)), styles.of({ colour: QUIET_COLOUR }));

  const values = layout.valueColumns.map(({ scenario, period }) =>
    model.valueOf({ lineId: line.id, scenarioId: scenario.id, period }),
  );
  const numbers = values.filter((value) => typeof value === 'number');
  const numberFormat = excelNumberFormat(line.format, line.unit, numbers);
  const firstOfAll = new Map<number, number>();
  let cellCount = 0;
  layout.valueColumns.forEach((here, index) => {
    if (writeCell(input, line, here, values[index], numberFormat, firstOfAll)) cellCount++;
  });

  widths.note(line, label, values, numberFormat);
  if (line.reported !== null) {
    const format = styles.of({ colour: INPUT_COLOUR, numberFormat: printedNumberFormat(line, line.reported) });
    worksheet.writeNumberWithFormat(row, layout.reportedColumn, line.reported.value, format);
  }
  const verdict = verdictOf(line);
  if (verdict !== null)
    writeFormula(worksheet, row, layout.verdictColumn, verdict.address, verdict.text, styles.of({ indent: true }));
  const note = inLanguage(line.note, language);
  if (note !== '') worksheet.writeStringWithFormat(row, layout.noteColumn, cellText(note), text);
  const sources = [...new Set(sourcesOf(line).map(describeSource))].join('\n');
  if (sources !== '') worksheet.writeStringWithFormat(row, layout.sourceColumn, cellText(sources), text);
  writeNote(worksheet, row, note);
  fitRowHeight(worksheet, row, [
    [label, MAX_LABEL_WIDTH],
    [line.name, MAX_NAME_WIDTH],
    [note, TEXT_COLUMN_WIDTH],
    [sources, TEXT_COLUMN_WIDTH],
  ]);
  return cellCount;
}

/**
 * Writes what the cell holds; false where it is empty. `firstOfAll` gathers, by scenario, the column that holds the
 * line's input for all periods.
 */
function writeCell(
  input: ModelSheetInput,
  line: Line,
  here: ValueColumn,
  value: CellValue,
  numberFormat: string,
  firstOfAll: Map<number, number>,
): boolean {
  const { worksheet, model, layout, axis, styles, language } = input;
  const cell: CellAddress = { lineId: line.id, scenarioId: here.scenario.id, period: here.period };
  const content = model.contentOf(cell);
  if (content === null) return false;
  const row = layout.rowOf(line.id);
  const isOwn = content.scenarioId === here.scenario.id;
  const override = isOwn && here.scenario.parentId !== null;
  // A truth value under a number format is shown as 0 or 1 by some programs.
  const format = (colour: number) =>
    typeof value === 'boolean' || isCalcError(value)
      ? styles.of({ colour, override, right: true })
      : styles.of({ colour, override, numberFormat });

  const elaborated = model.elaboratedFormula(cell);
  if (elaborated === null) {
    const link = linkOf(here, content, layout, firstOfAll);
    if (link === null) writeValue(worksheet, row, here.column, value, format(INPUT_COLOUR));
    else writeFormula(worksheet, row, here.column, addressOf(row, link), value, format(FORMULA_COLOUR));
    if (isCalcError(value)) commentInLanguage(worksheet, row, here.column, value.message, language);
    return true;
  }

  const linkOrFormula = format(isCitation(elaborated.expression) ? FACT_COLOUR : FORMULA_COLOUR);
  const isCircular = isCalcError(value) && value.error === '#CIRC!' && beginsAt(value.origin, cell);
  if (isCalcError(value) && (isCircular || elaborated.fault !== null)) {
    writeFormula(worksheet, row, here.column, 'NA()', value, linkOrFormula);
    commentInLanguage(worksheet, row, here.column, value.message, language);
    return true;
  }
  const valueAt = (lineId: number, scenarioId: number, period: string) => model.valueOf({ lineId, scenarioId, period });
  const { addressOfFact, formulaOfSeries } = input;
  const printed = printFormula(elaborated.expression, resolverAt(here, layout, axis, valueAt), {
    addressOfFact,
    formulaOfSeries: (tree) => formulaOfSeries(tree, axis.indexOf(here.period) ?? 0),
  });
  if (printed.ok) {
    writeFormula(worksheet, row, here.column, printed.formula, value, linkOrFormula);
  } else {
    writeValue(worksheet, row, here.column, value, linkOrFormula);
    commentInLanguage(worksheet, row, here.column, printed.reason, language);
  }
  return true;
}

/** The column of the same line that an input is taken from; null for the cell that holds it itself. */
function linkOf(
  here: ValueColumn,
  content: { scenarioId: number; period: string },
  layout: Layout,
  firstOfAll: Map<number, number>,
): number | null {
  const { scenario, period, column } = here;
  if (content.scenarioId !== scenario.id) return layout.columnOf(scenario.parentId ?? content.scenarioId, period);
  if (content.period !== NO_PERIOD) return null;
  const first = firstOfAll.get(scenario.id);
  if (first === undefined) firstOfAll.set(scenario.id, column);
  return first ?? null;
}

/** A fact or a value of a series and nothing else, in the line's unit. */
function isCitation(tree: FormulaTree): boolean {
  return tree.kind === 'fact' || tree.kind === 'series' || (tree.kind === 'scaled' && isCitation(tree.operand));
}

function beginsAt(origin: CellAddress, cell: CellAddress): boolean {
  return origin.lineId === cell.lineId && origin.scenarioId === cell.scenarioId && origin.period === cell.period;
}

/** The widest of what stands in the columns so far. */
class ColumnWidths {
  label = 0;
  name = 0;
  unit = 0;
  value = 0;

  note(line: Line, label: string, values: CellValue[], numberFormat: string): void {
    this.label = Math.max(this.label, textWidth(label));
    this.name = Math.max(this.name, textWidth(line.name));
    this.unit = Math.max(this.unit, textWidth(line.unit));
    for (const value of values) this.value = Math.max(this.value, valueWidth(value, numberFormat));
  }
}

function valueWidth(value: CellValue, numberFormat: string): number {
  if (typeof value === 'string') return textWidth(value);
  if (typeof value !== 'number') return 8;
  if (numberFormat.includes('E')) return 13;
  const decimals = numberFormat.split('.')[1]?.length ?? 0;
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(value) || 1)) + 1);
  return whole + Math.floor((whole - 1) / 3) + decimals + 3;
}

function setColumnWidths({ worksheet, document, layout, language }: ModelSheetInput, widths: ColumnWidths): void {
  const setWidth = (column: number, width: number, most: number) =>
    worksheet.setColumnWidth(column, Math.min(Math.max(width + 2, 8), most));
  setWidth(LABEL_COLUMN, widths.label, MAX_LABEL_WIDTH);
  setWidth(NAME_COLUMN, widths.name, MAX_NAME_WIDTH);
  setWidth(UNIT_COLUMN, Math.max(widths.unit, 10), MAX_VALUE_WIDTH);
  const headings = document.scenarios.map(({ name }) => textWidth(inLanguage(name, language)));
  const lastValueColumn = layout.reportedColumn;
  const valueWidth = Math.min(Math.max(widths.value, 10, Math.min(Math.max(...headings), 16)) + 1, MAX_VALUE_WIDTH);
  worksheet.setColumnRangeWidth(FIRST_VALUE_COLUMN, lastValueColumn, valueWidth);
  worksheet.setColumnWidth(layout.verdictColumn, 24);
  worksheet.setColumnRangeWidth(layout.noteColumn, layout.sourceColumn, TEXT_COLUMN_WIDTH);
}

function groupUnderHeadings(worksheet: Worksheet, { lines, firstLineRow }: Layout): void {
  let first: number | null = null;
  const close = (end: number) => {
    if (first !== null && end > first) worksheet.groupRows(firstLineRow + first, firstLineRow + end - 1);
  };
  lines.forEach(({ kind }, index) => {
    if (kind !== 'heading') return;
    close(index);
    first = index + 1;
  });
  close(lines.length);
}

function setUpPage(worksheet: Worksheet, layout: Layout): void {
  worksheet.setFreezePanes(layout.firstLineRow, FIRST_VALUE_COLUMN);
  setUpPrinting(worksheet, HEADER_ROW, layout.lastHeaderRow);
}

function writeNote(worksheet: Worksheet, row: number, text: string): void {
  if (text !== '') comment(worksheet, row, LABEL_COLUMN, text);
}

function commentInLanguage(worksheet: Worksheet, row: number, column: number, said: Message, language: Language): void {
  comment(worksheet, row, column, formatMessage(said, language));
}
