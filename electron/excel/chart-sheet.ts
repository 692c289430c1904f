/**
 * The chart sheet: a small table of live links to a few results of one unit, and a native chart of it.
 * Without a time axis the bars are lines by scenario; with one they are curves of the base over time.
 */
import {
  Chart,
  ChartFont,
  ChartFormat,
  ChartLine,
  ChartRange,
  ChartSeries,
  ChartSolidFill,
  Color,
  type Worksheet,
} from 'wasm-xlsxwriter';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import type { Line, SheetDocument } from '../../shared/sheet.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import { writeFormula } from './cells.ts';
import { cellText, textWidth } from './excel-text.ts';
import { addressOn, type Layout, type ValueColumn } from './layout.ts';
import { excelNumberFormat } from './number-format.ts';
import { setUpPrinting, writeTitle } from './sheet-setup.ts';
import type { Styles } from './styles.ts';

const MAX_LINES = 6;
const MAX_SERIES = 8;
const HEADER_ROW = 2;
/** Told apart by colour-blind readers as well, and in grey by their lightness. */
const PALETTE = [0x2f5d9b, 0xe08a1e, 0x3a9d8f, 0xb5475a, 0x7a6bb5, 0x8a8f98, 0x5aa7d6, 0xc9b037];

type Input = {
  document: SheetDocument;
  model: SheetModel;
  layout: Layout;
  styles: Styles;
  language: Language;
  unitOf: (line: Line) => string;
};

type ChartCell = { line: Line; column: ValueColumn };

/** `万元`, `USD`, and such a sum for a time: `万元/y`. */
const MONEY = /^[百千万亿]*(元|[A-Z]{3})(\/(s|h|d|y|天|月|年))?$/;
const GROUPED_FROM = 1000;
const TITLE_SIZE = 14;

/**
 * Results worth a chart: formula lines of one unit with numbers in the base scenario, the last six of them, as results
 * stand at the end. Money goes first, then the unit with most reported results, then that with most results.
 */
export function chosenLines({ model, layout, unitOf }: Pick<Input, 'model' | 'layout' | 'unitOf'>): Line[] {
  const period = layout.periods[0];
  const results = layout.lines.filter((line) => {
    const cell = { lineId: line.id, scenarioId: layout.base.id, period };
    return line.kind === 'line' && model.elaboratedFormula(cell) !== null && typeof model.valueOf(cell) === 'number';
  });
  const [best] = [...Map.groupBy(results, unitOf)]
    .map(([unit, lines]) => ({
      lines,
      isMoney: Number(MONEY.test(unit)),
      reportedCount: lines.filter(({ reported }) => reported !== null).length,
    }))
    .sort((a, b) => b.isMoney - a.isMoney || b.reportedCount - a.reportedCount || b.lines.length - a.lines.length);
  return best?.lines.slice(-MAX_LINES) ?? [];
}

export function writeChartSheet(
  worksheet: Worksheet,
  sheetName: string,
  modelSheetName: string,
  lines: readonly Line[],
  { document, model, layout, styles, language, unitOf }: Input,
): void {
  const overTime = document.sheet.timeAxis !== null;
  const title = cellText(inLanguage(document.sheet.title, language));
  const unit = unitOf(lines[0]);
  writeTitle(worksheet, unit === '' ? title : `${title} (${cellText(unit)})`, styles);
  const labelOf = (line: Line) => cellText(inLanguage(line.label, language) || line.name);

  // Texts of the chart are links to cells: a name that begins with = would be taken for one.
  const linkTo = (row: number, column: number) => `=${addressOn(sheetName, row, column)}`;

  const baseColumns = layout.valueColumns.filter(({ scenario }) => scenario.id === layout.base.id);
  const scenarioColumns = layout.valueColumns.filter(({ period }) => period === layout.periods[0]).slice(0, MAX_SERIES);
  const header = styles.of({ header: true, right: true });
  worksheet.writeStringWithFormat(HEADER_ROW, 0, cellText(unit), styles.of({ header: true }));

  const valueAt = ({ line, column: { scenario, period } }: ChartCell) =>
    model.valueOf({ lineId: line.id, scenarioId: scenario.id, period });
  const writeRow = (row: number, label: string, cells: ChartCell[]) => {
    worksheet.writeStringWithFormat(row, 0, label, styles.of({}));
    cells.forEach((cell, index) => {
      const { line } = cell;
      const value = valueAt(cell);
      const format = typeof value === 'number' ? excelNumberFormat(line.format, line.unit, [value]) : undefined;
      const address = addressOn(modelSheetName, layout.rowOf(line.id), cell.column.column);
      writeFormula(worksheet, row, index + 1, address, value, styles.of({ numberFormat: format }));
    });
  };
  const seriesNames = overTime
    ? lines.map(labelOf)
    : scenarioColumns.map(({ scenario }) => cellText(inLanguage(scenario.name, language)));
  seriesNames.forEach((name, index) => {
    worksheet.writeStringWithFormat(HEADER_ROW, index + 1, name, header);
  });
  const rows = overTime
    ? baseColumns.map((column) => ({ label: column.period, cells: lines.map((line) => ({ line, column })) }))
    : lines.map((line) => ({ label: labelOf(line), cells: scenarioColumns.map((column) => ({ line, column })) }));
  rows.forEach(({ label, cells }, index) => {
    writeRow(HEADER_ROW + 1 + index, label, cells);
  });
  const lastRow = HEADER_ROW + rows.length;

  let chart = overTime ? Chart.newLine() : Chart.newColumn();
  seriesNames.forEach((_, index) => {
    const colour = Color.rgb(PALETTE[index % PALETTE.length]);
    const look = overTime
      ? new ChartFormat().setLine(new ChartLine().setColor(colour).setWidth(2))
      : new ChartFormat().setSolidFill(new ChartSolidFill().setColor(colour));
    chart = chart.pushSeries(
      new ChartSeries()
        .setName(linkTo(HEADER_ROW, index + 1))
        .setCategories(ChartRange.newFromRange(sheetName, HEADER_ROW + 1, 0, lastRow, 0))
        .setValues(ChartRange.newFromRange(sheetName, HEADER_ROW + 1, index + 1, lastRow, index + 1))
        .setFormat(look),
    );
  });
  chart.title().setName(linkTo(0, 0)).setFont(new ChartFont().setSize(TITLE_SIZE));
  const values = rows.flatMap(({ cells }) => cells.map(valueAt));
  if (values.some((value) => typeof value === 'number' && Math.abs(value) >= GROUPED_FROM)) {
    chart.yAxis().setNumFormat('#,##0');
  }
  if (unit !== '') chart.yAxis().setName(linkTo(HEADER_ROW, 0));
  chart.xAxis().setName(formatMessage(message(overTime ? 'excel.period' : 'excel.line'), language));
  worksheet.insertChart(lastRow + 2, 0, chart.setWidth(900).setHeight(440).setAltText(title));

  worksheet.setColumnWidth(0, Math.min(44, Math.max(12, ...lines.map((line) => textWidth(labelOf(line)) + 2))));
  worksheet.setColumnRangeWidth(1, seriesNames.length, 16);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}
