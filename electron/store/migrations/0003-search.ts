/** What search and the text filter of facts look into: see store/search-index.ts. */

/** Words come tokenised, with blanks between them; rows hold no text and can be taken away. */
const WORDS = `fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '.#=_~'")`;

export const search = `
  -- A number for each entity, source and exhibit, which stays with the id for good, and the words that it is found
  -- by. A stale one has so many facts that they were not indexed again when its names changed.
  CREATE TABLE search_key (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'source', 'exhibit')),
    id TEXT NOT NULL,
    words TEXT NOT NULL,
    is_stale INTEGER NOT NULL CHECK (is_stale IN (0, 1)),
    UNIQUE (kind, id)
  ) STRICT;
  CREATE INDEX search_key_stale ON search_key (key) WHERE is_stale = 1;

  -- By search_key.key: words of all names, =NAME for each as a whole, ~WORD for words of notes.
  CREATE VIRTUAL TABLE name_words USING ${WORDS};

  -- By fact.key: words of the fact and of the names of what it refers to, =PRINTED for the figure as a whole, and
  -- #KEY for each thing that it refers to.
  CREATE VIRTUAL TABLE fact_words USING ${WORDS};

  -- Words with letters that facts have (or had), for those that begin with what is being typed.
  CREATE TABLE fact_word (
    word TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`;
