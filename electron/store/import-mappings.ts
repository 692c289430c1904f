/** Mappings of files that the user has used, by the shape of the files' headings. */
import type { z } from 'zod';
import { type Db, prepared } from './sqlite.ts';

/** `schema` is that of the kind of import whose shape it is. */
export function findImportMapping<Mapping>(db: Db, shape: string, schema: z.ZodType<Mapping>): Mapping | undefined {
  const row = prepared<{ mapping: string }>(db, 'SELECT mapping FROM import_mapping WHERE shape = ?').get(shape);
  return row && schema.parse(JSON.parse(row.mapping));
}

export function putImportMapping(db: Db, shape: string, mapping: object, at: string): void {
  const sql = `INSERT INTO import_mapping (shape, mapping, at) VALUES (?, ?, ?)
    ON CONFLICT (shape) DO UPDATE SET mapping = excluded.mapping, at = excluded.at`;
  prepared(db, sql).run(shape, JSON.stringify(mapping), at);
}
