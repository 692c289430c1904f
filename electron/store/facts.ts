/** Facts as the user sees them: found by id or by filter, a page at a time. */
import type { ParsedFactFilter } from '../../shared/fact-methods.ts';
import type { FactView } from '../../shared/facts.ts';
import { conflictStateOf } from './conflicts.ts';
import { type FactRow, findStoredFact, rowToStoredFact, type StoredFact } from './fact-rows.ts';
import { matchOfFacts } from './search-query.ts';
import { type Db, prepared } from './sqlite.ts';

/** Where counting ends. */
const MOST_COUNTED = 10_000;

export function viewOf(db: Db, stored: StoredFact): FactView {
  const { fact, bundled, isRetired, topic } = stored;
  return { ...fact, bundled, isRetired, topic, conflict: conflictStateOf(db, stored) };
}

export function viewsOf(db: Db, facts: readonly StoredFact[]): FactView[] {
  return facts.map((stored) => viewOf(db, stored));
}

export function findFact(db: Db, factId: string): FactView | undefined {
  const stored = findStoredFact(db, factId);
  return stored && viewOf(db, stored);
}

/** Those of `factIds` that exist, in that order. */
export function readFacts(db: Db, factIds: readonly string[]): FactView[] {
  return factIds.flatMap((factId) => findFact(db, factId) ?? []);
}

/** Facts of a place, in the order in which they were written. */
export function factsOfPlace(db: Db, place: string): FactView[] {
  const rows = prepared<FactRow>(db, 'SELECT * FROM fact WHERE place = ? ORDER BY key').all(place);
  return rows.map((row) => viewOf(db, rowToStoredFact(row)));
}

type Condition = { sql: string; params: (string | number)[] };

/** A page of what fits the filter, in an order that an index has; `total` stops counting at 10,000. */
export function findFacts(
  db: Db,
  filter: ParsedFactFilter,
  offset: number,
  limit: number,
): { facts: FactView[]; total: number } {
  const match = matchOfFacts(db, filter);
  if (match === null) return { facts: [], total: 0 };
  // Words lead: what they find is in the order of the keys already.
  const from = match === undefined ? 'fact' : 'fact_words CROSS JOIN fact ON fact.key = fact_words.rowid';
  const order = match === undefined ? 'key' : 'fact_words.rowid';
  const conditions = conditionsOf(filter);
  if (match !== undefined) conditions.unshift({ sql: 'fact_words MATCH ?', params: [match] });
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  const params = conditions.flatMap((condition) => condition.params);
  const total = prepared<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM (SELECT 1 FROM ${from} ${where} LIMIT ${MOST_COUNTED})`,
  ).get(...params)?.total;
  const rows = prepared<FactRow>(db, `SELECT fact.* FROM ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`);
  return {
    facts: rows.all(...params, limit, offset).map((row) => viewOf(db, rowToStoredFact(row))),
    total: total ?? 0,
  };
}

function conditionsOf({ sourceId, exhibitId, subjectIds, metricIds, state }: ParsedFactFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...params: (string | number)[]) => conditions.push({ sql, params });
  // Few facts are in these states, and they have an index: "+" keeps SQLite from taking that of a source instead.
  const other = ['changed', 'retired', 'corrected', 'in-conflict'].includes(state) ? '+' : '';
  if (exhibitId !== undefined) add(`${other}place = ?`, exhibitId);
  if (subjectIds !== undefined) addList(`${other}subject_id`, subjectIds);
  if (metricIds !== undefined) addList(`${other}metric_id`, metricIds);
  if (sourceId !== undefined) add(`${other}source_id = ?`, sourceId);
  if (state !== 'all') add(STATES[state]);
  return conditions;

  function addList(column: string, ids: readonly string[]) {
    const [only] = ids;
    if (ids.length === 1) add(`${column} = ?`, only);
    else add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids));
  }
}

const STATES: Record<Exclude<ParsedFactFilter['state'], 'all'>, string> = {
  'in-use': 'is_retired = 0',
  own: "origin = 'own'",
  changed: 'bundled IS NOT NULL',
  retired: 'is_retired = 1',
  corrected: 'correction IS NOT NULL',
  'in-conflict': 'key IN (SELECT fact_key FROM conflict_fact)',
};
