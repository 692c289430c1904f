/**
 * Search over everything: securities, entities, exhibits, sources, lists and their groups, sheets and facts, in that
 * order, what bears exactly the name that was asked for first of its kind.
 *
 * Whatever the store holds, only the first hits of each kind are read: nothing is scored.
 */
import type { Hit } from '../../shared/fact-methods.ts';
import { inLanguage, type LocalText, sameInBoth } from '../../shared/language.ts';
import { loosePieces, queryPieces } from '../../shared/search-words.ts';
import { type FactRow, findStoredFact, rowToStoredFact, type StoredFact } from './fact-rows.ts';
import { viewOf } from './facts.ts';
import { wordTest } from './search-check.ts';
import { makers, type NamedKind, textsOfFact, textsOfNamed } from './search-index.ts';
import { findNamedHits } from './search-names.ts';
import { rankedMatchesOfFacts } from './search-query.ts';
import { findGroupHits, findListHits, findSecurityHits } from './search-securities.ts';
import { findSheetHits } from './search-sheets.ts';
import { type Db, prepared } from './sqlite.ts';

export type HitKind = Hit['kind'];
type Found = { hits: Hit[]; isComplete: boolean };

/** In the order in which they are shown; facts, of which there are most, take what room the others leave. */
const KINDS: readonly HitKind[] = ['security', 'entity', 'exhibit', 'source', 'list', 'group', 'sheet', 'fact'];
/** Of the hits that are asked for, a kind before facts takes at most this share, or this many. */
const SHARE = 0.2;
const SHARE_AT_LEAST = 5;
/** The same facts come again from one match to the next, and some have the words only nearly. */
const READ_PER_HIT = 4;

/** The best hits, `limit` at most; of `kinds`, or of all. */
export function search(db: Db, text: string, limit: number, kinds: readonly HitKind[] = KINDS): Found {
  if (queryPieces(text).length === 0) return { hits: [], isComplete: true };
  const wanted = KINDS.filter((kind) => kinds.includes(kind));
  const share = wanted.length === 1 ? limit : Math.max(SHARE_AT_LEAST, Math.floor(limit * SHARE));
  const hits: Hit[] = [];
  let isComplete = true;
  for (const kind of wanted) {
    const room = Math.min(limit - hits.length, kind === 'fact' ? limit : share);
    const found = findHits(db, kind, text, room + 1);
    hits.push(...found.slice(0, room));
    isComplete &&= found.length <= room;
  }
  return { hits, isComplete };
}

function findHits(db: Db, kind: HitKind, text: string, limit: number): Hit[] {
  switch (kind) {
    case 'fact':
      return findFactHits(db, text, limit);
    case 'sheet':
      return findSheetHits(db, text, limit);
    case 'security':
      return findSecurityHits(db, text, limit);
    case 'list':
      return findListHits(db, text, limit);
    case 'group':
      return findGroupHits(db, text, limit);
    default:
      return findNamedHits(db, kind, text, limit);
  }
}

function findFactHits(db: Db, text: string, limit: number): Hit[] {
  const found = new Map<number, StoredFact>();
  const named = findStoredFact(db, text.trim());
  if (named !== undefined) found.set(named.key, named);
  const isFound = factTest(db, text);
  const select = prepared<FactRow>(
    db,
    `SELECT fact.* FROM fact_words JOIN fact ON fact.key = fact_words.rowid
      WHERE fact_words MATCH ? ORDER BY fact_words.rowid LIMIT ?`,
  );
  for (const match of rankedMatchesOfFacts(db, text)) {
    if (found.size >= limit) break;
    for (const row of select.iterate(match, limit * READ_PER_HIT)) {
      if (!found.has(row.key) && isFound(row)) found.set(row.key, rowToStoredFact(row));
      if (found.size >= limit) break;
    }
  }
  const nameOf = entityNames(db);
  return [...found.values()].map((stored) => factHit(db, stored, nameOf));
}

function factHit(db: Db, stored: StoredFact, nameOf: (entityId: string) => LocalText): Hit {
  const { id, subjectId, metricId, setting, printed, place, sourceId } = stored.fact;
  const [subject, metric] = [nameOf(subjectId), nameOf(metricId)];
  const title = {
    zh: `${inLanguage(subject, 'zh')} · ${inLanguage(metric, 'zh')}`,
    en: `${inLanguage(subject, 'en')} · ${inLanguage(metric, 'en')}`,
  };
  const detail = [setting, printed, place || sourceId].filter((part) => part !== '').join(' · ');
  return { kind: 'fact', id, title, detail: sameInBoth(detail), fact: viewOf(db, stored) };
}

function factTest(db: Db, text: string): (row: FactRow) => boolean {
  const says = wordTest(loosePieces(queryPieces(text)));
  const known = new Map<string, string[]>();
  const textsOf = (kind: NamedKind, id: string) => {
    const texts = known.get(`${kind} ${id}`) ?? Object.values(textsOfNamed(db, kind, id)).flat();
    known.set(`${kind} ${id}`, texts);
    return texts;
  };
  const makerOf = makers(db);
  return (row) =>
    says([
      ...textsOfFact(row),
      ...textsOf('entity', makerOf(row.subject_id)),
      ...textsOf('entity', row.subject_id),
      ...textsOf('entity', row.metric_id),
      ...textsOf('source', row.source_id),
      ...textsOf('exhibit', row.place),
    ]);
}

function entityNames(db: Db): (entityId: string) => LocalText {
  const select = prepared<{ zh: string; en: string }>(
    db,
    'SELECT name_zh AS zh, name_en AS en FROM entity WHERE id = ?',
  );
  const known = new Map<string, LocalText>();
  return (entityId) => {
    const name = known.get(entityId) ?? select.get(entityId) ?? sameInBoth(entityId);
    known.set(entityId, name);
    return name;
  };
}
