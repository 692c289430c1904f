/** Exhibits: numbered tables and figures of a source, or sections of its text, laid out as printed. */
import type { ExhibitSummary } from '../../shared/fact-methods.ts';
import { type Exhibit, exhibitSchema } from '../../shared/facts.ts';
import type { LocalText } from '../../shared/language.ts';
import { indexNames, unindexNames } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

type ExhibitRow = {
  id: string;
  source_id: string;
  ordinal: number;
  kind: string;
  title_zh: string;
  title_en: string;
  note_zh: string;
  note_en: string;
  attribution: string;
  layout: string;
};

type SummaryRow = Pick<ExhibitRow, 'id' | 'source_id' | 'kind' | 'title_zh' | 'title_en'> & {
  fact_count: number;
  conflict_count: number;
  correction_count: number;
  overlay_count: number;
};

const SUMMARY = `SELECT exhibit.id, exhibit.source_id, exhibit.kind, title_zh, title_en,
    count(fact.key) AS fact_count,
    count(CASE WHEN fact.key IN (SELECT fact_key FROM conflict_fact) THEN 1 END) AS conflict_count,
    count(fact.correction) AS correction_count,
    count(fact.bundled) AS overlay_count
  FROM exhibit LEFT JOIN fact ON fact.place = exhibit.id`;

/** In the order of the source; of all sources where none is given. */
export function listExhibits(db: Db, sourceId?: string): ExhibitSummary[] {
  const rows =
    sourceId === undefined
      ? prepared<SummaryRow>(db, `${SUMMARY} GROUP BY exhibit.id ORDER BY exhibit.source_id, ordinal`).all()
      : prepared<SummaryRow>(
          db,
          `${SUMMARY} WHERE exhibit.source_id = ? GROUP BY exhibit.id ORDER BY exhibit.source_id, ordinal`,
        ).all(sourceId);
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    kind: exhibitSchema.shape.kind.parse(row.kind),
    title: { zh: row.title_zh, en: row.title_en },
    factCount: row.fact_count,
    conflictCount: row.conflict_count,
    correctionCount: row.correction_count,
    overlayCount: row.overlay_count,
  }));
}

export function findExhibit(db: Db, exhibitId: string): Exhibit | undefined {
  const row = prepared<ExhibitRow>(db, 'SELECT * FROM exhibit WHERE id = ?').get(exhibitId);
  return row && rowToExhibit(row);
}

export function findExhibitTitle(db: Db, exhibitId: string): LocalText | undefined {
  return prepared<LocalText>(db, 'SELECT title_zh AS zh, title_en AS en FROM exhibit WHERE id = ?').get(exhibitId);
}

export function putExhibit(db: Db, exhibit: Exhibit, ordinal: number): void {
  const { id, sourceId, kind, title, note, attribution, corner, columns, rows, factIds } = exhibit;
  prepared(
    db,
    `INSERT INTO exhibit (id, source_id, ordinal, kind, title_zh, title_en, note_zh, note_en, attribution, layout)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, ordinal = excluded.ordinal,
        kind = excluded.kind, title_zh = excluded.title_zh, title_en = excluded.title_en,
        note_zh = excluded.note_zh, note_en = excluded.note_en,
        attribution = excluded.attribution, layout = excluded.layout`,
  ).run(
    id,
    sourceId,
    ordinal,
    kind,
    title.zh,
    title.en,
    note.zh,
    note.en,
    attribution,
    JSON.stringify({ corner, columns, rows, factIds }),
  );
  indexNames(db, 'exhibit', [id]);
}

export function dropExhibit(db: Db, exhibitId: string): void {
  prepared(db, 'DELETE FROM exhibit WHERE id = ?').run(exhibitId);
  unindexNames(db, 'exhibit', [exhibitId]);
}

function rowToExhibit(row: ExhibitRow): Exhibit {
  return exhibitSchema.parse({
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    note: { zh: row.note_zh, en: row.note_en },
    attribution: row.attribution,
    ...JSON.parse(row.layout),
  });
}
