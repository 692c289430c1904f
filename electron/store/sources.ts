/** Sources: the documents that figures come from. */
import type { SourceSummary } from '../../shared/fact-methods.ts';
import { type Source, sourceSchema } from '../../shared/facts.ts';
import { indexNames, unindexNames } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

type SourceRow = Record<keyof Source, string>;
type SummaryRow = SourceRow & { exhibit_count: number; fact_count: number };

/** A bundled source shows the link to the user's own copy before the one that came with it. */
const COLUMNS = `id, origin, title, publisher, date, language, coalesce(source_link.link, source.link) AS link`;
const WITH_OWN_LINK = `LEFT JOIN source_link ON source_link.source_id = source.id AND source.origin = 'bundled'`;

/** In the order of their ids, bundled ones first. */
export function listSources(db: Db): SourceSummary[] {
  const rows = prepared<SummaryRow>(
    db,
    `SELECT ${COLUMNS},
        (SELECT count(*) FROM exhibit WHERE exhibit.source_id = source.id) AS exhibit_count,
        (SELECT count(*) FROM fact WHERE fact.source_id = source.id) AS fact_count
      FROM source ${WITH_OWN_LINK} ORDER BY origin, id`,
  ).all();
  return rows.map((row) => ({ ...rowToSource(row), exhibitCount: row.exhibit_count, factCount: row.fact_count }));
}

export function findSource(db: Db, sourceId: string): Source | undefined {
  const row = prepared<SourceRow>(db, `SELECT ${COLUMNS} FROM source ${WITH_OWN_LINK} WHERE id = ?`).get(sourceId);
  return row && rowToSource(row);
}

/** '' where the user linked no file of their own to the bundled source. */
export function findOwnLink(db: Db, sourceId: string): string {
  const sql = 'SELECT link FROM source_link WHERE source_id = ?';
  return prepared<{ link: string }>(db, sql).get(sourceId)?.link ?? '';
}

/** '' takes it away. */
export function putOwnLink(db: Db, sourceId: string, link: string): void {
  if (link === '') prepared(db, 'DELETE FROM source_link WHERE source_id = ?').run(sourceId);
  else prepared(db, 'INSERT OR REPLACE INTO source_link (source_id, link) VALUES (?, ?)').run(sourceId, link);
}

export type SourceUses = { facts: number; lines: number; ratings: number };

/** What hangs from the source: ratings and scales, facts, retired ones too, and lines of sheets that are not deleted. */
export function countUses(db: Db, sourceId: string): SourceUses {
  const count = prepared<SourceUses>(
    db,
    `SELECT (SELECT count(*) FROM fact WHERE source_id = :sourceId) AS facts,
      (SELECT count(DISTINCT line.id) FROM line_source
        JOIN line ON line.id = line_id JOIN sheet ON sheet.id = sheet_id
        WHERE source_id = :sourceId AND deleted_at IS NULL) AS lines,
      (SELECT count(*) FROM rating WHERE source_id = :sourceId)
        + (SELECT count(*) FROM rating_scale WHERE source_id = :sourceId) AS ratings`,
  ).get({ sourceId });
  return count ?? { facts: 0, lines: 0, ratings: 0 };
}

export function putSource(db: Db, { id, origin, title, publisher, date, language, link }: Source): void {
  prepared(
    db,
    `INSERT INTO source (id, origin, title, publisher, date, language, link) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, title = excluded.title,
        publisher = excluded.publisher, date = excluded.date, language = excluded.language, link = excluded.link`,
  ).run(id, origin, title, publisher, date, language, link);
  indexNames(db, 'source', [id]);
}

export function dropSource(db: Db, sourceId: string): void {
  prepared(db, 'DELETE FROM source WHERE id = ?').run(sourceId);
  unindexNames(db, 'source', [sourceId]);
}

function rowToSource(row: SourceRow): Source {
  return sourceSchema.parse(row);
}
