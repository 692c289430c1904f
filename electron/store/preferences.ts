/** The user's preferences, one row each; a row that this program does not understand counts as unset. */
import { type Preferences, preferencesSchema } from '../../shared/contract.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';

const DEFAULTS: Preferences = { language: 'system', theme: 'system', marketColours: 'red-up' };

export function readPreferences(db: Db): Preferences {
  const rows = prepared<{ name: string; value: string }>(db, 'SELECT name, value FROM preference').all();
  const understood = rows.filter(({ name, value }) => preferencesSchema.partial().safeParse({ [name]: value }).success);
  const stored = Object.fromEntries(understood.map(({ name, value }) => [name, value]));
  return preferencesSchema.parse({ ...DEFAULTS, ...stored });
}

export function writePreferences(db: Db, preferences: Partial<Preferences>): void {
  const put = prepared(db, 'INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)');
  inTransaction(db, () => {
    for (const [name, value] of Object.entries(preferences)) if (value !== undefined) put.run(name, value);
  });
}
