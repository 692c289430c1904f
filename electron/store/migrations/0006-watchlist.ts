/** Securities, the lists that they stand in, and the log of the user's edits of both. */
export const watchlist = `
  -- aliases is JSON.
  CREATE TABLE security (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    kind TEXT NOT NULL CHECK (kind IN ('stock', 'index', 'industry')),
    code TEXT NOT NULL,
    exchange TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    aliases TEXT NOT NULL,
    sector_zh TEXT NOT NULL,
    sector_en TEXT NOT NULL,
    currency TEXT NOT NULL,
    entity_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
    confidence TEXT NOT NULL
  ) STRICT;
  CREATE INDEX security_of_code ON security (code);
  CREATE INDEX security_of_entity ON security (entity_id) WHERE entity_id IS NOT NULL;

  CREATE TABLE security_tag (
    security_id TEXT NOT NULL REFERENCES security (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL,
    PRIMARY KEY (security_id, tag)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE watch_list (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'own')),
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    source_id TEXT NOT NULL,
    position REAL NOT NULL
  ) STRICT;

  CREATE TABLE watch_group (
    id TEXT PRIMARY KEY,
    list_id TEXT NOT NULL REFERENCES watch_list (id) DEFERRABLE INITIALLY DEFERRED,
    parent_id TEXT REFERENCES watch_group (id) DEFERRABLE INITIALLY DEFERRED,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    position REAL NOT NULL
  ) STRICT;
  CREATE INDEX watch_group_of_list ON watch_group (list_id);

  -- group_id '' is outside all groups. Only entries of reports, and copies of them, have a fact and a note.
  CREATE TABLE watch_entry (
    list_id TEXT NOT NULL REFERENCES watch_list (id) DEFERRABLE INITIALLY DEFERRED,
    group_id TEXT NOT NULL,
    security_id TEXT NOT NULL REFERENCES security (id) DEFERRABLE INITIALLY DEFERRED,
    position REAL NOT NULL,
    fact_id TEXT,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    PRIMARY KEY (list_id, group_id, security_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX watch_entry_of_security ON watch_entry (security_id);

  -- Undo stack and history in one, as fact_edit is for facts; label, changes and inverse are JSON.
  CREATE TABLE watch_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    inverse TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
  ) STRICT;
  CREATE INDEX watch_edit_of_state ON watch_edit (state, id);

  -- Columns, filter and order of a list as the user keeps them; spec is JSON.
  CREATE TABLE watch_view (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    spec TEXT NOT NULL
  ) STRICT;
`;
