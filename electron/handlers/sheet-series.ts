/** The series of the store as sheets take them: for the engine their values, for an export all that is said of them. */
import type { Observations, Series } from '../../shared/series.ts';
import type { SourceRef } from '../../shared/sheet.ts';
import type { EngineSeries, SeriesSource } from '../engine/series.ts';
import type { SheetSeries } from '../excel/series-sheet.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { readObservations } from '../store/read-observations.ts';
import { findSeries, type StoredSeries } from '../store/series.ts';
import { findSeriesImport } from '../store/series-imports.ts';
import type { Db } from '../store/sqlite.ts';
import { nameOf } from './unstored-facts.ts';

export type SeriesOfSheets = SeriesSource & {
  /** Those of `seriesIds` that are known, with their names and where each value comes from. */
  describe: (seriesIds: readonly string[]) => SheetSeries[];
};

export const ALL_ORDINALS = { first: Number.MIN_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER };

/** As they are known now, or as they were on a day (ISO date). */
export function storedSeries(db: Db, asKnownOn?: string): SeriesOfSheets {
  return {
    find: (seriesId) => {
      const stored = findSeries(db, seriesId);
      return stored && engineSeriesOf(stored, readObservations(db, stored, ALL_ORDINALS, asKnownOn));
    },
    describe: (seriesIds) =>
      seriesIds.flatMap((seriesId) => {
        const stored = findSeries(db, seriesId);
        return stored === undefined ? [] : [describeSeries(db, stored)];
      }),
  };
}

function describeSeries(db: Db, stored: StoredSeries): SheetSeries {
  const { series } = stored;
  const observations = readObservations(db, stored, ALL_ORDINALS, undefined);
  return {
    series,
    held: engineSeriesOf(stored, observations),
    subject: nameOf(series.subjectId, findEntity(db, series.subjectId)),
    metric: nameOf(series.metricId, findEntity(db, series.metricId)),
    qualifiers: observations.qualifiers,
    origins: observations.origins.map(({ at, ...origin }) => ({ at, ref: refOf(db, series, origin) })),
  };
}

/** Of an import, its file stands for the document and its day for the place; of what was typed, the vendor or the series. */
export function refOf(
  db: Db,
  { id, vendor }: Pick<Series, 'id' | 'vendor'>,
  { importId, factId }: { importId: number | null; factId: string | null },
): SourceRef {
  const fact = factId === null ? undefined : findStoredFact(db, factId)?.fact;
  if (fact !== undefined) return { sourceId: fact.sourceId, place: fact.place, wording: fact.wording };
  const found = importId === null ? undefined : findSeriesImport(db, importId);
  const title = [found?.fileName || found?.vendor || vendor || id, found?.reference ?? ''].filter(Boolean).join(' ');
  return { sourceId: title, place: found?.knownFrom ?? '', wording: '' };
}

export function engineSeriesOf({ series }: Pick<StoredSeries, 'series'>, points: Points): EngineSeries {
  const { grain, fiscalYearEnd, unit } = series;
  return { grain, fiscalYearEnd, unit, ordinals: points.ordinals, values: points.values };
}

type Points = Pick<Observations, 'ordinals' | 'values'>;
