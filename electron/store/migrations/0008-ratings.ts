/** Brokers' rating scales and ratings. The analyst's own are in the vault. */
export const ratings = `
  -- horizon_from is NULL where there is one horizon; grades and benchmarks are JSON (shared/ratings.ts).
  CREATE TABLE rating_scale (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    broker_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('stock', 'industry')),
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    source_id TEXT NOT NULL,
    horizon_from INTEGER,
    horizon_to INTEGER NOT NULL,
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

  -- Which index stands for the benchmark where a scale leaves it open or does not say it: the user's choice.
  CREATE TABLE benchmark_choice (
    scale_id TEXT NOT NULL REFERENCES rating_scale (id) DEFERRABLE INITIALLY DEFERRED,
    market TEXT NOT NULL,
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (scale_id, market)
  ) STRICT, WITHOUT ROWID;
`;
