/**
 * Imports of facts, each a batch that is withdrawn and restored as a whole: while it is withdrawn, its
 * facts lie aside as they were, so that an edit's log need not hold a hundred thousand of them.
 */
import { type Fact, factSchema } from '../../shared/facts.ts';
import { dropFactRow, type FactRow, rowToStoredFact, topicOf, writeFactRow } from './fact-rows.ts';
import { indexFacts } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

/** Notes a new import and lays its facts aside, for `restoreImport` to put them in; gives its id. */
export function addImport(
  db: Db,
  { at, sourceId, fileName }: { at: string; sourceId: string; fileName: string },
  facts: Iterable<Fact>,
): number {
  const sql = 'INSERT INTO fact_import (at, source_id, file_name) VALUES (?, ?, ?)';
  const importId = Number(prepared(db, sql).run(at, sourceId, fileName).lastInsertRowid);
  let ordinal = 0;
  for (const fact of facts) layAside(db, { importId, ordinal: ordinal++ }, fact, false);
  return importId;
}

/** Puts the import's facts in; gives their topics. */
export function restoreImport(db: Db, importId: number): Set<string> {
  const topics = new Set<string>();
  const keys: number[] = [];
  const sql = 'SELECT is_retired, fact FROM withdrawn_fact WHERE import_id = ? ORDER BY ordinal';
  for (const row of prepared<{ is_retired: number; fact: string }>(db, sql).all(importId)) {
    const fact = factSchema.parse(JSON.parse(row.fact));
    keys.push(writeFactRow(db, fact, { isRetired: row.is_retired === 1, importId }));
    topics.add(topicOf(fact));
  }
  indexFacts(db, keys);
  prepared(db, 'DELETE FROM withdrawn_fact WHERE import_id = ?').run(importId);
  return topics;
}

/** Takes the import's facts out and lays them aside; gives their topics. */
export function withdrawImport(db: Db, importId: number): Set<string> {
  const topics = new Set<string>();
  const rows = prepared<FactRow>(db, 'SELECT * FROM fact WHERE import_id = ? ORDER BY key').all(importId);
  for (const [ordinal, row] of rows.entries()) {
    const { fact, isRetired, topic } = rowToStoredFact(row);
    layAside(db, { importId, ordinal }, fact, isRetired);
    dropFactRow(db, fact.id);
    topics.add(topic);
  }
  return topics;
}

/** Ids of the import's facts, in use or laid aside. */
export function factIdsOfImport(db: Db, importId: number): string[] {
  const sql = `SELECT id FROM fact WHERE import_id = :importId
    UNION ALL SELECT fact_id AS id FROM withdrawn_fact WHERE import_id = :importId`;
  return prepared<{ id: string }>(db, sql)
    .all({ importId })
    .map(({ id }) => id);
}

type PlaceOfFact = { importId: number; ordinal: number };

function layAside(db: Db, { importId, ordinal }: PlaceOfFact, fact: Fact, isRetired: boolean): void {
  const sql = 'INSERT INTO withdrawn_fact (import_id, ordinal, fact_id, is_retired, fact) VALUES (?, ?, ?, ?, ?)';
  prepared(db, sql).run(importId, ordinal, fact.id, isRetired ? 1 : 0, JSON.stringify(fact));
}
