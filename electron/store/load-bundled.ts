/**
 * Brings the program's own reports, entities, series, securities, lists and ratings into the store when their files have changed:
 * what is new or different is written, what is gone is taken out, and the user's overlays are laid over again.
 *
 * The user's own rows are never touched. What an update took away but the user's rows hang from stays:
 * a fact as a retired one, a source or entity as one of the user's own.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { overlaySchema } from '../../shared/fact-changes.ts';
import { type Entity, type Fact, factFieldsSchema } from '../../shared/facts.ts';
import type { Security } from '../../shared/securities.ts';
import { type BundledRatings, readBundledRatings, renewRatings } from './bundled-ratings.ts';
import { type BundledSeries, readBundledSeries, renewSeries } from './bundled-series.ts';
import {
  type BundledList,
  readSecurities,
  readWatchList,
  renewWatchlists,
  takeOutSecurities,
} from './bundled-watchlists.ts';
import { renewConflicts } from './conflicts.ts';
import { readDataFiles } from './data-files.ts';
import { dropEntity, findEntity, putEntity } from './entities.ts';
import { dropExhibit, putExhibit } from './exhibits.ts';
import {
  dropFactRow,
  type FactRow,
  findStoredFact,
  rowToStoredFact,
  type StoredFact,
  topicOf,
  writeFactRow,
} from './fact-rows.ts';
import { expandReport, type Report, readEntities } from './report-file.ts';
import { indexFacts } from './search-index.ts';
import { dropSource, findSource, putSource } from './sources.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';
import { isUsed } from './uses.ts';

/** Counted up when the same files would give other rows. */
const FORM = 1;

type Bundled = {
  entities: readonly Entity[];
  reports: readonly Report[];
  series: readonly BundledSeries[];
  securities: readonly Security[];
  lists: readonly BundledList[];
  ratings: BundledRatings;
};

/** Loads what lies below `dataFolder`, where it differs from what was loaded last. */
export function loadBundled(db: Db, dataFolder: string): void {
  const { hash, parse } = readFiles(dataFolder);
  const state = prepared<{ hash: string }>(db, 'SELECT bundled_hash AS hash FROM facts_state').get();
  if (state?.hash === hash) return;
  const bundled = parse();
  inTransaction(db, () => {
    renew(db, bundled);
    prepared(db, 'UPDATE facts_state SET bundled_hash = ?').run(hash);
  });
}

/** Read at every start, understood only where they have changed. */
function readFiles(dataFolder: string): { hash: string; parse: () => Bundled } {
  const hash = createHash('sha1').update(`form ${FORM}`);
  const read = (kind: string, ending: '.json' | '.jsonl') =>
    readDataFiles(dataFolder, kind, ending).map(({ name, text }) => {
      hash.update(`\0${name}\0${text}`);
      return text;
    });
  const reports = read('reports', '.json');
  const entities = read('entities', '.jsonl');
  const series = read('series', '.jsonl');
  const securities = read('securities', '.jsonl');
  const lists = read('watchlists', '.json');
  const ratings = read('ratings', '.json');
  const parse = () => {
    const expanded = reports.map(expandReport);
    return {
      entities: entities.flatMap(readEntities),
      reports: expanded,
      series: series.flatMap(readBundledSeries),
      securities: securities.flatMap(readSecurities),
      lists: lists.map(readWatchList),
      ratings: readBundledRatings(
        ratings,
        expanded.flatMap(({ facts }) => facts),
      ),
    };
  };
  return { hash: hash.digest('hex'), parse };
}

function renew(db: Db, { entities, reports, series, securities, lists, ratings }: Bundled): void {
  for (const entity of entities) putEntity(db, entity);
  for (const { source } of reports) putSource(db, source);
  for (const { exhibits } of reports) {
    for (const [ordinal, exhibit] of exhibits.entries()) putExhibit(db, exhibit, ordinal);
  }
  renewFacts(
    db,
    reports.flatMap(({ facts }) => facts),
  );
  const exhibitIds = new Set(reports.flatMap(({ exhibits }) => exhibits.map(({ id }) => id)));
  for (const { id } of prepared<{ id: string }>(db, 'SELECT id FROM exhibit').all()) {
    if (!exhibitIds.has(id)) dropExhibit(db, id);
  }
  renewSeries(db, series);
  renewWatchlists(db, securities, lists);
  renewRatings(db, ratings);
  takeOutSecurities(db, securities);
  takeOutOthers(db, 'entity', new Set(entities.map(({ id }) => id)));
  takeOutOthers(db, 'source', new Set(reports.map(({ source }) => source.id)));
}

function renewFacts(db: Db, facts: readonly Fact[]): void {
  const known = new Map(
    prepared<FactRow>(db, "SELECT * FROM fact WHERE origin = 'bundled'")
      .all()
      .map((row) => [row.id, rowToStoredFact(row)]),
  );
  const overlays = new Map(readOverlays(db).map((overlay) => [overlay.factId, overlay]));
  const topics = new Set<string>();
  const kept = new Set<string>();
  const keys: number[] = [];
  for (const fact of facts) {
    kept.add(fact.id);
    if (!known.has(fact.id) && findStoredFact(db, fact.id) !== undefined) continue; // The user's own has the id.
    const overlay = overlays.get(fact.id);
    const before = known.get(fact.id);
    const now = overlay === undefined ? fact : { ...fact, ...overlay.fields };
    const isRetired = overlay?.isRetired ?? false;
    const bundled = overlay === undefined ? null : factFieldsSchema.parse(fact);
    if (before !== undefined && isSame(before, { fact: now, isRetired, isGone: false, bundled })) continue;
    if (before !== undefined) topics.add(before.topic);
    keys.push(writeFactRow(db, now, { isRetired, bundled }));
    topics.add(topicOf(now));
  }
  for (const [factId, { fact, bundled, topic }] of known) {
    if (kept.has(factId)) continue;
    topics.add(topic);
    if (isReferredTo(db, factId)) writeFactRow(db, fact, { isRetired: true, isGone: true, bundled });
    else dropFactRow(db, factId);
  }
  indexFacts(db, keys);
  renewConflicts(db, topics);
}

function isSame(before: StoredFact, now: Pick<StoredFact, 'fact' | 'isRetired' | 'isGone' | 'bundled'>): boolean {
  const { fact, isRetired, isGone, bundled } = before;
  return isDeepStrictEqual({ fact, isRetired, isGone, bundled }, now);
}

function readOverlays(db: Db) {
  const rows = prepared<{ fact_id: string; fields: string; is_retired: number }>(
    db,
    'SELECT * FROM fact_overlay',
  ).all();
  return rows.map((row) =>
    overlaySchema.parse({ factId: row.fact_id, fields: JSON.parse(row.fields), isRetired: row.is_retired === 1 }),
  );
}

/** Whether something of the user's names the fact. */
function isReferredTo(db: Db, factId: string): boolean {
  const sql = `SELECT 1 FROM fact_overlay WHERE fact_id = :factId
    UNION ALL SELECT 1 FROM choice WHERE fact_id = :factId
    UNION ALL SELECT 1 FROM cell WHERE instr(upper(content), 'FACT') > 0 AND instr(content, '"' || :factId || '"') > 0`;
  return prepared(db, sql).get({ factId }) !== undefined;
}

function takeOutOthers(db: Db, table: 'entity' | 'source', kept: ReadonlySet<string>): void {
  const rows = prepared<{ id: string }>(db, `SELECT id FROM ${table} WHERE origin = 'bundled'`).all();
  for (const { id } of rows) {
    if (kept.has(id)) continue;
    if (isUsed(db, table, id)) makeOwn(db, table, id);
    else if (table === 'entity') dropEntity(db, id);
    else dropSource(db, id);
  }
}

function makeOwn(db: Db, table: 'entity' | 'source', id: string): void {
  if (table === 'source') {
    const source = findSource(db, id);
    if (source !== undefined) putSource(db, { ...source, origin: 'own' });
    return;
  }
  const entity = findEntity(db, id);
  if (entity === undefined) return;
  prepared(db, 'DELETE FROM entity_name WHERE entity_id = ?').run(id);
  putEntity(db, { ...entity, origin: 'own' });
}
