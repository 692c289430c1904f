/**
 * The series sheet: the observations behind every `SERIES("id")` of the model, a row for each period, with
 * where it comes from. Formulas of the model sheet calculate over its cells: what is changed here moves
 * the model.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import type { Qualifier } from '../../shared/facts.ts';
import { inLanguage, type Language, type LocalText } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';
import type { Series } from '../../shared/series.ts';
import type { SourceRef } from '../../shared/sheet.ts';
import type { PeriodAxis } from '../engine/period-axis.ts';
import { isFault } from '../engine/scalar.ts';
import { type EngineSeries, type SeriesSource, type SeriesTree, takeSeries } from '../engine/series.ts';
import { writeValue } from './cells.ts';
import { cellText } from './excel-text.ts';
import { addressOf, addressOn } from './layout.ts';
import { printError } from './print-formula.ts';
import { fitRowHeight, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { placeOf, type SourceIndex } from './sources-sheet.ts';
import { INPUT_COLOUR, type Look, QUIET_COLOUR, type Styles } from './styles.ts';

/** A series that a sheet takes. */
export type SheetSeries = {
  series: Series;
  held: EngineSeries;
  subject: LocalText;
  metric: LocalText;
  /** Of the observations that are not plain `=`, by index. */
  qualifiers: { at: number; qualifier: Qualifier }[];
  /** Where runs of observations come from, each from index `at` to the next one's. */
  origins: { at: number; ref: SourceRef }[];
};

/** A series with the run of observations that formulas take: from index `first` to `last`, on the sheet from `row` on. */
export type TakenSeries = { described: SheetSeries; first: number; last: number; row: number };

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const VALUE_COLUMN = 5;
const COLUMNS: [heading: MessageKey, width: number][] = [
  ['excel.seriesId', 36],
  ['excel.subject', 18],
  ['excel.metric', 18],
  ['excel.dimensions', 32],
  ['excel.period', 12],
  ['excel.value', 14],
  ['excel.unit', 14],
  ['excel.qualifier', 8],
  ['excel.document', 44],
  ['excel.place', 20],
  ['excel.wording', 48],
];

/** Gives the engine the values of these series. */
export function seriesSourceOf(series: readonly SheetSeries[]): SeriesSource {
  const held = new Map(series.map((described) => [described.series.id, described.held]));
  return { find: (seriesId) => held.get(seriesId) };
}

export function isDemonstration({ series }: Pick<SheetSeries, 'series'>): boolean {
  return series.origin === 'demonstration';
}

/** Puts the series below one another; `ordinals` are those that formulas take, by id. */
export function takenSeries(
  series: readonly SheetSeries[],
  ordinals: ReadonlyMap<string, ReadonlySet<number>>,
): TakenSeries[] {
  let row = FIRST_ROW;
  return series.map((described) => {
    const wanted = ordinals.get(described.series.id);
    const first = described.held.ordinals.findIndex((ordinal) => wanted?.has(ordinal));
    const last = described.held.ordinals.findLastIndex((ordinal) => wanted?.has(ordinal));
    const taken = { described, first: Math.max(first, 0), last, row };
    row += taken.last - taken.first + 1;
    return taken;
  });
}

/** What gives the value taken of a series in a period: over the cells of the sheet of that name. */
export function formulasOfSeries(sheet: string, all: readonly TakenSeries[], axis: PeriodAxis) {
  const rowsOf = new Map(
    all.map(({ described: { series, held }, first, row }) => [
      series.id,
      new Map(held.ordinals.map((ordinal, at) => [ordinal, row + at - first])),
    ]),
  );
  return (tree: SeriesTree, period: number): string => {
    const { value, ordinals, way } = takeSeries(tree, axis, period);
    if (isFault(value)) return printError(value.error);
    const rows = ordinals.map((ordinal) => rowsOf.get(tree.series.id)?.get(ordinal) ?? FIRST_ROW);
    const at = (place: number) => addressOn(sheet, rows.at(place) ?? FIRST_ROW, VALUE_COLUMN);
    const area = `${at(0)}:${addressOf(rows.at(-1) ?? FIRST_ROW, VALUE_COLUMN, true)}`;
    switch (way) {
      case 'value':
        return at(0);
      case 'change':
        return `(${at(1)}-${at(0)})/${at(0)}`;
      case 'sum':
        return `SUM(${area})`;
      case 'mean':
        return `AVERAGE(${area})`;
    }
  };
}

/** Where what is taken of the series comes from: each document and place once. */
export function sourceRefsOf({ described: { origins }, first, last }: TakenSeries): SourceRef[] {
  const refs = origins
    .filter(({ at }, index) => at <= last && (origins[index + 1]?.at ?? Number.POSITIVE_INFINITY) > first)
    .map(({ ref }) => ({ ...ref, wording: '' }));
  return [...new Map(refs.map((ref) => [`${ref.sourceId}\n${ref.place}`, ref])).values()];
}

export function writeSeriesSheet(
  worksheet: Worksheet,
  all: readonly TakenSeries[],
  sources: SourceIndex,
  styles: Styles,
  language: Language,
): void {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  const mark = all.some(({ described }) => isDemonstration(described)) ? `【${say('series.demonstration')}】` : '';
  writeTitle(worksheet, mark + say('excel.series'), styles);
  COLUMNS.forEach(([heading, width], column) => {
    worksheet.setColumnWidth(column, width);
    const format = styles.of({ header: true, right: column === VALUE_COLUMN });
    worksheet.writeStringWithFormat(HEADER_ROW, column, say(heading), format);
  });
  for (const { described, first, last, row } of all) {
    for (let at = first; at <= last; at++) {
      const texts = textsOf(described, at, sources, language);
      texts.forEach((text, column) => {
        const look: Look = column === 0 ? { colour: QUIET_COLOUR, wrap: true } : { wrap: true };
        if (text !== '') worksheet.writeStringWithFormat(row + at - first, column, cellText(text), styles.of(look));
      });
      const look: Look = { colour: INPUT_COLOUR, right: true };
      writeValue(worksheet, row + at - first, VALUE_COLUMN, described.held.values[at], styles.of(look));
      const widths = texts.map((text, column): [string, number] => [text, COLUMNS[column][1]]);
      fitRowHeight(worksheet, row + at - first, widths);
    }
  }
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}

/** One for each column; that of the value is left to the value itself. */
function textsOf(described: SheetSeries, at: number, sources: SourceIndex, language: Language): string[] {
  const { series, held, subject, metric, qualifiers, origins } = described;
  const ref = origins.findLast((origin) => origin.at <= at)?.ref ?? { sourceId: '', place: '', wording: '' };
  const mark = isDemonstration(described) ? [formatMessage(message('series.demonstration'), language)] : [];
  const dimensions = [...mark, series.market, series.platform, series.vendor, series.definition];
  return [
    series.id,
    inLanguage(subject, language),
    inLanguage(metric, language),
    dimensions.filter((text) => text !== '').join(' · '),
    labelAt(held.grain, held.ordinals[at]),
    '',
    held.unit,
    qualifiers.find((one) => one.at === at)?.qualifier ?? '=',
    sources.titleOf(ref),
    placeOf(ref),
    ref.wording,
  ];
}
