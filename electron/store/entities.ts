/** Entities with all their names: one identity for a model, company, benchmark or measure. */
import { type Entity, type EntityKind, entitySchema, type Origin } from '../../shared/facts.ts';
import { nameKey } from '../../shared/formula/names.ts';
import { indexNames, unindexNames } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

type EntityRow = {
  id: string;
  origin: string;
  kind: string;
  name_zh: string;
  name_en: string;
  organisation_id: string;
  unit: string;
  better: string;
  /** JSON. */
  aliases: string;
};

const ENTITY = `SELECT entity.*, (
    SELECT json_group_array(name ORDER BY origin, ordinal) FROM entity_name
      WHERE entity_id = entity.id AND ordinal > 1
  ) AS aliases FROM entity`;

/** By id; with how many facts are about each or measure it. */
export function listEntities(db: Db, kind?: EntityKind): (Entity & { factCount: number })[] {
  const counted = new Map<string, number>();
  for (const column of ['subject_id', 'metric_id']) {
    const sql = `SELECT ${column} AS id, count(*) AS count FROM fact GROUP BY ${column}`;
    for (const { id, count } of prepared<{ id: string; count: number }>(db, sql).all()) {
      counted.set(id, (counted.get(id) ?? 0) + count);
    }
  }
  const rows =
    kind === undefined
      ? prepared<EntityRow>(db, `${ENTITY} ORDER BY id`).all()
      : prepared<EntityRow>(db, `${ENTITY} WHERE kind = ? ORDER BY id`).all(kind);
  return rows.map((row) => ({ ...rowToEntity(row), factCount: counted.get(row.id) ?? 0 }));
}

export function findEntity(db: Db, entityId: string): Entity | undefined {
  const row = prepared<EntityRow>(db, `${ENTITY} WHERE id = ?`).get(entityId);
  return row && rowToEntity(row);
}

/** All that bear the name, as name or alias, without regard to case and width. */
export function findEntitiesNamed(db: Db, name: string): Entity[] {
  const sql = `${ENTITY} WHERE id IN (SELECT entity_id FROM entity_name WHERE key = ?) ORDER BY id`;
  return prepared<EntityRow>(db, sql).all(keyOfName(name)).map(rowToEntity);
}

/** Aliases that the user gave to a bundled entity. */
export function ownAliases(db: Db, entityId: string): string[] {
  const sql = "SELECT name FROM entity_name WHERE entity_id = ? AND origin = 'own' AND ordinal > 1 ORDER BY ordinal";
  return prepared<{ name: string }>(db, sql)
    .all(entityId)
    .map(({ name }) => name);
}

/** Writes the entity with its names; aliases of the user's own that a bundled one has stay. */
export function putEntity(db: Db, entity: Entity): void {
  const { id, origin, kind, name, aliases, organisationId, unit, better } = entity;
  prepared(
    db,
    `INSERT INTO entity (id, origin, kind, name_zh, name_en, organisation_id, unit, better)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, kind = excluded.kind, name_zh = excluded.name_zh,
        name_en = excluded.name_en, organisation_id = excluded.organisation_id, unit = excluded.unit,
        better = excluded.better`,
  ).run(id, origin, kind, name.zh, name.en, organisationId, unit, better);
  putNames(db, id, origin, [name.zh, name.en, ...aliases], 0);
}

/** Gives a bundled entity the user's own further names, in place of those given before. */
export function putOwnAliases(db: Db, entityId: string, aliases: readonly string[]): void {
  putNames(db, entityId, 'own', aliases, 2);
}

export function dropEntity(db: Db, entityId: string): void {
  prepared(db, 'DELETE FROM entity WHERE id = ?').run(entityId);
  unindexNames(db, 'entity', [entityId]);
}

function putNames(db: Db, entityId: string, origin: Origin, names: readonly string[], from: number): void {
  prepared(db, 'DELETE FROM entity_name WHERE entity_id = ? AND origin = ?').run(entityId, origin);
  const insert = prepared(db, 'INSERT INTO entity_name (entity_id, origin, ordinal, key, name) VALUES (?, ?, ?, ?, ?)');
  names.forEach((name, at) => {
    insert.run(entityId, origin, from + at, keyOfName(name), name);
  });
  indexNames(db, 'entity', [entityId]);
}

function keyOfName(name: string): string {
  return nameKey(name.replace(/\s+/g, ' ').trim());
}

function rowToEntity(row: EntityRow): Entity {
  return entitySchema.parse({
    id: row.id,
    origin: row.origin,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    aliases: JSON.parse(row.aliases),
    organisationId: row.organisation_id,
    unit: row.unit,
    better: row.better,
  });
}
