/** Days of which a file says two things: both rows are bad, since nothing says which of them is right. */
import { message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import type { BadRows } from '../bad-rows.ts';
import type { RecordBuffer } from '../record-buffer.ts';
import { disagreementsOf } from './bar-groups.ts';
import type { ReadBarSeries } from './bar-series.ts';

/** `heading`: of the column of closes. */
export function noteDisagreements(
  buffer: RecordBuffer,
  series: readonly ReadBarSeries[],
  bad: BadRows,
  heading: string,
): void {
  // Among rows that are good otherwise: noting one must not hide another.
  const isBad = bad.asOfNow();
  for (const group of buffer.groups()) {
    const { security } = series[group.group];
    const name = security.securityId || security.written;
    for (const { row, other, day, closes } of disagreementsOf(group, isBad)) {
      const said = { name, day: labelAt('day', day) };
      if (!bad.has(row))
        bad.add(row, heading, String(closes[0]), message('bars.twice', { ...said, row: other, close: closes[1] }));
      bad.add(other, heading, String(closes[1]), message('bars.twice', { ...said, row, close: closes[0] }));
    }
  }
}
