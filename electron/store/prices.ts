/** Facts in use of given metrics, found by the metric: never by going through all facts. */
import type { FactView } from '../../shared/facts.ts';
import { COLUMNS_IN_CONFLICT, type RowInConflict, viewOfRow } from './models.ts';
import { type Db, prepared } from './sqlite.ts';

/** In the order in which they were written. */
export function factsOfMetrics(db: Db, metricIds: readonly string[]): FactView[] {
  const sql = `SELECT ${COLUMNS_IN_CONFLICT} FROM fact
    WHERE metric_id IN (SELECT value FROM json_each(?)) AND is_retired = 0 ORDER BY key`;
  return prepared<RowInConflict>(db, sql).all(JSON.stringify(metricIds)).map(viewOfRow(db));
}
