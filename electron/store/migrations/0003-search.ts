/** What search and the text filter of facts look into: see store/search-index.ts. */

/** Words come tokenised, with blanks between them; rows hold no text and can be taken away. */
const WORDS = `fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '.#=_~'")`;

export const search = `
  -- A number for each entity, source and exhibit: facts are found under it by whatever is found under their
  -- names. It stays with the id for good, so that new names need no new rows for facts.
  CREATE TABLE search_key (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'source', 'exhibit')),
    id TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;

  -- By search_key.key: words of all names, =NAME for each as a whole, ~WORD for words of notes.
  CREATE VIRTUAL TABLE name_words USING ${WORDS};

  -- By fact.key: words of the fact itself, =PRINTED for the figure as a whole, and #KEY for all that it refers to.
  CREATE VIRTUAL TABLE fact_words USING ${WORDS};

  -- Words with letters that facts have (or had), for those that begin with what is being typed.
  CREATE TABLE fact_word (
    word TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`;
