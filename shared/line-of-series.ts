/**
 * A series as a line of a sheet, by `SERIES("id")`: over the sheet's periods where it has any, else its latest
 * value. What "Use in a sheet" makes of a series wherever one is shown.
 */
import { inBoth, textOf } from './both-languages.ts';
import type { ChartSpec } from './chart-spec.ts';
import { dimensionText } from './charts/dimension-words.ts';
import { aggregationOf, isRelabelled } from './charts/input-points.ts';
import { canRegroup } from './charts/regroup.ts';
import { isChange, isTransformOf } from './charts/transforms.ts';
import type { LineDraft } from './contract.ts';
import type { Entity } from './facts.ts';
import type { LocalText } from './language.ts';
import { type Message, message } from './messages.ts';
import { type Grain, NO_PERIOD } from './periods.ts';
import { SERIES_TRANSFORMS, type Series } from './series.ts';

export type SeriesOfLine = Pick<Series, 'id' | 'grain' | 'unit' | 'market' | 'platform' | 'vendor' | 'definition'>;
/** What a line takes of a series: its values, these after a transform, or their average over the sheet's periods. */
export type SeriesWay = 'none' | (typeof SERIES_TRANSFORMS)[number] | 'average';

/** Those that the grain has; what the chart shows comes first. */
export function waysOfSeries(
  grain: Grain,
  { transform, withAverage }: Pick<ChartSpec, 'transform' | 'withAverage'>,
): SeriesWay[] {
  const all = (['none', ...SERIES_TRANSFORMS] as const).filter((way) => isTransformOf(way, grain));
  const shown = all.filter((way) => way === transform || (way === 'ma7' && withAverage && transform === 'none'));
  return [...new Set<SeriesWay>([...shown.toSorted((a) => (a === transform ? -1 : 1)), ...all, 'average'])];
}

type Place = {
  /** The sheet's base. */
  scenarioId: number;
  /** Of the sheet's periods; null where it has none. */
  grain: Grain | null;
  way: SeriesWay;
};

/** The workbench gives the line its name. */
export function lineOfSeries(
  series: SeriesOfLine,
  subject: Pick<Entity, 'name'>,
  metric: Pick<Entity, 'name'>,
  { scenarioId, grain, way }: Place,
): LineDraft {
  const isLatest = grain === null && way !== 'average';
  return {
    label: labelOfSeries(series, subject.name, metric.name, way),
    unit: way !== 'none' && way !== 'average' && isChange(way) ? '%' : series.unit,
    cells: [
      {
        scenarioId,
        period: NO_PERIOD,
        content: `=${seriesFormula(series.id, isLatest ? 'latest' : '', howOf(series, grain, way))}`,
      },
    ],
  };
}

/** Why a sheet with such periods cannot take that of the series; null where it can, of what there are values. */
export function cannotTake(series: SeriesOfLine, { grain, way }: Omit<Place, 'scenarioId'>): Message | null {
  const own = series.grain;
  const names = { ...inBoth('way', wayName(way)), ...inBoth('own', grainName(own)) };
  const isOther = grain !== null && !isRelabelled(own, grain);
  if (isOther && ['sum', 'mean'].includes(howOf(series, grain, way))) return null;
  if (way !== 'average' && !isTransformOf(way, own)) return message('series.wayOfOtherGrain', names);
  if (!isOther) return null;
  const params = { ...names, ...inBoth('grain', grainName(grain)) };
  return message(canRegroup(own, grain) ? 'series.wayNotInPeriods' : 'series.notInPeriods', params);
}

function grainName(grain: Grain): Message {
  return message(`chart.grain.${grain}`);
}

/** The third argument. Finer periods are brought to the sheet's as charts bring them there; twelve months to a year are its sum. */
function howOf({ grain: own, unit }: SeriesOfLine, grain: Grain | null, way: SeriesWay): string {
  const isFiner = grain !== null && !isRelabelled(own, grain) && canRegroup(own, grain);
  if (isFiner && way === 'none') return aggregationOf(unit, own, grain);
  if (isFiner && way === 'ttm' && grain === 'year') return 'sum';
  return way === 'none' ? '' : way;
}

/** `SERIES("capex/meta/…")`, `SERIES("capex/meta/…", "2023Q4", "ttm")` */
export function seriesFormula(seriesId: string, period = '', how = ''): string {
  const args = [`"${seriesId}"`, ...(period || how ? [period && `"${period}"`] : []), ...(how ? [`"${how}"`] : [])];
  return `SERIES(${args.join(', ')})`;
}

/** `Meta 资本性支出（含融资租赁，滚动十二个月）` */
export function labelOfSeries(
  { market, platform, vendor, definition }: Omit<SeriesOfLine, 'id' | 'grain' | 'unit'>,
  subject: LocalText,
  metric: LocalText,
  way: SeriesWay = 'none',
): LocalText {
  const rest = [market, platform, vendor, definition].filter((part) => part !== '').map(dimensionText);
  if (way !== 'none') rest.push(wayName(way));
  const [zh, en] = [rest.map((part) => part.zh).join('，'), rest.map((part) => part.en).join(', ')];
  return {
    zh: `${subject.zh || subject.en} ${metric.zh || metric.en}${zh === '' ? '' : `（${zh}）`}`,
    en: `${subject.en || subject.zh} ${metric.en || metric.zh}${en === '' ? '' : ` (${en})`}`,
  };
}

/** `滚动十二个月`, `TTM` */
export function wayName(way: SeriesWay): LocalText {
  return textOf(message(way === 'average' ? 'chart.averageOfPeriods' : `chart.transform.${way}`));
}
