/** Facts of models and of benchmarks, found by what their metrics are: never by going through all facts. */
import type { FactView } from '../../shared/facts.ts';
import { type FactRow, rowToStoredFact } from './fact-rows.ts';
import { viewOf } from './facts.ts';
import { type Db, prepared } from './sqlite.ts';

/** With whether it is in a conflict at all: most facts are in none, and need no closer look. */
export type RowInConflict = FactRow & { in_conflict: number };

export const COLUMNS_IN_CONFLICT =
  'fact.*, EXISTS (SELECT 1 FROM conflict_fact WHERE fact_key = fact.key) AS in_conflict';

/** Every fact in use that gives a score in a benchmark, in the order in which they were written. */
export function factsOfBenchmarks(db: Db): FactView[] {
  // CROSS JOIN: benchmarks lead, whatever the planner thinks of their number.
  const sql = `SELECT ${COLUMNS_IN_CONFLICT} FROM entity CROSS JOIN fact ON fact.metric_id = entity.id
    WHERE entity.kind = 'benchmark' AND fact.is_retired = 0 ORDER BY fact.key`;
  return prepared<RowInConflict>(db, sql).all().map(viewOfRow(db));
}

/** Facts in use of any of the metrics about any model. */
export function factsOfModels(db: Db, metricIds: readonly string[]): FactView[] {
  const sql = `SELECT ${COLUMNS_IN_CONFLICT} FROM json_each(?) AS metric CROSS JOIN fact ON fact.metric_id = metric.value
      CROSS JOIN entity ON entity.id = fact.subject_id
    WHERE entity.kind = 'model' AND fact.is_retired = 0 ORDER BY fact.key`;
  return prepared<RowInConflict>(db, sql).all(JSON.stringify(metricIds)).map(viewOfRow(db));
}

/** Who made each of the models; '' where that is not known. By id. */
export function listMakers(db: Db, modelIds: Iterable<string>): { id: string; organisationId: string }[] {
  const sql = `SELECT id, organisation_id AS organisationId FROM entity
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`;
  return prepared<{ id: string; organisationId: string }>(db, sql).all(JSON.stringify([...modelIds]));
}

export function viewOfRow(db: Db): (row: RowInConflict) => FactView {
  return (row) => {
    const stored = rowToStoredFact(row);
    if (row.in_conflict === 1) return viewOf(db, stored);
    const { fact, bundled, isRetired, topic } = stored;
    return { ...fact, bundled, isRetired, topic, conflict: 'none' };
  };
}
