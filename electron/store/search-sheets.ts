/** Sheets whose title, note, or one of whose lines contains what is searched for. */
import type { Hit } from '../../shared/fact-methods.ts';
import type { LocalText } from '../../shared/language.ts';
import { queryPieces } from '../../shared/search-words.ts';
import { type Db, prepared } from './sqlite.ts';

type SheetRow = {
  id: string;
  title_zh: string;
  title_en: string;
  note_zh: string;
  note_en: string;
  label_zh: string | null;
  label_en: string | null;
};

// Lines change with every edit and are few beside facts: reading through them takes 0.2 ms per thousand, and edits
// keep no index up to date.
const TITLE = "sheet.title_zh || ' ' || sheet.title_en || ' ' || sheet.note_zh || ' ' || sheet.note_en";
const LINE = "line.name || ' ' || line.label_zh || ' ' || line.label_en";

export function findSheetHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = queryPieces(text).map((piece) => `%${piece.text}%`);
  const says = (expression: string) => patterns.map(() => `${expression} LIKE ?`).join(' AND ');
  const byTitle = prepared<SheetRow>(
    db,
    `SELECT sheet.*, NULL AS label_zh, NULL AS label_en FROM sheet
      WHERE deleted_at IS NULL AND ${says(TITLE)} ORDER BY updated_at DESC LIMIT ?`,
  ).all(...patterns, limit);
  const found = new Map(byTitle.map((row) => [row.id, row]));
  if (found.size < limit) {
    const byLine = prepared<SheetRow>(
      db,
      `SELECT sheet.*, line.label_zh, line.label_en, min(line.position) FROM sheet JOIN line ON line.sheet_id = sheet.id
        WHERE deleted_at IS NULL AND ${says(`(${LINE} || ' ' || sheet.title_zh || ' ' || sheet.title_en)`)}
        GROUP BY sheet.id ORDER BY updated_at DESC LIMIT ?`,
    ).all(...patterns, limit);
    for (const row of byLine) if (!found.has(row.id)) found.set(row.id, row);
  }
  return [...found.values()].slice(0, limit).map((row) => ({
    kind: 'sheet',
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    detail: detailOf(row),
    fact: null,
  }));
}

function detailOf({ label_zh, label_en, note_zh, note_en }: SheetRow): LocalText {
  return label_zh || label_en ? { zh: label_zh ?? '', en: label_en ?? '' } : { zh: note_zh, en: note_en };
}
