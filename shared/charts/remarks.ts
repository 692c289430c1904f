/** What must be read with a chart wherever it goes: mixed definitions, conversion, regrouping, fiscal years … */
import { inBoth, textOf } from '../both-languages.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { type Language, type LocalText, sameInBoth } from '../language.ts';
import { type Message, message } from '../messages.ts';
import { displayNumber } from '../number-display.ts';
import { periodOfDay } from '../period-days.ts';
import { labelAt } from '../periods.ts';
import type { Series } from '../series.ts';
import { placeOfLabel } from './axis.ts';
import { rangeText, withUnitWords } from './chart-words.ts';
import type { Source } from './columns.ts';
import { dimensionText } from './dimension-words.ts';
import type { Drawn, DrawnBand, DrawnColumn, DrawnRemark } from './drawn.ts';
import { aggregationOf, isRelabelled } from './input-points.ts';
import { addsUp, grainName, type Plan } from './plan.ts';
import { daysShown } from './regroup.ts';
import { listed } from './series-names.ts';

const COMMA: LocalText = { zh: '；', en: '; ' };

type Shown = {
  spec: ChartSpec;
  plan: Plan;
  sources: readonly Source[];
  columns: readonly DrawnColumn[];
  bands: readonly DrawnBand[];
  /** '' of what is no index. */
  base: string;
  /** Of those that are left out of a ratio. */
  unrelated: readonly LocalText[];
};

export function remarksOf(shown: Shown): DrawnRemark[] {
  const { spec, plan, sources, columns, bands, base } = shown;
  const keys = columns.map(({ key }) => key);
  const said: Message[] = [];
  if (sources.some(({ input: { series } }) => series.origin === 'demonstration'))
    said.push(message('series.demonstration'));
  said.push(...mixes(shown));
  if (plan.rate !== null) {
    const { factId, cnyPerUsd } = plan.rate;
    const rate = displayNumber(cnyPerUsd, { decimals: null, grouping: false }, 'en');
    said.push(message('chart.converted', { rate, place: placeOf(factId) }));
  }
  said.push(...regroupings(shown), ...fiscalYears(shown));
  if (base !== '') said.push(message('chart.indexBase', { period: base }));
  if (spec.transform === 'share') said.push(message('chart.shareOf', { count: sources.length }));
  if (spec.relativeTo !== undefined) {
    const metric = inBoth('metric', plan.entityNames.of(spec.relativeTo));
    said.push(message('chart.relative', metric));
    for (const name of shown.unrelated)
      said.push(message('chart.relativeMissing', { ...metric, ...inBoth('name', name) }));
  }
  said.push(...guidance(bands, columns));
  if (spec.asKnownOn !== '') said.push(message('chart.asKnownOn', { date: spec.asKnownOn }));
  const { comparedTo } = spec;
  const compared = columns.find(({ role }) => role === 'compared');
  if (compared !== undefined && comparedTo !== null) {
    const key = isBars(spec) ? 'chart.comparedBars' : 'chart.compared';
    said.push(message(key, { from: comparedTo.from, to: comparedTo.to || '…' }));
  }
  if (spec.isLogarithmic) {
    const count = columns.flatMap(({ values }) => values).filter((value) => value !== null && value <= 0).length;
    if (count > 0) said.push(message('chart.logarithmicLeft', { count }));
  }
  return said.map((each) => ({ said: each, columnKeys: keys }));
}

/** `002 图表14` of `002/图表14/…`: what can be looked up; the rest of the id says nothing to a reader. */
function placeOf(factId: string): string {
  return factId.split('/').slice(0, 2).join(' ');
}

function isBars({ kind }: ChartSpec): boolean {
  return kind === 'grouped-bars' || kind === 'stacked-bars';
}

/** What holds of one column: the definition by which its figures are counted, and who estimated them. */
export function columnRemarks(series: Series): Message[] {
  return [series.definition, series.vendor]
    .filter((text) => text !== '')
    .map((text) =>
      message('chart.isOf', { ...inBoth('name', dimensionName(series, text)), ...inBoth('of', dimensionText(text)) }),
    );
}

function dimensionName(series: Series, text: string): Message {
  return message(text === series.definition ? 'chart.definition' : 'chart.vendor');
}

function mixes({ spec, sources }: Shown): Message[] {
  const isSum = addsUp(spec);
  const list = (dimension: 'definition' | 'vendor', none: Message) => {
    const differ = new Set(sources.map(({ input: { series } }) => series[dimension])).size > 1;
    if (!differ) return null;
    const texts = sources.map(({ name, input: { series } }) => {
      const of = series[dimension] === '' ? none : dimensionText(series[dimension]);
      return textOf(message('chart.isOf', { ...inBoth('name', name), ...inBoth('of', of) }));
    });
    return inBoth('list', listed(texts, COMMA));
  };
  const definitions = list('definition', message('chart.noDefinition'));
  const vendors = list('vendor', message('chart.ownFigures'));
  return [
    ...(definitions === null ? [] : [message(isSum ? 'chart.mixAdded' : 'chart.definitionsMixed', definitions)]),
    ...(vendors === null ? [] : [message(isSum ? 'chart.mixAdded' : 'chart.vendorsMixed', vendors)]),
  ];
}

function regroupings({ plan: { grain }, sources }: Shown): Message[] {
  const said = new Map<string, Message>();
  for (const { series } of sources.map(({ input }) => input)) {
    if (isRelabelled(series.grain, grain)) continue;
    const key =
      aggregationOf(series.unit, series.grain, grain) === 'sum' ? 'chart.regroupedSum' : 'chart.regroupedMean';
    const grains = { ...inBoth('from', grainName(series.grain)), ...inBoth('to', grainName(grain)) };
    said.set(`${key} ${series.grain}`, message(key, grains));
  }
  return [...said.values()];
}

/** Said where labels would otherwise mislead: fiscal ones on the axis, or fiscal quarters at calendar ones. */
function fiscalYears({ plan: { grain, names }, sources, spec }: Shown): Message[] {
  const seen = new Set<string>();
  return sources.flatMap(({ input: { series, points }, name }, at) => {
    const last = points.ordinals.at(-1);
    const isFiscal = spec.calendar === 'fiscal' && (grain === 'fiscal-quarter' || grain === 'year');
    const isMoved = series.grain === 'fiscal-quarter' && grain === 'quarter';
    if (last === undefined || series.fiscalYearEnd === 12 || !(isFiscal || isMoved) || seen.has(series.subjectId))
      return [];
    seen.add(series.subjectId);
    const { fiscalYearEnd } = series;
    const day = daysShown({ to: grain, calendar: spec.calendar, fiscalYearEnd }, last).last;
    const fiscal = labelAt('fiscal-quarter', periodOfDay('fiscal-quarter', day, fiscalYearEnd));
    const calendar = labelAt('quarter', periodOfDay('quarter', day, fiscalYearEnd));
    const params = { ...inBoth('name', names[at] ?? name), month: fiscalYearEnd, fiscal, calendar };
    return [message(isFiscal ? 'chart.fiscalShown' : 'chart.fiscalMoved', params)];
  });
}

/** What the bands say in figures, and that an average is none of a quarter. */
function guidance(bands: readonly DrawnBand[], columns: readonly DrawnColumn[]): Message[] {
  return [...Map.groupBy(bands, ({ parts }) => parts === 1)].map(([isWhole, alike]) => {
    const texts = alike.map(({ name, low, high, parts, subjectId }) => {
      const unit = columns.find((column) => column.subjectId === subjectId)?.unit ?? '';
      const whole = { low: low && low * parts, high: high && high * parts };
      const inOne = (language: Language) => withUnitWords(rangeText(whole, unit, language), unit, language);
      const of = { zh: inOne('zh'), en: inOne('en') };
      return textOf(message('chart.isOf', { ...inBoth('name', name), ...inBoth('of', of) }));
    });
    return message(isWhole ? 'chart.guidanceWhole' : 'chart.guidanceQuarters', inBoth('list', listed(texts, COMMA)));
  });
}

/** What stands after 资料来源: what the user wrote, else the sources of what is drawn and the vendors. */
export function sourcesOf(
  spec: ChartSpec,
  sources: readonly Source[],
  titles: readonly string[],
  isDemonstration: boolean,
): Drawn['sources'] {
  const mark = textOf(message('series.demonstration'));
  const written = spec.figure.source;
  const hasWritten = written.zh.trim() !== '' || written.en.trim() !== '';
  const vendors = sources.map(({ input: { series } }) => series.vendor).filter((vendor) => vendor !== '');
  const found = [...new Set([...vendors, ...titles])];
  const hasNone = found.length === 0 && sources.length > 0;
  const plain = hasNone ? textOf(message('chart.ownImport')) : sameInBoth(found.join(', '));
  const said = hasWritten ? written : { zh: plain.zh.replaceAll(', ', '，'), en: plain.en };
  return isDemonstration ? listed(hasWritten ? [mark, said] : [mark], { zh: '；', en: '; ' }) : said;
}

/** The label at which an index is 100. */
export function basePlace(spec: ChartSpec, plan: Plan): number | undefined {
  const fiscalYearEnd = plan.series[0].fiscalYearEnd;
  return spec.basePeriod === ''
    ? undefined
    : placeOfLabel(spec.basePeriod, 'first', { grain: plan.grain, calendar: spec.calendar, fiscalYearEnd });
}
