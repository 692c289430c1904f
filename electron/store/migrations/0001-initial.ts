/** Sheets with their lines, scenarios, cells and edits; preferences. */
export const initial = `
  CREATE TABLE sheet (
    id TEXT PRIMARY KEY,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    axis_grain TEXT,
    axis_start TEXT,
    axis_count INTEGER,
    template_id TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT;

  CREATE TABLE custom_unit (
    sheet_id TEXT NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    PRIMARY KEY (sheet_id, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE scenario (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sheet_id TEXT NOT NULL REFERENCES sheet (id),
    parent_id INTEGER REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
    position REAL NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL
  ) STRICT;
  CREATE INDEX scenario_of_sheet ON scenario (sheet_id);
  CREATE INDEX scenario_of_parent ON scenario (parent_id);

  CREATE TABLE line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sheet_id TEXT NOT NULL REFERENCES sheet (id),
    kind TEXT NOT NULL CHECK (kind IN ('line', 'heading')),
    position REAL NOT NULL,
    name TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    unit TEXT NOT NULL,
    decimals INTEGER,
    grouping INTEGER NOT NULL CHECK (grouping IN (0, 1)),
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    reported_value REAL,
    reported_text TEXT,
    reported_step REAL,
    reported_period TEXT
  ) STRICT;
  CREATE INDEX line_of_sheet ON line (sheet_id);

  CREATE TABLE line_source (
    line_id INTEGER NOT NULL REFERENCES line (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    place TEXT NOT NULL,
    wording TEXT NOT NULL,
    PRIMARY KEY (line_id, ordinal)
  ) STRICT, WITHOUT ROWID;

  -- period '' is for every period without content of its own.
  CREATE TABLE cell (
    line_id INTEGER NOT NULL REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED,
    scenario_id INTEGER NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (line_id, scenario_id, period)
  ) STRICT, WITHOUT ROWID;

  -- Undo stack and history in one; label, changes and inverse are JSON.
  CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sheet_id TEXT NOT NULL REFERENCES sheet (id),
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    inverse TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
  ) STRICT;
  CREATE INDEX edit_of_sheet ON edit (sheet_id, state, id);

  -- Which lines an edit touched. Lines go, their history stays: no foreign key to line.
  CREATE TABLE edit_line (
    line_id INTEGER NOT NULL,
    edit_id INTEGER NOT NULL REFERENCES edit (id),
    PRIMARY KEY (line_id, edit_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE preference (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
