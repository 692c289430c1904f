/**
 * A chart of series as an Excel workbook: what is drawn as formulas over the data that it is computed from,
 * a native chart of the same kind, and where every figure comes from. Runs in a worker thread
 * (jobs/worker.ts).
 */
import { DocProperties, Workbook, type Worksheet } from 'wasm-xlsxwriter';
import { inBoth } from '../../shared/both-languages.ts';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { chartTitle, columnHeading, sourceLine, withUnit } from '../../shared/charts/chart-table.ts';
import { type ChartInputs, type Drawn, type DrawnInputs, drawnChart, drawnInputs } from '../../shared/charts/drawn.ts';
import { AppError } from '../../shared/errors.ts';
import type { Source } from '../../shared/facts.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';
import { writeFormula, writeValue } from './cells.ts';
import { drawnFormulas, type FormulaOf, type InputCells } from './drawn-formulas.ts';
import { cellText, sheetName, textWidth } from './excel-text.ts';
import { type ChartImport, writeImportsSheet } from './imports-sheet.ts';
import { addressOf, addressOn } from './layout.ts';
import { insertNativeCharts } from './native-chart.ts';
import { excelNumberFormat } from './number-format.ts';
import { saveWorkbook } from './save-workbook.ts';
import { comment, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { FORMULA_COLOUR, INPUT_COLOUR, QUIET_COLOUR, Styles } from './styles.ts';
import { type TableFact, writeTableSources } from './table-sources-sheet.ts';

/** What is drawn, and where its figures are from. */
export type ChartExport = {
  spec: ChartSpec;
  inputs: ChartInputs;
  facts: TableFact[];
  imports: ChartImport[];
  sources: Source[];
};

type Export = Jobs['export-chart'];
type Sheet = { worksheet: Worksheet; styles: Styles; language: Language };

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const WRITTEN = 0.7;
const ASSEMBLED = 0.9;
/** Comments are drawn boxes: a sheet with very many of them opens slowly. */
const MOST_COMMENTS = 5000;
const PERIOD_WIDTH = 14;
const MOST_WIDTH = 30;

/** Writes to `temporaryPath`. Throws AppError 'invalid-value' with what the chart itself would say where it cannot be drawn. */
export function exportChart(input: Export['input'], temporaryPath: string, onProgress: OnProgress): Export['output'] {
  onProgress(0, message('excel.calculating'));
  const spec = { ...input.spec, language: input.language };
  const drawn = drawnChart(spec, input.inputs);
  const [refusal] = drawn.refusals;
  if (refusal !== undefined) throw new AppError('invalid-value', refusal);
  const { workbook, cellCount } = buildChartWorkbook(drawn, drawnInputs(spec, input.inputs), input);
  onProgress(WRITTEN, message('excel.saving'));
  saveWorkbook(workbook, temporaryPath, () => onProgress(ASSEMBLED, message('excel.saving')));
  return { path: input.path, cellCount };
}

function buildChartWorkbook(
  drawn: Drawn,
  inputs: DrawnInputs,
  { facts, imports, sources, language }: Export['input'],
): { workbook: Workbook; cellCount: number } {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  const title = cellText(inLanguage(chartTitle(drawn), language)) || say('excel.chart');
  const names: string[] = [];
  const styles = new Styles();
  const workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(title).setAuthor('Plumbline').setCompany('Plumbline'));
  const addSheet = (key: MessageKey) => {
    const name = sheetName(say(key), names, say(key));
    names.push(name);
    return { name, worksheet: workbook.addWorksheet().setName(name) };
  };
  const [chart, data] = [addSheet('excel.chart'), addSheet('excel.inputs')];
  for (const { worksheet } of [chart, data]) writeTitle(worksheet, title, styles);
  const dataCount = writeInputs({ worksheet: data.worksheet, styles, language }, inputs);
  const chartSheet = { worksheet: chart.worksheet, styles, language };
  const { cellCount, firstColumn } = writeDrawn(chartSheet, drawn, drawnFormulas(drawn, inputs, inputCells(data.name)));
  insertNativeCharts(chart.worksheet, chart.name, drawn, { title, headerRow: HEADER_ROW, firstColumn, language });
  writeBelow(chartSheet, drawn, FIRST_ROW + drawn.periods.length + 1);

  const used = usedIds(drawn, inputs);
  const usedFacts = facts.filter(({ fact }) => used.factIds.has(fact.id));
  const usedImports = imports.filter(({ id }) => used.importIds.has(id));
  if (usedFacts.length > 0) {
    const bySource = new Map(sources.map((source) => [source.id, source]));
    writeTableSources(addSheet('excel.sources').worksheet, usedFacts, bySource, styles, language);
  }
  if (usedImports.length > 0) writeImportsSheet(addSheet('excel.imports').worksheet, usedImports, styles, language);
  return { workbook, cellCount: cellCount + dataCount };
}

function inputCells(sheet: string): InputCells {
  return {
    address: (input, period) => addressOn(sheet, FIRST_ROW + period, 1 + input),
    area: (from, to) =>
      `${addressOn(sheet, FIRST_ROW + from.period, 1 + from.input)}:${addressOf(FIRST_ROW + to.period, 1 + to.input, true)}`,
  };
}

/** The figures that go into the chart, in the unit and periods shown; returns how many. */
function writeInputs({ worksheet, styles, language }: Sheet, { inputs, inputPeriods }: DrawnInputs): number {
  let count = 0;
  writePeriods({ worksheet, styles, language }, 0, inputPeriods);
  inputs.forEach(({ name, unit, values, qualifiers }, index) => {
    const column = 1 + index;
    writeHeading({ worksheet, styles, language }, column, inLanguage(name, language), unit);
    const format = styles.of({ colour: INPUT_COLOUR, numberFormat: formatOf(unit, values) });
    values.forEach((value, at) => {
      if (value === null) return;
      writeValue(worksheet, FIRST_ROW + at, column, value, format);
      count++;
    });
    for (const { at, qualifier } of qualifiers.slice(0, MOST_COMMENTS)) {
      comment(worksheet, FIRST_ROW + at, column, qualifier);
    }
  });
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
  return count;
}

/** The table under the chart, its cells as formulas over the inputs. `firstColumn` is the first with figures. */
function writeDrawn(sheet: Sheet, drawn: Drawn, formulaOf: FormulaOf): { cellCount: number; firstColumn: number } {
  const { worksheet, styles, language } = sheet;
  const { columns, periods, ordinals, grain } = drawn;
  const compared = columns.find(({ role }) => role === 'compared');
  writePeriods(sheet, 0, periods);
  if (compared !== undefined) {
    const labels = ordinals.map((ordinal) => labelAt(grain, ordinal + compared.offset));
    writePeriods(sheet, 1, labels, 'excel.comparedPeriod');
  }
  const firstColumn = compared === undefined ? 1 : 2;
  let cellCount = 0;
  columns.forEach((column, index) => {
    const place = firstColumn + index;
    writeHeading(sheet, place, columnHeading(drawn, column, language), column.unit);
    const format = styles.of({ colour: FORMULA_COLOUR, numberFormat: formatOf(column.unit, column.values) });
    column.values.forEach((value, at) => {
      if (value === null) return;
      const formula = formulaOf(column, at);
      if (formula === null) writeValue(worksheet, FIRST_ROW + at, place, value, format);
      else writeFormula(worksheet, FIRST_ROW + at, place, formula, value, format);
      cellCount++;
    });
    for (const { at, reason } of column.without.slice(0, MOST_COMMENTS)) {
      comment(worksheet, FIRST_ROW + at, place, formatMessage(reason, language));
    }
  });
  worksheet.setFreezePanes(FIRST_ROW, firstColumn);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
  return { cellCount, firstColumn };
}

/** Guidance and bounds, remarks, and the line of sources. */
function writeBelow({ worksheet, styles, language }: Sheet, drawn: Drawn, from: number): void {
  const plain = styles.of({});
  let row = from;
  const write = (text: string, value: number | null, unit: string, periods: string) => {
    worksheet.writeStringWithFormat(row, 0, cellText(periods), plain);
    const format = styles.of({ colour: INPUT_COLOUR, numberFormat: formatOf(unit, [value]) });
    if (value !== null) writeValue(worksheet, row, 1, value, format);
    worksheet.writeStringWithFormat(row, 2, cellText([unit, text].filter(Boolean).join(' · ')), plain);
    row++;
  };
  const spanOf = (first: number, last: number) => [...new Set([drawn.periods[first], drawn.periods[last]])].join(' – ');
  for (const { name, low, high, first, last } of drawn.bands) {
    const periods = spanOf(first, last);
    if (low !== null) write(saidOf('excel.bandLow', name), low, drawn.unit, periods);
    if (high !== null) write(saidOf('excel.bandHigh', name), high, drawn.unit, periods);
  }
  for (const { name, value, qualifier, first, last, printed } of drawn.bounds) {
    write(`${inLanguage(name, language)} ${qualifier} ${printed}`, value, drawn.unit, spanOf(first, last));
  }
  const quiet = styles.of({ colour: QUIET_COLOUR });
  for (const { said } of drawn.remarks) {
    worksheet.writeStringWithFormat(row++, 0, cellText(formatMessage(said, language)), quiet);
  }
  worksheet.writeStringWithFormat(row, 0, cellText(sourceLine(drawn, language)), quiet);

  function saidOf(key: 'excel.bandLow' | 'excel.bandHigh', name: Drawn['bands'][number]['name']): string {
    return formatMessage(message(key, inBoth('name', name)), language);
  }
}

function writePeriods(
  { worksheet, styles, language }: Sheet,
  column: number,
  labels: readonly string[],
  heading: MessageKey = 'excel.period',
): void {
  worksheet.setColumnWidth(column, PERIOD_WIDTH);
  const text = formatMessage(message(heading), language);
  worksheet.writeStringWithFormat(HEADER_ROW, column, text, styles.of({ header: true }));
  labels.forEach((label, at) => {
    worksheet.writeStringWithFormat(FIRST_ROW + at, column, label, styles.of({}));
  });
}

function writeHeading({ worksheet, styles, language }: Sheet, column: number, heading: string, unit: string): void {
  const text = cellText(withUnit(heading, unit, language));
  worksheet.setColumnWidth(column, Math.min(MOST_WIDTH, Math.max(12, textWidth(text) + 2)));
  worksheet.writeStringWithFormat(HEADER_ROW, column, text, styles.of({ header: true, right: true }));
}

/** As they are read; the cell has all the digits. */
const PERCENT_DECIMALS = 2;

function formatOf(unit: string, values: readonly (number | null)[]): string {
  const numbers = values.filter((value) => value !== null);
  return excelNumberFormat({ decimals: unit === '%' ? PERCENT_DECIMALS : null, grouping: true }, unit, numbers);
}

/** The facts and imports that what is shown hangs from. */
function usedIds(
  { bands, bounds, rate }: Drawn,
  { inputs }: DrawnInputs,
): { factIds: Set<string>; importIds: Set<number> } {
  const origins = inputs.flatMap((input) => input.origins);
  const factIds = new Set(origins.flatMap(({ factId }) => factId ?? []));
  for (const id of [...bands.flatMap((band) => band.factIds), ...bounds.map(({ factId }) => factId)]) factIds.add(id);
  if (rate !== null) factIds.add(rate.factId);
  return { factIds, importIds: new Set(origins.flatMap(({ importId }) => importId ?? [])) };
}
