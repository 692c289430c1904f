/** Excel's own chart over the table of what is drawn: of the same kind, and one for each panel of small multiples. */
import {
  Chart,
  ChartFont,
  ChartFormat,
  ChartLine,
  ChartRange,
  ChartSeries,
  ChartSolidFill,
  ChartType,
  Color,
  type Worksheet,
} from 'wasm-xlsxwriter';
import { colourIn } from '../../shared/charts/chart-series.ts';
import { PRINT_THEME } from '../../shared/charts/chart-theme.ts';
import type { Drawn, DrawnColumn } from '../../shared/charts/drawn.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { addressOn } from './layout.ts';

const PIXELS_PER_CM = 96 / 2.54;
const TITLE_SIZE = 12;
const GROUPED_FROM = 1000;
const PANEL_ROWS = 18;
/** Daily figures behind their average are pale. */
const PALE = 65;

/** The table: its row of headings, above the figures, and the first column with figures; periods are in the first. */
type Placing = { title: string; headerRow: number; firstColumn: number; language: Language };

/** Beside the table, from the row of headings on. */
export function insertNativeCharts(worksheet: Worksheet, sheet: string, drawn: Drawn, placing: Placing): void {
  const { spec, panels, columns } = drawn;
  const place = placing.firstColumn + columns.length + 1;
  const [width, height] = [spec.figure.widthCm, spec.figure.heightCm].map((cm) => Math.round(cm * PIXELS_PER_CM));
  panels.forEach((panel, index) => {
    const name = inLanguage(panel, placing.language);
    const chart = chartOf(sheet, drawn, index, placing);
    // Texts of the chart are links to cells where they can be: a name that begins with = would be taken for one.
    const titled = panels.length === 1 ? `=${addressOn(sheet, 0, 0)}` : name.replace(/^=+/, '');
    chart.title().setName(titled).setFont(new ChartFont().setSize(TITLE_SIZE));
    worksheet.insertChart(
      placing.headerRow + index * PANEL_ROWS,
      place,
      chart
        .setWidth(width)
        .setHeight(panels.length === 1 ? height : PANEL_ROWS * 20 - 10)
        .setAltText(placing.title),
    );
  });
}

function chartOf(sheet: string, drawn: Drawn, panel: number, { headerRow, firstColumn }: Placing): Chart {
  const { columns, periods, spec } = drawn;
  const firstRow = headerRow + 1;
  const lastRow = headerRow + periods.length;
  let chart = emptyChart(spec.kind);
  columns.forEach((column, index) => {
    if (column.panel !== panel) return;
    const place = firstColumn + index;
    chart = chart.pushSeries(
      new ChartSeries()
        .setName(`=${addressOn(sheet, headerRow, place)}`)
        .setCategories(ChartRange.newFromRange(sheet, firstRow, 0, lastRow, 0))
        .setValues(ChartRange.newFromRange(sheet, firstRow, place, lastRow, place))
        .setFormat(lookOf(drawn, column)),
    );
  });
  const shown = columns.filter((column) => column.panel === panel).flatMap(({ values }) => values);
  if (shown.some((value) => value !== null && Math.abs(value) >= GROUPED_FROM)) chart.yAxis().setNumFormat('#,##0');
  if (drawn.unit !== '') chart.yAxis().setName(drawn.unit.replace(/^=+/, ''));
  return chart;
}

function emptyChart(kind: Drawn['spec']['kind']): Chart {
  switch (kind) {
    case 'grouped-bars':
      return Chart.newColumn();
    case 'stacked-bars':
      // The library's newColumnStacked makes a ring.
      return new Chart(ChartType.ColumnStacked);
    case 'lines':
    case 'small-multiples':
      return Chart.newLine();
  }
}

function lookOf(drawn: Drawn, column: DrawnColumn): ChartFormat {
  const { spec, columns } = drawn;
  const { role, seriesId } = column;
  // The same subject has the same colour on screen, in print and here.
  const colour = Color.rgb(Number.parseInt(PRINT_THEME.series[colourIn(drawn, column)].slice(1), 16));
  if (spec.kind === 'grouped-bars' || spec.kind === 'stacked-bars') {
    const fill = new ChartSolidFill().setColor(colour);
    return new ChartFormat().setSolidFill(role === 'compared' ? fill.setTransparency(PALE) : fill);
  }
  const hasAverage = columns.some((other) => other.role === 'average' && other.seriesId === seriesId);
  const isPale = role === 'compared' || (role === 'value' && hasAverage);
  const line = new ChartLine().setColor(colour).setWidth(isPale ? 1 : 2);
  return new ChartFormat().setLine(isPale ? line.setTransparency(PALE) : line);
}
