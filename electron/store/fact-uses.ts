/** Which lines of which sheets name a fact in a formula, `FACT("id")`. */
import type { LocalText } from '../../shared/language.ts';
import { type Db, prepared } from './sqlite.ts';

export type FactUse = { sheetId: string; sheetTitle: LocalText; lineId: number; lineLabel: LocalText };

type UseRow = {
  sheet_id: string;
  title_zh: string;
  title_en: string;
  line_id: number;
  label_zh: string;
  label_en: string;
  name: string;
};

/** Of sheets that are not deleted, in their lines' order. */
export function findUses(db: Db, factId: string): FactUse[] {
  // The first condition is that of the index cell_with_fact. Ids hold no quote, so a match is the whole id.
  const rows = prepared<UseRow>(
    db,
    `SELECT DISTINCT sheet.id AS sheet_id, title_zh, title_en, line.id AS line_id, label_zh, label_en, line.name
      FROM cell JOIN line ON line.id = cell.line_id JOIN sheet ON sheet.id = line.sheet_id
      WHERE instr(upper(content), 'FACT') > 0 AND instr(content, '"' || ? || '"') > 0 AND deleted_at IS NULL
      ORDER BY sheet.id, line.position, line.id`,
  ).all(factId);
  return rows.map((row) => ({
    sheetId: row.sheet_id,
    sheetTitle: { zh: row.title_zh, en: row.title_en },
    lineId: row.line_id,
    lineLabel: row.label_zh || row.label_en ? { zh: row.label_zh, en: row.label_en } : { zh: row.name, en: row.name },
  }));
}
