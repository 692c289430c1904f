/**
 * Series over facts: each observation is the figure used of a fact, so that corrections, the user's own
 * changes and choices in conflicts reach charts and sheets alike, and nothing is stored twice.
 */
import { correctionSchema, type Qualifier, qualifierSchema } from '../../shared/facts.ts';
import { isPeriodLabel, ordinalOf } from '../../shared/periods.ts';
import type { Series } from '../../shared/series.ts';
import { convert } from '../engine/units/convert.ts';
import type { FactRow } from './fact-rows.ts';
import { findFigure } from './figures.ts';
import type { StoredSeries } from './series.ts';
import { type Db, prepared } from './sqlite.ts';

export type FactObservation = {
  ordinal: number;
  /** In the series' unit. */
  value: number;
  qualifier: Qualifier;
  /** The fact used: another one than the series' own where the user chose that in a conflict. */
  factId: string;
};

type Row = Pick<FactRow, 'id' | 'value' | 'unit' | 'qualifier' | 'date' | 'correction'> & { has_choice: number };

/** In order of time. Facts out of use, without a number, or in a unit that measures something else are gaps. */
export function readFactObservations(db: Db, { series, sourceId }: StoredSeries): FactObservation[] {
  const sql = `SELECT id, value, unit, qualifier, date, correction,
      EXISTS (SELECT 1 FROM choice WHERE choice.topic = fact.topic) AS has_choice
    FROM fact WHERE subject_id = ? AND metric_id = ? AND source_id = ? AND setting = ? AND is_retired = 0 ORDER BY key`;
  const { subjectId, metricId, definition } = series;
  const rows = prepared<Row>(db, sql).all(subjectId, metricId, sourceId, definition);
  return observationsOfFigures(
    series,
    rows.map((row) => ({
      date: row.date,
      figure: row.has_choice === 1 ? findFigure(db, row.id) : figureOfRow(row),
    })),
  );
}

type Figure = { factId: string; value: number | null; unit: string; qualifier: Qualifier };

/** In order of time, in the series' unit; of two figures of one period the first. */
export function observationsOfFigures(
  { grain, unit }: Pick<Series, 'grain' | 'unit'>,
  figures: readonly { date: string; figure: Figure | undefined }[],
): FactObservation[] {
  const observations = new Map<number, FactObservation>();
  for (const { date, figure } of figures) {
    if (!isPeriodLabel(grain, date)) continue;
    const value = figure === undefined || figure.value === null ? null : convert(figure.value, figure.unit, unit);
    const ordinal = ordinalOf(grain, date);
    if (figure === undefined || value === null || observations.has(ordinal)) continue;
    observations.set(ordinal, { ordinal, value, qualifier: figure.qualifier, factId: figure.factId });
  }
  return [...observations.values()].toSorted((a, b) => a.ordinal - b.ordinal);
}

function figureOfRow({ id, value, unit, qualifier, correction }: Row) {
  const corrected = correction === null ? null : correctionSchema.parse(JSON.parse(correction));
  return {
    factId: id,
    value: corrected === null ? value : corrected.value,
    unit,
    qualifier: qualifierSchema.parse(qualifier),
  };
}

/** The series whose observations may be others when these facts change, by a choice between them and others as well. */
export function seriesOverFacts(db: Db, factIds: readonly string[]): string[] {
  const sql = `SELECT DISTINCT series.id FROM fact JOIN series
      ON series.subject_id = fact.subject_id AND series.metric_id = fact.metric_id AND series.source_id IS NOT NULL
    WHERE fact.id IN (SELECT value FROM json_each(?)) ORDER BY series.id`;
  return prepared<{ id: string }>(db, sql)
    .all(JSON.stringify(factIds))
    .map(({ id }) => id);
}
