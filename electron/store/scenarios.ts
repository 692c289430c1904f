/** Scenarios of sheets. */
import type { Scenario } from '../../shared/sheet.ts';
import { type Db, prepared } from './sqlite.ts';

type ScenarioRow = {
  id: number;
  parent_id: number | null;
  position: number;
  name_zh: string;
  name_en: string;
  note_zh: string;
  note_en: string;
};

export function readScenarios(db: Db, sheetId: string): Scenario[] {
  const sql = 'SELECT * FROM scenario WHERE sheet_id = ? ORDER BY position, id';
  return prepared<ScenarioRow>(db, sql).all(sheetId).map(rowToScenario);
}

export function putScenario(db: Db, sheetId: string, scenario: Scenario): void {
  const { id, parentId, position, name, note } = scenario;
  prepared(
    db,
    `INSERT INTO scenario (id, sheet_id, parent_id, position, name_zh, name_en, note_zh, note_en)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position,
        name_zh = excluded.name_zh, name_en = excluded.name_en,
        note_zh = excluded.note_zh, note_en = excluded.note_en`,
  ).run(id, sheetId, parentId, position, name.zh, name.en, note.zh, note.en);
}

export function dropScenario(db: Db, scenarioId: number): void {
  prepared(db, 'DELETE FROM scenario WHERE id = ?').run(scenarioId);
}

function rowToScenario(row: ScenarioRow): Scenario {
  return {
    id: row.id,
    parentId: row.parent_id,
    position: row.position,
    name: { zh: row.name_zh, en: row.name_en },
    note: { zh: row.note_zh, en: row.note_en },
  };
}
