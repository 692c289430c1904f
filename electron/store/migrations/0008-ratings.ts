/** Brokers' rating scales and ratings, and the log of the user's edits of both. The analyst's own are in the vault. */
export const ratings = `
  -- horizon, grades and benchmarks are JSON (shared/ratings.ts).
  CREATE TABLE rating_scale (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    broker_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('stock', 'industry')),
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    source_id TEXT NOT NULL,
    horizon TEXT NOT NULL,
    grades TEXT NOT NULL,
    benchmarks TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL
  ) STRICT;

  CREATE TABLE rating (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED,
    broker_id TEXT NOT NULL,
    scale_id TEXT NOT NULL REFERENCES rating_scale (id) DEFERRABLE INITIALLY DEFERRED,
    grade_id TEXT NOT NULL,
    date TEXT NOT NULL,
    target_price REAL,
    currency TEXT NOT NULL,
    source_id TEXT NOT NULL,
    fact_id TEXT,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rating_of_security ON rating (security_id, date);

  -- What the user adds to a rating whose report has no date.
  CREATE TABLE rating_date (
    rating_id TEXT PRIMARY KEY REFERENCES rating (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Which index stands for the benchmark where a scale leaves it open or does not say it: the user's choice.
  CREATE TABLE benchmark_choice (
    scale_id TEXT NOT NULL REFERENCES rating_scale (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    market TEXT NOT NULL,
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (scale_id, market)
  ) STRICT, WITHOUT ROWID;

  -- Which index is an industry's price: the user's choice.
  CREATE TABLE industry_index (
    industry_id TEXT PRIMARY KEY REFERENCES security (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;

  -- Undo stack and history in one, as fact_edit is for facts; label, changes and inverse are JSON.
  CREATE TABLE rating_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    inverse TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
  ) STRICT;
  CREATE INDEX rating_edit_of_state ON rating_edit (state, id);
`;
