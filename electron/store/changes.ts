/** The store's way of applying an edit's changes; called inside a transaction. */
import type { CustomUnit, Sheet } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { dropLine, putLine } from './lines.ts';
import { dropScenario, putScenario } from './scenarios.ts';
import { type Db, prepared } from './sqlite.ts';

export function applyChanges(db: Db, sheetId: string, changes: readonly SheetChange[]): void {
  for (const change of changes) applyChange(db, sheetId, change);
}

function applyChange(db: Db, sheetId: string, change: SheetChange): void {
  switch (change.change) {
    case 'putSheet':
      updateSheet(db, sheetId, change.sheet);
      break;
    case 'putLine':
      putLine(db, sheetId, change.line);
      break;
    case 'dropLine':
      dropLine(db, change.lineId);
      break;
    case 'putScenario':
      putScenario(db, sheetId, change.scenario);
      break;
    case 'dropScenario':
      dropScenario(db, change.scenarioId);
      break;
    case 'putCell': {
      const { lineId, scenarioId, period, content } = change;
      if (content === null) {
        const sql = 'DELETE FROM cell WHERE line_id = ? AND scenario_id = ? AND period = ?';
        prepared(db, sql).run(lineId, scenarioId, period);
      } else {
        const sql = 'INSERT OR REPLACE INTO cell (line_id, scenario_id, period, content) VALUES (?, ?, ?, ?)';
        prepared(db, sql).run(lineId, scenarioId, period, content);
      }
    }
  }
}

function updateSheet(db: Db, sheetId: string, sheet: Sheet): void {
  const { title, note, timeAxis } = sheet;
  prepared(
    db,
    `UPDATE sheet SET title_zh = ?, title_en = ?, note_zh = ?, note_en = ?,
        axis_grain = ?, axis_start = ?, axis_count = ? WHERE id = ?`,
  ).run(
    title.zh,
    title.en,
    note.zh,
    note.en,
    timeAxis?.grain ?? null,
    timeAxis?.start ?? null,
    timeAxis?.count ?? null,
    sheetId,
  );
  putCustomUnits(db, sheetId, sheet.customUnits);
}

function putCustomUnits(db: Db, sheetId: string, units: readonly CustomUnit[]): void {
  prepared(db, 'DELETE FROM custom_unit WHERE sheet_id = ?').run(sheetId);
  const insert = prepared(db, 'INSERT INTO custom_unit (sheet_id, ordinal, name, definition) VALUES (?, ?, ?, ?)');
  units.forEach(({ name, definition }, ordinal) => {
    insert.run(sheetId, ordinal, name, definition);
  });
}
