/** Daily price bars of securities and the files that they came from. */
export const priceBars = `
  -- A file. mapping is JSON. Of a withdrawn one nothing is left but this row.
  CREATE TABLE bar_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mapping TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1))
  ) STRICT;

  -- The bars of one security in one adjustment, with what a list shows of them: kept up by every import.
  CREATE TABLE bar_series (
    key INTEGER PRIMARY KEY,
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED,
    adjustment TEXT NOT NULL CHECK (adjustment IN ('none', 'forward', 'backward')),
    currency TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    bar_count INTEGER NOT NULL,
    last_close REAL,
    previous_close REAL,
    market_cap REAL,
    UNIQUE (security_id, adjustment)
  ) STRICT;

  -- What stands of each day, counted from 1970-01-01. Nothing but the key is indexed: millions of rows are
  -- written and read by it. import_id is the last that changed it.
  CREATE TABLE price_bar (
    series_key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    open REAL,
    high REAL,
    low REAL,
    close REAL NOT NULL,
    volume REAL,
    market_cap REAL,
    import_id INTEGER NOT NULL,
    PRIMARY KEY (series_key, day)
  ) STRICT, WITHOUT ROWID;

  -- Of a day on which files differ, what each of them said; NULL is nothing.
  CREATE TABLE bar_version (
    series_key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    open REAL,
    high REAL,
    low REAL,
    close REAL NOT NULL,
    volume REAL,
    market_cap REAL,
    PRIMARY KEY (series_key, day, import_id)
  ) STRICT, WITHOUT ROWID;

  -- Runs of days of which a later file said nothing else than what was there. fields are bits (bar-statements.ts).
  CREATE TABLE bar_confirmation (
    series_key INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    fields INTEGER NOT NULL,
    PRIMARY KEY (series_key, import_id, first)
  ) STRICT, WITHOUT ROWID;

  -- Where an import has written.
  CREATE TABLE bar_import_series (
    import_id INTEGER NOT NULL,
    series_key INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (import_id, series_key)
  ) STRICT, WITHOUT ROWID;
`;
