/**
 * A series as a line of a sheet, by `SERIES("id")`: over the sheet's periods where it has any, else its latest
 * value. What "Use in a sheet" makes of a series wherever one is shown.
 */
import { dimensionText } from './charts/dimension-words.ts';
import type { LineDraft } from './contract.ts';
import type { Entity } from './facts.ts';
import type { LocalText } from './language.ts';
import { NO_PERIOD } from './periods.ts';
import type { Series } from './series.ts';

export type SeriesOfLine = Pick<Series, 'id' | 'unit' | 'market' | 'platform' | 'vendor' | 'definition'>;

/** `scenarioId` is the sheet's base. The workbench gives the line its name. */
export function lineOfSeries(
  series: SeriesOfLine,
  subject: Pick<Entity, 'name'>,
  metric: Pick<Entity, 'name'>,
  { scenarioId, hasTimeAxis }: { scenarioId: number; hasTimeAxis: boolean },
): LineDraft {
  return {
    label: labelOfSeries(series, subject.name, metric.name),
    unit: series.unit,
    cells: [{ scenarioId, period: NO_PERIOD, content: `=${seriesFormula(series.id, hasTimeAxis ? '' : 'latest')}` }],
  };
}

/** `SERIES("capex/meta/…")`, `SERIES("capex/meta/…", "2023Q4", "ttm")` */
export function seriesFormula(seriesId: string, period = '', how = ''): string {
  const args = [`"${seriesId}"`, ...(period || how ? [period && `"${period}"`] : []), ...(how ? [`"${how}"`] : [])];
  return `SERIES(${args.join(', ')})`;
}

/** `Meta 资本性支出（含融资租赁）` */
export function labelOfSeries(
  { market, platform, vendor, definition }: SeriesOfLine,
  subject: LocalText,
  metric: LocalText,
): LocalText {
  const rest = [market, platform, vendor, definition].filter((part) => part !== '').map(dimensionText);
  const [zh, en] = [rest.map((part) => part.zh).join('，'), rest.map((part) => part.en).join(', ')];
  return {
    zh: `${subject.zh || subject.en} ${metric.zh || metric.en}${zh === '' ? '' : `（${zh}）`}`,
    en: `${subject.en || subject.zh} ${metric.en || metric.zh}${en === '' ? '' : ` (${en})`}`,
  };
}
