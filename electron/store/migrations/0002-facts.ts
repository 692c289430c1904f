/** Sources, exhibits, entities and facts; what the user laid over them, and the log of that. */
export const facts = `
  CREATE TABLE source (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    date TEXT NOT NULL,
    language TEXT NOT NULL,
    link TEXT NOT NULL
  ) STRICT;

  -- layout is JSON: corner, columns, rows and factIds of shared/facts.ts.
  CREATE TABLE exhibit (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    attribution TEXT NOT NULL,
    layout TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exhibit_of_source ON exhibit (source_id, ordinal);

  CREATE TABLE entity (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    better TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entity_of_kind ON entity (kind);

  -- Every name of an entity, found by a key without case and width. Ordinal 0 and 1 are the names in zh
  -- and en, others aliases; those of origin 'own' were given by the user.
  CREATE TABLE entity_name (
    entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (entity_id, origin, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entity_name_of_key ON entity_name (key);

  -- A file that facts were taken from; while it is withdrawn its facts are not in table fact.
  CREATE TABLE fact_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    source_id TEXT NOT NULL,
    file_name TEXT NOT NULL
  ) STRICT;

  -- A fact as the user sees it. coherent is the figure used (correction before print) in coherent units of
  -- its dimension; correction is JSON, as is bundled: the fields as they came, where the user changed them.
  -- is_gone: it no longer comes with the program, and stays (retired) because the user's rows name it.
  CREATE TABLE fact (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT NOT NULL,
    subject_id TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    metric_id TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    setting TEXT NOT NULL,
    value REAL,
    text TEXT NOT NULL,
    unit TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    date TEXT NOT NULL,
    confidence TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    correction TEXT,
    printed TEXT NOT NULL,
    wording TEXT NOT NULL,
    topic TEXT NOT NULL,
    coherent REAL,
    dimension TEXT NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
    bundled TEXT,
    import_id INTEGER REFERENCES fact_import (id)
  ) STRICT;
  CREATE INDEX fact_of_source ON fact (source_id);
  CREATE INDEX fact_of_place ON fact (place);
  CREATE INDEX fact_of_subject ON fact (subject_id, metric_id);
  CREATE INDEX fact_of_metric ON fact (metric_id);
  CREATE INDEX fact_of_topic ON fact (topic);
  CREATE INDEX fact_retired ON fact (is_retired) WHERE is_retired = 1;
  CREATE INDEX fact_changed ON fact (key) WHERE bundled IS NOT NULL;
  CREATE INDEX fact_corrected ON fact (key) WHERE correction IS NOT NULL;
  CREATE INDEX fact_imported ON fact (import_id) WHERE import_id IS NOT NULL;

  -- Facts of a withdrawn import, each as JSON, to be put back as they were and in the order of the file.
  CREATE TABLE withdrawn_fact (
    import_id INTEGER NOT NULL REFERENCES fact_import (id),
    ordinal INTEGER NOT NULL,
    fact_id TEXT NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    fact TEXT NOT NULL,
    PRIMARY KEY (import_id, ordinal)
  ) STRICT, WITHOUT ROWID;

  -- The user's own of a bundled fact. No foreign key: it waits for a fact that an update took away.
  CREATE TABLE fact_overlay (
    fact_id TEXT PRIMARY KEY,
    fields TEXT NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1))
  ) STRICT, WITHOUT ROWID;

  -- Facts that disagree, by the topic in which they do: kept up with every change of a fact.
  CREATE TABLE conflict (
    topic TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('value', 'setting')),
    spread REAL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE conflict_fact (
    topic TEXT NOT NULL REFERENCES conflict (topic) ON DELETE CASCADE,
    fact_key INTEGER NOT NULL REFERENCES fact (key) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (topic, fact_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conflict_of_fact ON conflict_fact (fact_key);

  CREATE TABLE choice (
    topic TEXT PRIMARY KEY,
    fact_id TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Undo stack and history in one, as edit is for sheets; label, changes and inverse are JSON.
  CREATE TABLE fact_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    inverse TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
  ) STRICT;
  CREATE INDEX fact_edit_of_state ON fact_edit (state, id);

  -- Which facts an edit touched. Facts go, their history stays: no foreign key to fact.
  CREATE TABLE fact_edit_fact (
    fact_id TEXT NOT NULL,
    edit_id INTEGER NOT NULL REFERENCES fact_edit (id),
    PRIMARY KEY (fact_id, edit_id)
  ) STRICT, WITHOUT ROWID;

  -- One row: revision counts edits, undos and redos; bundled_hash is that of the files loaded last.
  CREATE TABLE facts_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    revision INTEGER NOT NULL,
    bundled_hash TEXT NOT NULL
  ) STRICT;
  INSERT INTO facts_state (only, revision, bundled_hash) VALUES (1, 0, '');

  -- Which cells use facts is asked with the same condition, see fact-uses.ts.
  CREATE INDEX cell_with_fact ON cell (line_id) WHERE instr(upper(content), 'FACT') > 0;
`;
