/** Periods of which a file says two things: both rows are bad, since nothing says which of them is right. */
import { message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import type { SeriesMapping } from '../../../shared/series-import.ts';
import type { BadRows } from '../bad-rows.ts';
import { disagreements } from './find-duplicates.ts';
import type { ObservationBuffer } from './observation-buffer.ts';
import type { SeriesFile } from './read-series-file.ts';

export function noteDisagreements(
  buffer: ObservationBuffer,
  { series, headingOf }: Pick<SeriesFile, 'series' | 'headingOf'>,
  bad: BadRows,
  grain: SeriesMapping['grain'],
): void {
  // Among rows that are good otherwise: noting one must not hide another.
  const isBad = bad.asOfNow();
  for (const group of buffer.groups()) {
    const { name } = series[group.series].subject;
    for (const { first, other } of disagreements(group, isBad)) {
      const ordinal = group.ordinals[first];
      const heading = headingOf(group.series, ordinal);
      const said = { subjectZh: name.zh, subjectEn: name.en, period: labelAt(grain, ordinal) };
      const note = (at: number, against: number) => {
        const params = { ...said, row: group.rows[against], value: group.values[against] };
        bad.add(group.rows[at], heading, String(group.values[at]), message('import.twice', params));
      };
      if (!bad.has(group.rows[first])) note(first, other);
      note(other, first);
    }
  }
}
