/**
 * The table of exactly what a chart draws: a row for each period, a column for each line. It is shown
 * below the chart, copied as TSV, and written as CSV.
 */
import { inBoth, textOf } from '../both-languages.ts';
import { BYTE_ORDER_MARK, printCsv } from '../csv.ts';
import { inLanguage, type Language, type LocalText } from '../language.ts';
import { formatMessage, message } from '../messages.ts';
import { labelAt } from '../periods.ts';
import type { Table, TableCell } from '../table.ts';
import { originAt } from './axis.ts';
import type { Drawn, DrawnColumn } from './drawn.ts';
import { transformName } from './plan.ts';

/** In the language of the spec, the title in both. Made-up data says so in the title and in the first heading. */
export function chartTable(drawn: Drawn): Table {
  const { spec, periods, columns, grain, ordinals } = drawn;
  const { language } = spec;
  const reasons = columns.map(({ without }) => new Map(without.map(({ at, reason }) => [at, reason])));
  const qualifiers = columns.map((column) => new Map(column.qualifiers.map(({ at, qualifier }) => [at, qualifier])));
  const compared = columns.find(({ role }) => role === 'compared');
  const say = (said: Parameters<typeof formatMessage>[0]) => formatMessage(said, language);
  const guided = guidedColumns(drawn);
  const period = textOf(message('chart.period'));
  return {
    title: chartTitle(drawn),
    columns: [
      { heading: (drawn.isDemonstration ? marked(period) : period)[language], unit: '' },
      ...(compared === undefined ? [] : [{ heading: say(message('chart.comparedPeriod')), unit: '' }]),
      ...columns.map((column) => ({ heading: columnHeading(drawn, column, language), unit: column.unit })),
      ...guided.map(({ heading, unit }) => ({ heading: heading[language], unit })),
    ],
    rows: periods.map((period, at) => [
      plainCell(period),
      ...(compared === undefined ? [] : [plainCell(labelAt(grain, ordinals[at] + compared.offset))]),
      ...columns.map((column, index): TableCell => {
        const qualifier = qualifiers[index].get(at) ?? '';
        const reason = reasons[index].get(at);
        const isMissing = column.values[at] === null;
        return {
          value: column.values[at],
          unit: '',
          factId: originAt(column, at)?.factId ?? null,
          remark: isMissing ? (reason === undefined ? '' : say(reason)) : qualifier,
          isBold: false,
        };
      }),
      ...guided.map(({ figures }) => figures.get(at) ?? NO_FIGURE),
    ]),
  };
}

type GuidedColumn = { heading: LocalText; unit: string; figures: Map<number, TableCell> };

const NO_FIGURE: TableCell = { value: null, unit: '', factId: null, remark: '', isBold: false };

/** Guidance as it is drawn: a column for the lower end and one for the upper, over the periods of its bands. */
function guidedColumns({ bands, columns }: Drawn): GuidedColumn[] {
  const guided = new Map<string, GuidedColumn>();
  for (const { subjectId, name, low, high, first, last, factIds } of bands) {
    const unit = columns.find((column) => column.subjectId === subjectId)?.unit ?? '';
    for (const [key, value, factId] of [
      ['excel.bandLow', low, factIds[0]],
      ['excel.bandHigh', high, factIds[factIds.length - 1]],
    ] as const) {
      if (value === null) continue;
      const heading = textOf(message(key, inBoth('name', name)));
      const column = guided.get(heading.en) ?? { heading, unit, figures: new Map<number, TableCell>() };
      for (let at = first; at <= last; at++) column.figures.set(at, { ...NO_FIGURE, value, factId: factId ?? null });
      guided.set(heading.en, column);
    }
  }
  return [...guided.values()];
}

/** `图 7：…（演示数据，非真实）` in both languages, as far as the user wrote it. */
export function chartTitle({ spec: { figure }, isDemonstration }: Drawn): LocalText {
  const inOne = (language: Language, colon: string) =>
    [figure.number, inLanguage(figure.title, language)].filter((text) => text !== '').join(colon);
  const title = { zh: inOne('zh', '：'), en: inOne('en', ': ') };
  return isDemonstration ? marked(title) : title;
}

/** What a file of the chart is called. Made-up data says so first: a long title is cut off. */
export function chartFileTitle({
  spec: { figure },
  isDemonstration,
}: Pick<Drawn, 'spec' | 'isDemonstration'>): LocalText {
  const mark = textOf(message('series.demonstration'));
  const inOne = (language: Language) =>
    [isDemonstration ? mark[language] : '', figure.number, inLanguage(figure.title, language)]
      .filter(Boolean)
      .join(' ');
  return { zh: inOne('zh'), en: inOne('en') };
}

function marked(text: LocalText): LocalText {
  const mark = textOf(message('series.demonstration'));
  const isEmpty = text.zh === '' && text.en === '';
  return isEmpty ? mark : textOf(message('chart.named', { ...inBoth('name', text), ...inBoth('more', mark) }));
}

/** What a column is, its transform included. */
export function columnHeading({ spec }: Drawn, { name, role }: DrawnColumn, language: Language): string {
  const text = inLanguage(name, language);
  if (spec.transform === 'none' || role === 'average') return text;
  return `${text} ${formatMessage(transformName(spec.transform), language)}`;
}

/** The chart's title, headings and rows, then its remarks and sources: what is to be known goes with the figures. */
export function chartCsv(drawn: Drawn): string {
  const { language } = drawn.spec;
  const table = chartTable(drawn);
  const title = table.title[language];
  return `${BYTE_ORDER_MARK}${printCsv([
    ...(title === '' ? [] : [[title]]),
    table.columns.map(({ heading, unit }) => withUnit(heading, unit, language)),
    ...table.rows.map((cells) => cells.map(({ value }) => value)),
    ...drawn.remarks.map(({ said }) => [formatMessage(said, language)]),
    [sourceLine(drawn, language)],
  ])}`;
}

/** `豆包 (次)`, and in English without a unit: a number of downloads is a number. */
export function withUnit(heading: string, unit: string, language: Language): string {
  const written = unit.replace(/(?:time|次)$/u, language === 'zh' ? '次' : '');
  return written === '' ? heading : `${heading} (${written})`;
}

export function sourceLine({ sources }: Pick<Drawn, 'sources'>, language: Language): string {
  return formatMessage(message('chart.sourceLine', { source: inLanguage(sources, language) }), language);
}

function plainCell(value: string): TableCell {
  return { value, unit: '', factId: null, remark: '', isBold: false };
}
