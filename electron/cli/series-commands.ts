/** The commands that read series: which there are, and the observations of one, as they are or transformed. */
import { firstNeeded, isTransformOf, transformed } from '../../shared/charts/transforms.ts';
import { AppError } from '../../shared/errors.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { daysOfLabel, periodOfDay } from '../../shared/period-days.ts';
import { isPeriodLabel, labelAt, ordinalOf } from '../../shared/periods.ts';
import type { Observations, SeriesSummary, Transform } from '../../shared/series.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { idsNamed } from './fact-commands.ts';
import { printJson } from './output.ts';

export type SeriesOptions = { subject?: string; metric?: string };

export async function seriesCommand(options: CommandOptions, { subject, metric }: SeriesOptions): Promise<void> {
  await withWorkbench(options, async (call) => {
    const entities = subject === undefined && metric === undefined ? [] : await call('listEntities', {});
    const series = await call('listSeries', {
      subjectIds: subject === undefined ? undefined : idsNamed(entities, subject, 'cli.noSubject'),
      metricIds: metric === undefined ? undefined : idsNamed(entities, metric, 'cli.noMetric'),
    });
    await printJson(series);
  });
}

export type ObservationOptions = {
  from?: string;
  to?: string;
  asKnownOn?: string;
  transform?: Exclude<Transform, 'share'>;
  base?: string;
};

/**
 * One JSON object: the series, its observations by period, and the periods that have a figure but no
 * transformed one, each with why. Changes are parts of one. Made-up numbers bear their mark.
 */
export async function observationsCommand(
  options: CommandOptions,
  seriesId: string,
  given: ObservationOptions,
): Promise<void> {
  await withWorkbench(options, async (call) => {
    const series = await findSeries(call, seriesId);
    const { grain, origin } = series;
    const { from = '', to = '', asKnownOn, transform = 'none', base } = given;
    if (!isTransformOf(transform, grain)) {
      throw new AppError('invalid-value', message('series.noTransform', { transform, seriesId, grain }));
    }
    const baseAt = base === undefined ? undefined : ordinalOfPeriod(series, base);
    const first = from === '' ? null : firstOrdinal(series, from);
    const needed = first === null ? null : Math.min(firstNeeded(transform, grain, first), baseAt ?? first);
    const [read] = await call('getObservations', {
      seriesIds: [seriesId],
      from: needed === null ? from : labelAt(grain, needed),
      to,
      asKnownOn,
    });
    const isShown = (ordinal: number) => first === null || ordinal >= first;
    const { points, without } = transformed(transform, grain, read, { base: baseAt ?? read.ordinals.find(isShown) });
    const periodOf = (ordinal: number) => labelAt(grain, ordinal);
    const sayings = sayingsOf(read);
    const mark = message('series.demonstration');
    await printJson({
      ...(origin === 'demonstration' ? { mark: formatMessage(mark, options.language) } : {}),
      series,
      transform,
      observations: points.ordinals
        .map((ordinal, at) => ({ ordinal, period: periodOf(ordinal), value: points.values[at] }))
        .map((shown, at) => (transform === 'none' ? { ...shown, ...sayings[at] } : shown))
        .filter(({ ordinal }) => isShown(ordinal))
        .map(({ ordinal, ...shown }) => shown),
      without: without
        .filter(({ ordinal }) => isShown(ordinal))
        .map(({ ordinal, reason }) => ({ period: periodOf(ordinal), reason })),
    });
  });
}

async function findSeries(call: Call, seriesId: string): Promise<SeriesSummary> {
  const series = (await call('listSeries', {})).find(({ id }) => id === seriesId);
  if (series === undefined) throw new AppError('not-found', message('series.notFound', { seriesId }));
  return series;
}

function ordinalOfPeriod({ grain, id }: SeriesSummary, period: string): number {
  if (isPeriodLabel(grain, period)) return ordinalOf(grain, period);
  throw new AppError('invalid-value', message('series.badBase', { period, seriesId: id, grain }));
}

/** Null of a wrong label, which is left to the call: it says so. */
function firstOrdinal({ grain, fiscalYearEnd }: SeriesSummary, label: string): number | null {
  if (isPeriodLabel(grain, label)) return ordinalOf(grain, label);
  const days = daysOfLabel(label, fiscalYearEnd);
  return days === null ? null : periodOfDay(grain, days.first, fiscalYearEnd);
}

/** What is said of each observation: its qualifier where it is not plain, and the import or fact that it comes from. */
function sayingsOf({ ordinals, qualifiers, origins }: Observations) {
  const sayings = ordinals.map(() => ({}));
  origins.forEach(({ at, importId, factId }, run) => {
    const origin = factId === null ? { importId } : { factId };
    sayings.fill(origin, at, origins[run + 1]?.at);
  });
  for (const { at, qualifier } of qualifiers) sayings[at] = { qualifier, ...sayings[at] };
  return sayings;
}
