/** Facts that a source says already: by topic and place, for an import to know what it need not add again. */
import { type FactRow, rowToStoredFact, type StoredFact } from './fact-rows.ts';
import { type Db, prepared } from './sqlite.ts';

/** In the order in which they were written. */
export function findSameFacts(
  db: Db,
  { topic, sourceId, place }: { topic: string; sourceId: string; place: string },
): StoredFact[] {
  const sql = 'SELECT * FROM fact WHERE topic = ? AND source_id = ? AND place = ? ORDER BY key LIMIT 100';
  return prepared<FactRow>(db, sql).all(topic, sourceId, place).map(rowToStoredFact);
}
