/** When to ask again for theses, risks and the calendar, with `useAnswer`. */
import { following } from '../follow.ts';

/** Data that a condition takes change what it gives now. */
export const followTheses = following('thesesEdited', 'vaultOpened', 'factsEdited', 'seriesEdited', 'sheetEdited');
export const followRisks = following('risksEdited', 'vaultOpened', 'factsEdited');
export const followCalendar = following(
  'chartsEdited',
  'factsEdited',
  'ratingsEdited',
  'thesesEdited',
  'vaultOpened',
  'vaultLocked',
);
