/** The vault: sealed records, and what opens them and tells whether they are all there (electron/vault). */
export const vault = `
  CREATE TABLE vault (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    header TEXT NOT NULL
  ) STRICT;

  -- place is 'root' or the number of a bucket.
  CREATE TABLE vault_manifest (
    place TEXT PRIMARY KEY,
    nonce BLOB NOT NULL,
    tag BLOB NOT NULL,
    body BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The body comes last: what is before it is read without it.
  CREATE TABLE vault_record (
    id TEXT PRIMARY KEY,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    version INTEGER NOT NULL,
    nonce BLOB NOT NULL,
    tag BLOB NOT NULL,
    checksum BLOB NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
`;
