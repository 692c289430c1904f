/** What an import known from today would do to a series, without doing it. */
import type { MergeCounts, NewObservations } from './observations.ts';
import { type Db, prepared } from './sqlite.ts';

type Held = [ordinal: number, value: number, qualifier: string | null];

export function compareObservations(
  db: Db,
  seriesKey: number,
  { ordinals, values, qualifiers }: NewObservations,
): MergeCounts {
  const counts: MergeCounts = { added: 0, restated: 0, unchanged: 0 };
  const sql = `SELECT ordinal, value, qualifier FROM observation
    WHERE series_key = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal`;
  const last = ordinals[ordinals.length - 1];
  const held = prepared<Held>(db, sql).raw().all(seriesKey, ordinals[0], last);
  let at = 0;
  for (let index = 0; index < ordinals.length; index += 1) {
    while (at < held.length && held[at][0] < ordinals[index]) at += 1;
    const [ordinal, value, qualifier] = held[at] ?? [];
    if (ordinal !== ordinals[index]) counts.added += 1;
    else if (value === values[index] && (qualifier ?? '=') === (qualifiers?.get(index) ?? '=')) counts.unchanged += 1;
    else counts.restated += 1;
  }
  return counts;
}
