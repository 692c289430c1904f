/** Where the user's own copies of the bundled documents lie: laid over the sources, which an update renews. */
export const sourceLinks = `
  CREATE TABLE source_link (
    source_id TEXT PRIMARY KEY,
    link TEXT NOT NULL CHECK (link <> '')
  ) STRICT, WITHOUT ROWID;
`;
