/** Sheets: their own rows, the list of them, and a whole sheet in and out. */
import type { SheetSummary } from '../../shared/contract.ts';
import { grainSchema } from '../../shared/periods.ts';
import type { Cell, CustomUnit, Sheet, SheetDocument } from '../../shared/sheet.ts';
import { applyChanges } from './changes.ts';
import { readLines } from './lines.ts';
import { readScenarios } from './scenarios.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';

type SheetRow = {
  id: string;
  title_zh: string;
  title_en: string;
  note_zh: string;
  note_en: string;
  axis_grain: string | null;
  axis_start: string | null;
  axis_count: number | null;
  template_id: string | null;
  updated_at: string;
};

type SummaryRow = SheetRow & { line_count: number; scenario_count: number };
type CellRow = { line_id: number; scenario_id: number; period: string; content: string };

/** Sheets that are not deleted, the one edited last first. */
export function listSheets(db: Db): SheetSummary[] {
  const rows = prepared<SummaryRow>(
    db,
    `SELECT sheet.*,
        (SELECT count(*) FROM line WHERE line.sheet_id = sheet.id AND line.kind = 'line') AS line_count,
        (SELECT count(*) FROM scenario WHERE scenario.sheet_id = sheet.id) AS scenario_count
      FROM sheet WHERE deleted_at IS NULL ORDER BY updated_at DESC, rowid DESC`,
  ).all();
  return rows.map(rowToSummary);
}

/** Whether the sheet is there, deleted or not. */
export function sheetExists(db: Db, sheetId: string): boolean {
  return prepared(db, 'SELECT 1 FROM sheet WHERE id = ?').get(sheetId) !== undefined;
}

/** The sheet with all that belongs to it; undefined where there is none or it is deleted. */
export function findSheet(db: Db, sheetId: string): SheetDocument | undefined {
  const row = prepared<SheetRow>(db, 'SELECT * FROM sheet WHERE id = ? AND deleted_at IS NULL').get(sheetId);
  if (row === undefined) return undefined;
  const units = prepared<CustomUnit>(
    db,
    'SELECT name, definition FROM custom_unit WHERE sheet_id = ? ORDER BY ordinal',
  ).all(sheetId);
  return {
    sheet: rowToSheet(row, units),
    scenarios: readScenarios(db, sheetId),
    lines: readLines(db, sheetId),
    cells: readCells(db, sheetId),
  };
}

/** Writes a new sheet; it begins at revision 0 with an empty history. */
export function insertSheet(db: Db, document: SheetDocument, at: string): void {
  const { sheet, scenarios, lines, cells } = document;
  inTransaction(db, () => {
    prepared(
      db,
      `INSERT INTO sheet (id, title_zh, title_en, note_zh, note_en, template_id, revision, created_at, updated_at)
        VALUES (?, '', '', '', '', ?, 0, ?, ?)`,
    ).run(sheet.id, sheet.templateId, at, at);
    applyChanges(db, sheet.id, [
      { change: 'putSheet', sheet },
      ...scenarios.map((scenario) => ({ change: 'putScenario' as const, scenario })),
      ...lines.map((line) => ({ change: 'putLine' as const, line })),
      ...cells.map((cell) => ({ change: 'putCell' as const, ...cell })),
    ]);
  });
}

/** Takes the sheet out of the list (`at` a moment) or back in (null). */
export function setSheetDeleted(db: Db, sheetId: string, at: string | null): void {
  inTransaction(db, () => prepared(db, 'UPDATE sheet SET deleted_at = ? WHERE id = ?').run(at, sheetId));
}

/** The highest id that a line or a scenario ever had, dropped ones included. */
export function lastId(db: Db): number {
  const sql = "SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name IN ('line', 'scenario')";
  return prepared<{ last: number }>(db, sql).get()?.last ?? 0;
}

function readCells(db: Db, sheetId: string): Cell[] {
  const statement = prepared<CellRow>(
    db,
    'SELECT * FROM cell WHERE line_id IN (SELECT id FROM line WHERE sheet_id = ?)',
  );
  const cells: Cell[] = [];
  for (const row of statement.iterate(sheetId)) cells.push(rowToCell(row));
  return cells;
}

function rowToCell({ line_id, scenario_id, period, content }: CellRow): Cell {
  return { lineId: line_id, scenarioId: scenario_id, period, content };
}

function rowToSheet(row: SheetRow, customUnits: CustomUnit[]): Sheet {
  const { axis_grain: grain, axis_start: start, axis_count: count } = row;
  return {
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    note: { zh: row.note_zh, en: row.note_en },
    timeAxis: grain === null ? null : { grain: grainSchema.parse(grain), start: start ?? '', count: count ?? 1 },
    customUnits,
    templateId: row.template_id,
  };
}

function rowToSummary(row: SummaryRow): SheetSummary {
  const { id, title, note, templateId, timeAxis } = rowToSheet(row, []);
  return {
    id,
    title,
    note,
    templateId,
    timeAxis,
    lineCount: row.line_count,
    scenarioCount: row.scenario_count,
    updatedAt: row.updated_at,
  };
}
