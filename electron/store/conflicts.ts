/**
 * Conflicts: facts that say something about the same thing and cannot both be true.
 *
 * Which facts are in one is kept in the tables `conflict` and `conflict_fact`, renewed by
 * `renewConflicts` with every change of a fact, so that lists and single rows only look it up.
 * Two kinds: `value`, facts of one topic whose figures disagree; `setting`, the same score printed by
 * two sources under settings that differ.
 */
import type { Conflict } from '../../shared/fact-methods.ts';
import { type Choice, choiceSchema, type FactView } from '../../shared/facts.ts';
import { agree, measure, spreadOf } from '../engine/fact-agreement.ts';
import { type FactRow, rowToStoredFact, type StoredFact, settingKey } from './fact-rows.ts';
import { type Db, prepared } from './sqlite.ts';

type ConflictRow = { topic: string; kind: Conflict['kind']; spread: number | null };
type ChoiceRow = { topic: string; fact_id: string; note: string; at: string };

/** Compared with each other in one topic; beyond that a topic is no statement about one thing. */
const MOST_COMPARED = 300;

/**
 * Finds anew what is in conflict in `topics` and among their neighbours; called when their facts have
 * changed. Gives the ids of facts in conflicts that came, went or got other members, and of those in `topics`.
 */
export function renewConflicts(db: Db, topics: ReadonlySet<string>): Set<string> {
  const renewal: Renewal = { db, before: new Map(), after: new Map() };
  const pairs = new Map<string, [subjectId: string, metricId: string]>();
  for (const topic of topics) {
    const [subjectId = '', metricId = ''] = topic.split(' ', 2);
    pairs.set(`${subjectId} ${metricId}`, [subjectId, metricId]);
    renewValueConflict(renewal, topic);
  }
  for (const [subjectId, metricId] of pairs.values()) renewSettingConflicts(renewal, subjectId, metricId);
  return changedMembers(renewal, topics);
}

/** Conflict of a topic, or undefined where its facts agree. `view` makes views of its facts. */
export function findConflict(
  db: Db,
  topic: string,
  view: (facts: readonly StoredFact[]) => FactView[],
): Conflict | undefined {
  const row = prepared<ConflictRow>(db, 'SELECT * FROM conflict WHERE topic = ?').get(topic);
  if (row === undefined) return undefined;
  return { ...row, facts: view(factsOfConflict(db, topic)), choice: findChoice(db, topic) ?? null };
}

export function listConflictTopics(db: Db): string[] {
  const rows = prepared<{ topic: string }>(db, 'SELECT topic FROM conflict ORDER BY kind DESC, topic').all();
  return rows.map(({ topic }) => topic);
}

/** Topics in which the fact disagrees with another; its own topic first. */
export function topicsOfConflicts(db: Db, factKey: number): string[] {
  const sql = `SELECT topic FROM conflict_fact JOIN conflict USING (topic) WHERE fact_key = ? ORDER BY kind DESC`;
  return prepared<{ topic: string }>(db, sql)
    .all(factKey)
    .map(({ topic }) => topic);
}

/** Where the fact stands: an open conflict counts before one that is settled. */
export function conflictStateOf(db: Db, stored: StoredFact): FactView['conflict'] {
  const states = topicsOfConflicts(db, stored.key).map((topic) => stateIn(db, topic, stored));
  return (['open', 'passed-over', 'chosen'] as const).find((state) => states.includes(state)) ?? 'none';
}

/** The fact that the user chose in a conflict that still stands; undefined where there is none. */
export function findChosenFact(db: Db, topic: string): StoredFact | undefined {
  const sql = `SELECT fact.* FROM choice
    JOIN fact ON fact.id = choice.fact_id
    JOIN conflict_fact ON conflict_fact.topic = choice.topic AND conflict_fact.fact_key = fact.key
    WHERE choice.topic = ?`;
  const row = prepared<FactRow>(db, sql).get(topic);
  return row && rowToStoredFact(row);
}

export function findChoice(db: Db, topic: string): Choice | undefined {
  const row = prepared<ChoiceRow>(db, 'SELECT * FROM choice WHERE topic = ?').get(topic);
  return row && choiceSchema.parse({ topic: row.topic, factId: row.fact_id, note: row.note, at: row.at });
}

export function putChoice(db: Db, { topic, factId, note, at }: Choice): void {
  prepared(db, 'INSERT OR REPLACE INTO choice (topic, fact_id, note, at) VALUES (?, ?, ?, ?)').run(
    topic,
    factId,
    note,
    at,
  );
}

export function dropChoice(db: Db, topic: string): void {
  prepared(db, 'DELETE FROM choice WHERE topic = ?').run(topic);
}

export function factsOfConflict(db: Db, topic: string): StoredFact[] {
  const sql =
    'SELECT fact.* FROM conflict_fact JOIN fact ON fact.key = fact_key WHERE conflict_fact.topic = ? ORDER BY fact.key';
  return prepared<FactRow>(db, sql).all(topic).map(rowToStoredFact);
}

/** A fact that agrees with the chosen one is on its side. */
function stateIn(db: Db, topic: string, stored: StoredFact): FactView['conflict'] {
  const chosen = findChosenFact(db, topic);
  if (chosen === undefined) return 'open';
  if (chosen.key === stored.key) return 'chosen';
  // In a conflict about the setting, the topics of the facts differ by it.
  const isOnItsSide = chosen.topic === stored.topic && agree(measure(chosen.fact), measure(stored.fact));
  return isOnItsSide ? 'chosen' : 'passed-over';
}

/** The ids of facts in each conflict that is renewed, before and after. */
type Renewal = { db: Db; before: Map<string, string[]>; after: Map<string, string[]> };

function changedMembers({ before, after }: Renewal, topics: ReadonlySet<string>): Set<string> {
  const changed = new Set<string>();
  for (const topic of new Set([...before.keys(), ...after.keys()])) {
    const [were, are] = [before.get(topic) ?? [], after.get(topic) ?? []];
    if (!topics.has(topic) && were.join('\n') === are.join('\n')) continue;
    for (const factId of [...were, ...are]) changed.add(factId);
  }
  return changed;
}

function renewValueConflict(renewal: Renewal, topic: string): void {
  const { db } = renewal;
  // Most facts are alone in their topic: the index says so without a look at them.
  const count = prepared<{ count: number }>(db, 'SELECT count(*) AS count FROM fact WHERE topic = ?').get(topic);
  if (count !== undefined && count.count < 2) {
    dropConflict(renewal, topic);
    return;
  }
  const sql = `SELECT * FROM fact WHERE topic = ? AND is_retired = 0 ORDER BY key LIMIT ${MOST_COMPARED}`;
  const facts = prepared<FactRow>(db, sql).all(topic).map(rowToStoredFact);
  const measured = facts.map(({ fact }) => measure(fact));
  const disagreeing = facts.filter((_, at) => measured.some((other) => !agree(measured[at], other)));
  const spread = spreadOf(disagreeing.map(({ fact }) => measure(fact)));
  writeConflict(renewal, { topic, kind: 'value', spread }, disagreeing);
}

function renewSettingConflicts(renewal: Renewal, subjectId: string, metricId: string): void {
  const { db } = renewal;
  const stem = `${subjectId} ${metricId} `;
  const old = `SELECT topic FROM conflict WHERE kind = 'setting' AND topic >= ? AND topic < ?`;
  for (const { topic } of prepared<{ topic: string }>(db, old).all(stem, `${stem}\u{10ffff}`))
    dropConflict(renewal, topic);
  // Of prices and the like the setting is part of what is meant; a score is meant to be the same one.
  const kind = prepared<{ kind: string }>(db, 'SELECT kind FROM entity WHERE id = ?').get(metricId)?.kind;
  if (kind !== 'benchmark') return;
  const sql = `SELECT * FROM fact WHERE subject_id = ? AND metric_id = ? AND is_retired = 0
      AND setting <> '' AND coherent IS NOT NULL ORDER BY key LIMIT ${MOST_COMPARED}`;
  const scores = prepared<FactRow>(db, sql).all(subjectId, metricId).map(rowToStoredFact);
  const alike = Map.groupBy(scores, ({ fact }) => `${fact.date || '-'}  =${coherentOf(fact)}`);
  for (const [key, facts] of alike) {
    writeConflict(renewal, { topic: `${stem}${key}`, kind: 'setting', spread: 0 }, facts.filter(isUnderOtherSetting));
  }
}

/** Another source prints the same score, and neither of the two prints the other's setting. */
function isUnderOtherSetting({ fact }: StoredFact, _: number, all: readonly StoredFact[]): boolean {
  const prints = (sourceId: string, setting: string) =>
    all.some((each) => each.fact.sourceId === sourceId && settingKey(each.fact.setting) === settingKey(setting));
  return all.some(
    ({ fact: other }) =>
      other.sourceId !== fact.sourceId &&
      !prints(other.sourceId, fact.setting) &&
      !prints(fact.sourceId, other.setting),
  );
}

function writeConflict(renewal: Renewal, { topic, kind, spread }: ConflictRow, facts: readonly StoredFact[]): void {
  const { db, after } = renewal;
  dropConflict(renewal, topic);
  if (facts.length < 2) return;
  prepared(db, 'INSERT INTO conflict (topic, kind, spread) VALUES (?, ?, ?)').run(topic, kind, spread);
  const insert = prepared(db, 'INSERT INTO conflict_fact (topic, fact_key) VALUES (?, ?)');
  for (const { key } of facts) insert.run(topic, key);
  after.set(
    topic,
    facts.map(({ fact }) => fact.id),
  );
}

function dropConflict({ db, before }: Renewal, topic: string): void {
  if (prepared(db, 'SELECT 1 FROM conflict WHERE topic = ?').get(topic) === undefined) return;
  const sql = `SELECT id FROM conflict_fact JOIN fact ON fact.key = fact_key
    WHERE conflict_fact.topic = ? ORDER BY fact.key`;
  const members = prepared<{ id: string }>(db, sql).all(topic);
  // One that is written again was dropped before.
  if (members.length > 0 && !before.has(topic)) {
    before.set(
      topic,
      members.map(({ id }) => id),
    );
  }
  prepared(db, 'DELETE FROM conflict WHERE topic = ?').run(topic);
}

function coherentOf(fact: StoredFact['fact']): number | null {
  const measured = measure(fact);
  // Short of the last digits: 94.2 % is 0.942.
  return measured.kind === 'number' ? Number(measured.value.toPrecision(12)) : null;
}
