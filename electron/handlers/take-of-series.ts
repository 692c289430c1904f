/** One value of a stored series as SERIES() takes it, read from as few observations as it needs. */
import { firstNeeded, isTransformOf } from '../../shared/charts/transforms.ts';
import type { Message } from '../../shared/messages.ts';
import { isPeriodLabel, labelAt, ordinalOf } from '../../shared/periods.ts';
import { type Observations, transformSchema } from '../../shared/series.ts';
import { PeriodAxis } from '../engine/period-axis.ts';
import { isFault } from '../engine/scalar.ts';
import { isPartOfOne, LATEST, type SeriesTree, takeSeries } from '../engine/series.ts';
import { type OrdinalRange, readObservations } from '../store/read-observations.ts';
import type { StoredSeries } from '../store/series.ts';
import type { Db } from '../store/sqlite.ts';
import { ALL_ORDINALS, engineSeriesOf } from './sheet-series.ts';

/** `ordinals`: the observations that the value is computed from, all of them among `observations`. */
export type TakenOfSeries = {
  /** In `unit`; a change in `%`. */
  value: number;
  unit: string;
  /** Of its period; of an average over all, of the last of them. */
  label: string;
  ordinals: readonly number[];
  observations: Observations;
};

const AVERAGE = 'average';
const NO_AXIS = new PeriodAxis(null);

/** `period` '' is the latest, `how` '' the value itself. The message says why there is no value. */
export function takeOfSeries(
  db: Db,
  stored: StoredSeries,
  period: string,
  how: string,
): TakenOfSeries | { message: Message } {
  const range = neededRange(stored, period, how);
  const taken = range === null ? null : takeWithin(db, stored, period, how, range);
  // What is wrong is told from the whole series: the first and last period that it has, for one.
  return taken !== null && 'value' in taken ? taken : takeWithin(db, stored, period, how, ALL_ORDINALS);
}

function takeWithin(
  db: Db,
  stored: StoredSeries,
  period: string,
  how: string,
  range: OrdinalRange,
): TakenOfSeries | { message: Message } {
  const { id, grain, unit } = stored.series;
  const observations = readObservations(db, stored, range, undefined);
  const series = { id, held: engineSeriesOf(stored, observations), readers: new Set<never>() };
  const ownWay = how === 'none' ? '' : how;
  const tree: SeriesTree = { kind: 'series', series, period: period || (how === AVERAGE ? '' : LATEST), how: ownWay };
  const { value, ordinals } = takeSeries(tree, NO_AXIS, 0);
  if (isFault(value)) return { message: value.message };
  const label = period || labelAt(grain, ordinals[ordinals.length - 1]);
  const figure = isPartOfOne(tree) ? { value: Number(value) * 100, unit: '%' } : { value: Number(value), unit };
  return { ...figure, label, ordinals, observations };
}

/** Null where it is not known beforehand: of periods of another kind, and of what is taken over all. */
function neededRange({ series: { grain }, last }: StoredSeries, period: string, how: string): OrdinalRange | null {
  const own = period === '' ? last : isPeriodLabel(grain, period) ? ordinalOf(grain, period) : null;
  if (own === null) return null;
  if (how === '') return { first: own, last: own };
  const transform = transformSchema.safeParse(how);
  if (!transform.success || !isTransformOf(transform.data, grain)) return null;
  return { first: firstNeeded(transform.data, grain, own), last: own };
}
