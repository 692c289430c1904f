/** Mappings of files of series that the user has used, by the shape of the files' headings. */
import { type SeriesMapping, seriesMappingSchema } from '../../shared/series-import.ts';
import { type Db, prepared } from './sqlite.ts';

export function findImportMapping(db: Db, shape: string): SeriesMapping | undefined {
  const row = prepared<{ mapping: string }>(db, 'SELECT mapping FROM import_mapping WHERE shape = ?').get(shape);
  return row && seriesMappingSchema.parse(JSON.parse(row.mapping));
}

export function putImportMapping(db: Db, shape: string, mapping: SeriesMapping, at: string): void {
  const sql = `INSERT INTO import_mapping (shape, mapping, at) VALUES (?, ?, ?)
    ON CONFLICT (shape) DO UPDATE SET mapping = excluded.mapping, at = excluded.at`;
  prepared(db, sql).run(shape, JSON.stringify(mapping), at);
}
