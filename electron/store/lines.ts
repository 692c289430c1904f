/** Lines of sheets, with their sources. */
import type { Line, SourceRef } from '../../shared/sheet.ts';
import { DEFAULT_FORMAT } from '../../shared/sheet-definition.ts';
import { type Db, prepared } from './sqlite.ts';

type LineRow = {
  id: number;
  kind: 'line' | 'heading';
  position: number;
  name: string;
  label_zh: string;
  label_en: string;
  unit: string;
  decimals: number | null;
  grouping: number;
  note_zh: string;
  note_en: string;
  reported_value: number | null;
  reported_text: string | null;
  reported_step: number | null;
  reported_period: string | null;
};

type SourceRow = { line_id: number; source_id: string; place: string; wording: string };

// What most lines have in common is held once.
const NO_SOURCES: SourceRef[] = [];
const NO_NOTE = { zh: '', en: '' };

export function readLines(db: Db, sheetId: string): Line[] {
  const sources = prepared<SourceRow>(
    db,
    `SELECT line_id, source_id, place, wording FROM line_source
      WHERE line_id IN (SELECT id FROM line WHERE sheet_id = ?) ORDER BY line_id, ordinal`,
  ).all(sheetId);
  const sourcesOfLine = Map.groupBy(sources, (row) => row.line_id);
  const statement = prepared<LineRow>(db, 'SELECT * FROM line WHERE sheet_id = ? ORDER BY position, id');
  // Row by row: a hundred thousand rows at once would double the memory that their lines take.
  const lines: Line[] = [];
  for (const row of statement.iterate(sheetId)) {
    lines.push(rowToLine(row, sourcesOfLine.get(row.id)?.map(rowToSource) ?? NO_SOURCES));
  }
  return lines;
}

export function putLine(db: Db, sheetId: string, line: Line): void {
  const { label, note, format, reported } = line;
  prepared(
    db,
    `INSERT INTO line (id, sheet_id, kind, position, name, label_zh, label_en, unit, decimals, grouping,
        note_zh, note_en, reported_value, reported_text, reported_step, reported_period)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, kind = excluded.kind, name = excluded.name,
        label_zh = excluded.label_zh, label_en = excluded.label_en, unit = excluded.unit,
        decimals = excluded.decimals, grouping = excluded.grouping,
        note_zh = excluded.note_zh, note_en = excluded.note_en,
        reported_value = excluded.reported_value, reported_text = excluded.reported_text,
        reported_step = excluded.reported_step, reported_period = excluded.reported_period`,
  ).run(
    line.id,
    sheetId,
    line.kind,
    line.position,
    line.name,
    label.zh,
    label.en,
    line.unit,
    format.decimals,
    format.grouping ? 1 : 0,
    note.zh,
    note.en,
    reported?.value ?? null,
    reported?.text ?? null,
    reported?.step ?? null,
    reported?.period ?? null,
  );
  prepared(db, 'DELETE FROM line_source WHERE line_id = ?').run(line.id);
  line.sources.forEach(({ sourceId, place, wording }, ordinal) => {
    prepared(db, 'INSERT INTO line_source (line_id, ordinal, source_id, place, wording) VALUES (?, ?, ?, ?, ?)').run(
      line.id,
      ordinal,
      sourceId,
      place,
      wording,
    );
  });
}

export function dropLine(db: Db, lineId: number): void {
  prepared(db, 'DELETE FROM line WHERE id = ?').run(lineId);
}

function rowToLine(row: LineRow, sources: SourceRef[]): Line {
  const { reported_value: value, reported_text: text, reported_step: step, reported_period: period } = row;
  return {
    id: row.id,
    kind: row.kind,
    position: row.position,
    name: row.name,
    label: { zh: row.label_zh, en: row.label_en },
    unit: row.unit,
    format:
      row.decimals === null && row.grouping === 1
        ? DEFAULT_FORMAT
        : { decimals: row.decimals, grouping: row.grouping === 1 },
    note: row.note_zh === '' && row.note_en === '' ? NO_NOTE : { zh: row.note_zh, en: row.note_en },
    sources,
    reported: value === null ? null : { value, text: text ?? '', step: step ?? 0, period: period ?? '' },
  };
}

function rowToSource({ source_id, place, wording }: SourceRow): SourceRef {
  return { sourceId: source_id, place, wording };
}
