/** Securities with the user's tags. A bundled one that the user changed is the user's own from then on. */
import { nameKey } from '../../shared/formula/names.ts';
import type { LocalText } from '../../shared/language.ts';
import type { Security, SecurityView } from '../../shared/securities.ts';
import { type Db, prepared } from './sqlite.ts';

type SecurityRow = {
  id: string;
  origin: Security['origin'];
  kind: Security['kind'];
  code: string;
  exchange: Security['exchange'];
  name_zh: string;
  name_en: string;
  /** JSON. */
  aliases: string;
  sector_zh: string;
  sector_en: string;
  currency: string;
  entity_id: string | null;
  confidence: Security['confidence'];
};

/** In the order of their codes, those without one last; of one list where `listId` is given. */
export function listSecurities(db: Db, listId?: string): SecurityView[] {
  const within = 'id IN (SELECT security_id FROM watch_entry WHERE list_id = ?)';
  const sql = `SELECT * FROM security ${listId === undefined ? '' : `WHERE ${within}`} ORDER BY code = '', code, id`;
  const given = listId === undefined ? [] : [listId];
  const tags = readAllTags(db);
  return prepared<SecurityRow>(db, sql)
    .all(...given)
    .map((row) => ({ ...rowToSecurity(row), tags: tags.get(row.id) ?? [] }));
}

function readAllTags(db: Db): ReadonlyMap<string, string[]> {
  const tags = new Map<string, string[]>();
  const sql = 'SELECT security_id AS id, tag FROM security_tag ORDER BY security_id, tag';
  for (const { id, tag } of prepared<{ id: string; tag: string }>(db, sql).all()) {
    const known = tags.get(id);
    if (known === undefined) tags.set(id, [tag]);
    else known.push(tag);
  }
  return tags;
}

export function countSecurities(db: Db): number {
  return prepared<{ count: number }>(db, 'SELECT count(*) AS count FROM security').get()?.count ?? 0;
}

/** Of all, by id. */
export function securityNames(db: Db): Map<string, LocalText> {
  const sql = 'SELECT id, name_zh AS zh, name_en AS en FROM security';
  const rows = prepared<{ id: string; zh: string; en: string }>(db, sql).all();
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}

export function findSecurity(db: Db, securityId: string): SecurityView | undefined {
  return withTags(db, prepared<SecurityRow>(db, 'SELECT * FROM security WHERE id = ?').get(securityId));
}

/** That of the exchange which has the code. */
export function findSecurityOfCode(db: Db, code: string, exchange: string): SecurityView | undefined {
  const sql = 'SELECT * FROM security WHERE code = ? AND exchange = ?';
  return withTags(db, prepared<SecurityRow>(db, sql).get(code, exchange));
}

function withTags(db: Db, row: SecurityRow | undefined): SecurityView | undefined {
  return row && { ...rowToSecurity(row), tags: findTags(db, row.id) };
}

export function putSecurity(db: Db, security: Security): void {
  const { id, origin, kind, code, exchange, name, aliases, sector, currency, entityId, confidence } = security;
  prepared(
    db,
    `INSERT INTO security (id, origin, kind, code, exchange, name_zh, name_en, aliases, sector_zh, sector_en, currency,
        entity_id, confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, kind = excluded.kind, code = excluded.code,
        exchange = excluded.exchange, name_zh = excluded.name_zh, name_en = excluded.name_en,
        aliases = excluded.aliases, sector_zh = excluded.sector_zh, sector_en = excluded.sector_en,
        currency = excluded.currency, entity_id = excluded.entity_id, confidence = excluded.confidence`,
  ).run(
    id,
    origin,
    kind,
    code,
    exchange,
    name.zh,
    name.en,
    JSON.stringify(aliases),
    sector.zh,
    sector.en,
    currency,
    entityId === '' ? null : entityId,
    confidence,
  );
}

/** With its tags. */
export function dropSecurity(db: Db, securityId: string): void {
  prepared(db, 'DELETE FROM security WHERE id = ?').run(securityId);
}

export function findTags(db: Db, securityId: string): string[] {
  const sql = 'SELECT tag FROM security_tag WHERE security_id = ? ORDER BY tag';
  return prepared<{ tag: string }>(db, sql)
    .all(securityId)
    .map(({ tag }) => tag);
}

/** In place of those that it had. */
export function putTags(db: Db, securityId: string, tags: readonly string[]): void {
  prepared(db, 'DELETE FROM security_tag WHERE security_id = ?').run(securityId);
  const insert = prepared(db, 'INSERT OR IGNORE INTO security_tag (security_id, tag) VALUES (?, ?)');
  for (const tag of tags) insert.run(securityId, tag);
}

/** What makes it impossible to delete a security: where it stands or what is known of it. */
export type SecurityUse = 'list' | 'bars' | 'rating' | 'benchmark';

const USES: Record<SecurityUse, string> = {
  list: 'SELECT 1 FROM watch_entry WHERE security_id = ?',
  bars: 'SELECT 1 FROM bar_series WHERE security_id = ?',
  rating: 'SELECT 1 FROM rating WHERE security_id = ?',
  benchmark: `SELECT 1 FROM (SELECT security_id FROM benchmark_choice UNION ALL SELECT security_id FROM industry_index)
    WHERE security_id = ?`,
};

export function usesOfSecurity(db: Db, securityId: string): SecurityUse[] {
  const uses: SecurityUse[] = ['list', 'bars', 'rating', 'benchmark'];
  return uses.filter((use) => prepared(db, `${USES[use]} LIMIT 1`).get(securityId) !== undefined);
}

/** Every name and code of every security, as `keyOfSecurityName` folds them, with the ids of those that bear it. */
export function securitiesByName(db: Db): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  const add = (name: string, id: string) => {
    const key = keyOfSecurityName(name);
    if (key === '') return;
    const ids = byName.get(key);
    if (ids === undefined) byName.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  const entityNames = Map.groupBy(
    prepared<{ id: string; name: string }>(
      db,
      `SELECT security.id, entity_name.name FROM security JOIN entity_name USING (entity_id)`,
    ).all(),
    ({ id }) => id,
  );
  for (const { id, code, exchange, name, aliases } of listSecurities(db)) {
    const names = [id, code, `${code}.${exchange}`, name.zh, name.en, ...aliases];
    for (const each of names) add(each, id);
    for (const { name: ofEntity } of entityNames.get(id) ?? []) add(ofEntity, id);
  }
  return byName;
}

/** Without regard to case, width and blanks. */
export function keyOfSecurityName(name: string): string {
  return nameKey(name.replace(/\s+/g, ''));
}

function rowToSecurity(row: SecurityRow): Security {
  return {
    id: row.id,
    origin: row.origin,
    kind: row.kind,
    code: row.code,
    exchange: row.exchange,
    name: { zh: row.name_zh, en: row.name_en },
    // Of thousands few have any.
    aliases: row.aliases === '[]' ? [] : JSON.parse(row.aliases),
    sector: { zh: row.sector_zh, en: row.sector_en },
    currency: row.currency,
    entityId: row.entity_id ?? '',
    confidence: row.confidence,
  };
}
