/** Series: listed, read as known now or on a day, made, changed and typed into, and their imports. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { daysOfLabel, periodOfDay } from '../../shared/period-days.ts';
import { isPeriodLabel, labelAt, ordinalOf } from '../../shared/periods.ts';
import type { Series, SeriesSummary } from '../../shared/series.ts';
import type { Handlers } from '../dispatch.ts';
import { runReading } from '../jobs/run-job.ts';
import { mergeObservations } from '../store/observations.ts';
import { type OrdinalRange, readObservations } from '../store/read-observations.ts';
import { listRestatements } from '../store/restatements.ts';
import {
  dropSeries,
  findSeries,
  findSeriesOf,
  listStoredSeries,
  putSeriesRow,
  type StoredSeries,
  summaryOf,
} from '../store/series.ts';
import { readFactObservations } from '../store/series-facts.ts';
import {
  addSeriesImport,
  dropSeriesImport,
  findSeriesImport,
  finishSeriesImport,
  listSeriesImports,
  type StoredImport,
} from '../store/series-imports.ts';
import { type Db, inTransaction } from '../store/sqlite.ts';
import { withdrawSeriesImport } from '../store/withdraw-series-import.ts';
import { chartInputs } from './chart-inputs.ts';
import { checkUnitOfMetric } from './check-fact.ts';
import type { Context } from './context.ts';
import { getEntity } from './entities.ts';
import { tellSeriesEdited } from './recalculate-sheets.ts';

type SeriesMethod =
  | 'listSeries'
  | 'getObservations'
  | 'getChartInputs'
  | 'listRestatements'
  | 'putSeries'
  | 'deleteSeries'
  | 'setObservations'
  | 'listSeriesImports'
  | 'withdrawSeriesImport';

const MOST_RESTATED_PERIODS = 100_000;
/** Under 50 ms. */
const WITHDRAWN_AT_ONCE = 3000;
/** A period of each grain, as an example of how they are written. */
const TODAY = 20_000;

export function seriesHandlers(context: Context): Pick<Handlers, SeriesMethod> {
  const { db } = context.store;
  const tell = (seriesIds: string[]) => tellSeriesEdited(context, seriesIds);
  return {
    listSeries: (filter) => listStoredSeries(db, filter).map((stored) => summarise(db, stored)),
    getObservations: ({ seriesIds, from, to, asKnownOn }) => {
      if (asKnownOn !== undefined) checkDay(asKnownOn);
      return [...new Set(seriesIds)].flatMap((seriesId) => {
        const stored = findSeries(db, seriesId);
        return stored === undefined ? [] : [readObservations(db, stored, rangeOf(stored.series, from, to), asKnownOn)];
      });
    },
    getChartInputs: (question) => {
      if (question.asKnownOn !== '') checkDay(question.asKnownOn);
      return chartInputs(db, question);
    },
    listRestatements: ({ seriesId }) => listRestatements(db, getSeries(db, seriesId), MOST_RESTATED_PERIODS),
    putSeries: ({ series: given }) => {
      const before = findSeries(db, given.id);
      const series: Series = { ...given, origin: before?.series.origin ?? 'own' };
      checkSeries(db, series, before);
      inTransaction(db, () => putSeriesRow(db, series));
      tell([series.id]);
      return summarise(db, getSeries(db, series.id));
    },
    deleteSeries: ({ seriesId }) => {
      const { key } = getOwnSeries(db, seriesId);
      inTransaction(db, () => dropSeries(db, key));
      tell([seriesId]);
      return {};
    },
    setObservations: ({ seriesId, observations }) => {
      const stored = getSeries(db, seriesId);
      if (stored.sourceId !== null) throw new AppError('invalid-value', message('series.overFacts', { seriesId }));
      const values = valuesByOrdinal(stored.series, observations);
      const at = context.now();
      const counts = setByHand(db, stored.key, values, at);
      if (counts.added + counts.restated > 0) tell([seriesId]);
      return counts;
    },
    listSeriesImports: () =>
      listSeriesImports(db).map(({ id, at, fileName, vendor, rowCount, added, restated, isWithdrawn }) => ({
        id,
        at,
        fileName,
        vendor,
        rowCount,
        added,
        restated,
        isWithdrawn,
      })),
    withdrawSeriesImport: async ({ importId }) => {
      const found = findSeriesImport(db, importId);
      if (found === undefined) throw new AppError('not-found', message('series.importNotFound', { importId }));
      if (found.isWithdrawn) throw new AppError('invalid-value', message('series.importWithdrawn', { importId }));
      tell(await withdraw(context, found));
      return {};
    },
  };
}

/** A large one in a thread of its own; a few values at once. */
async function withdraw({ store }: Context, { id, partOf, added, restated }: StoredImport): Promise<string[]> {
  const importId = partOf ?? id;
  if (added + restated <= WITHDRAWN_AT_ONCE) return withdrawSeriesImport(store.db, importId);
  return runReading('withdraw-series-import', { importId, store: store.file });
}

/** Throws AppError 'not-found'. */
function getSeries(db: Db, seriesId: string): StoredSeries {
  const stored = findSeries(db, seriesId);
  if (stored === undefined) throw new AppError('not-found', message('series.notFound', { seriesId }));
  return stored;
}

/** Throws AppError 'not-found', or 'invalid-value' where it comes with the program. */
function getOwnSeries(db: Db, seriesId: string): StoredSeries {
  const stored = getSeries(db, seriesId);
  if (stored.series.origin === 'bundled') throw new AppError('invalid-value', message('series.bundled', { seriesId }));
  return stored;
}

/** Of a series over facts, the row says nothing of what there is. */
function summarise(db: Db, stored: StoredSeries): SeriesSummary {
  if (stored.sourceId === null) return summaryOf(stored);
  const observations = readFactObservations(db, stored);
  const [first = null, last = null] = [observations.at(0)?.ordinal, observations.at(-1)?.ordinal];
  return summaryOf({ ...stored, first, last, observationCount: observations.length });
}

function checkSeries(db: Db, series: Series, before: StoredSeries | undefined): void {
  const { id: seriesId, unit, grain } = series;
  if (before !== undefined) getOwnSeries(db, seriesId);
  getEntity(db, series.subjectId);
  getEntity(db, series.metricId);
  if (before?.series.unit !== unit) checkUnitOfMetric(unit);
  if (before !== undefined && before.series.grain !== grain && before.observationCount + before.restatementCount > 0) {
    const count = before.observationCount;
    throw new AppError('invalid-value', message('series.grainFixed', { seriesId, count }));
  }
  const other = findSeriesOf(db, series);
  if (other !== undefined && other.series.id !== seriesId) {
    throw new AppError('invalid-value', message('series.alreadyThere', { seriesId: other.series.id }));
  }
}

function checkDay(date: string): void {
  if (!isPeriodLabel('day', date)) throw new AppError('invalid-value', message('series.noDay', { date }));
}

/** Labels may be of another grain: a series of days from `2023Q4` begins on 1 October. */
function rangeOf({ grain, fiscalYearEnd }: Series, from: string, to: string): OrdinalRange {
  return {
    first: from === '' ? Number.MIN_SAFE_INTEGER : endOf(from, 'first'),
    last: to === '' ? Number.MAX_SAFE_INTEGER : endOf(to, 'last'),
  };

  function endOf(label: string, end: 'first' | 'last'): number {
    if (isPeriodLabel(grain, label)) return ordinalOf(grain, label);
    const days = daysOfLabel(label, fiscalYearEnd);
    if (days === null) throw new AppError('invalid-value', message('series.badRange', { period: label }));
    return periodOfDay(grain, days[end], fiscalYearEnd);
  }
}

/** In order of time; null takes away. */
function valuesByOrdinal(
  { grain, fiscalYearEnd }: Series,
  observations: readonly { period: string; value: number | null }[],
): [ordinal: number, value: number | null][] {
  const values = new Map<number, number | null>();
  for (const { period, value } of observations) {
    if (!isPeriodLabel(grain, period)) {
      const example = labelAt(grain, periodOfDay(grain, TODAY, fiscalYearEnd));
      throw new AppError('invalid-value', message('series.badPeriod', { period, example }));
    }
    const ordinal = ordinalOf(grain, period);
    if (values.has(ordinal)) throw new AppError('invalid-value', message('series.periodTwice', { period }));
    values.set(ordinal, value);
  }
  return [...values].toSorted(([a], [b]) => a - b);
}

/** What is typed at one go is an import of its own, so that it is restated, listed and withdrawn as others are. */
function setByHand(db: Db, seriesKey: number, values: readonly [ordinal: number, value: number | null][], at: string) {
  const ordinals = values.map(([ordinal]) => ordinal);
  return inTransaction(db, () => {
    const importId = addSeriesImport(db, { kind: 'hand', at });
    const plain = values.map(([, value]) => value ?? Number.NaN);
    const counts = mergeObservations(db, { seriesKey, importId }, { ordinals, values: plain });
    if (counts.added + counts.restated === 0) dropSeriesImport(db, importId);
    else finishSeriesImport(db, importId, { rowCount: values.length, ...counts });
    return counts;
  });
}
