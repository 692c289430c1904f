/** Series with their observations, the imports these came from, events and saved views. */
export const series = `
  -- A series over facts names their source: its observations are the facts of subject and metric whose setting is
  -- the definition, and none lie in table observation. Others have theirs there; first, last and both counts are
  -- kept up with every write, so that a list of thousands counts nothing. made_by: the import that began it.
  CREATE TABLE series (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own', 'demonstration')),
    subject_id TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    metric_id TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    market TEXT NOT NULL,
    platform TEXT NOT NULL,
    vendor TEXT NOT NULL,
    definition TEXT NOT NULL,
    grain TEXT NOT NULL,
    unit TEXT NOT NULL,
    fiscal_year_end INTEGER NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    source_id TEXT,
    made_by INTEGER,
    first INTEGER,
    last INTEGER,
    observation_count INTEGER NOT NULL,
    restatement_count INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX series_of_dimensions
    ON series (subject_id, metric_id, market, platform, vendor, definition, grain, origin);
  CREATE INDEX series_of_metric ON series (metric_id);

  -- A file, a filing in it (part_of is then the file's), or what was typed at one go. known_from is the day from which
  -- what it says is known; versions of one observation are ordered by it, and on one day by id. mapping is JSON.
  CREATE TABLE series_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'filing', 'hand')),
    part_of INTEGER REFERENCES series_import (id),
    at TEXT NOT NULL,
    known_from TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reference TEXT NOT NULL,
    vendor TEXT NOT NULL,
    mapping TEXT,
    row_count INTEGER NOT NULL,
    added INTEGER NOT NULL,
    restated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1))
  ) STRICT;
  CREATE INDEX series_import_of_file ON series_import (sha256);
  CREATE INDEX series_import_of_day ON series_import (known_from);
  CREATE INDEX series_import_of_part ON series_import (part_of) WHERE part_of IS NOT NULL;

  -- The latest version of each observation. ordinal counts periods of the series' grain; qualifier NULL is a plain =.
  -- Nothing but the key is indexed, and nothing refers from here: ten million rows are written and read by it.
  CREATE TABLE observation (
    series_key INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    value REAL NOT NULL,
    qualifier TEXT,
    import_id INTEGER NOT NULL,
    PRIMARY KEY (series_key, ordinal)
  ) STRICT, WITHOUT ROWID;

  -- The other versions. value NULL: taken away; as the latest version it is the only one that lies here.
  CREATE TABLE restatement (
    series_key INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    value REAL,
    qualifier TEXT,
    PRIMARY KEY (series_key, ordinal, import_id)
  ) STRICT, WITHOUT ROWID;

  -- Which part of a series an import wrote to, from the first ordinal to the last.
  CREATE TABLE import_series (
    import_id INTEGER NOT NULL REFERENCES series_import (id),
    series_key INTEGER NOT NULL REFERENCES series (key) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (import_id, series_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX import_of_series ON import_series (series_key);

  -- Runs of observations that an import said as they were already: should the earlier import be withdrawn, they stay.
  CREATE TABLE confirmation (
    series_key INTEGER NOT NULL REFERENCES series (key) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES series_import (id),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series_key, import_id, first)
  ) STRICT, WITHOUT ROWID;

  -- Mappings that the user has used, by the shape of the files' headings; JSON.
  CREATE TABLE import_mapping (
    shape TEXT PRIMARY KEY,
    mapping TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The user's own; events from facts are read from there.
  CREATE TABLE chart_event (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    subject_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX chart_event_of_date ON chart_event (date);

  -- spec is JSON.
  CREATE TABLE saved_view (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    spec TEXT NOT NULL
  ) STRICT;
`;
