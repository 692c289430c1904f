/** What a calendar says of an event beside its day; dates are ISO, times HH:MM where the user is, '' for none. A security may go without its events. */
export const calendar = `
  ALTER TABLE chart_event ADD COLUMN end_date TEXT NOT NULL DEFAULT '';
  ALTER TABLE chart_event ADD COLUMN time TEXT NOT NULL DEFAULT '';
  ALTER TABLE chart_event ADD COLUMN end_time TEXT NOT NULL DEFAULT '';
  ALTER TABLE chart_event ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE chart_event ADD COLUMN security_id TEXT;
  CREATE INDEX chart_event_of_security ON chart_event (security_id) WHERE security_id IS NOT NULL;
`;
