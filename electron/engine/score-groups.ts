/**
 * What follows from many ratings: how many lay in their band, and by how much they beat the index, by broker, grade,
 * year and quarter. The analyst's own and the brokers' are never put together.
 */
import { periodOfDay } from '../../shared/period-days.ts';
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import {
  type Earned,
  FEWEST_ENDED,
  GROUPINGS,
  type Reading,
  type ScorecardRow,
  type ScoreGroup,
} from '../../shared/scorecard.ts';
import { mean } from './calibration.ts';

type Ended = { row: ScorecardRow; reading: Reading; start: string; end: string };
type Grouping = (typeof GROUPINGS)[number];

/** All groups that have a rating, in the order of GROUPINGS and then of their keys. */
export function scoreGroups(rows: readonly ScorecardRow[]): ScoreGroup[] {
  return [false, true].flatMap((isOwn) =>
    GROUPINGS.flatMap((by) => {
      const groups = Map.groupBy(
        rows.filter((row) => row.isOwn === isOwn),
        (row) => keyOf(by, row),
      );
      const keys = [...groups.keys()].filter((key) => key !== null).sort();
      return keys.map((key) => scoreGroup(groups.get(key) ?? [], { isOwn, by, key }));
    }),
  );
}

/** How often each grade was given and which it earned at its horizon. */
export function earnedGrades(rows: readonly ScorecardRow[]): Earned[] {
  const counts = new Map<string, Earned>();
  for (const { row, reading } of endedOf(rows)) {
    const { isOwn, scaleId, gradeId } = row;
    const { earnedGradeId } = reading;
    const key = JSON.stringify([isOwn, scaleId, gradeId, earnedGradeId]);
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { isOwn, scaleId, gradeId, earnedGradeId, count: before + 1 });
  }
  return [...counts.values()];
}

/** Ids of the rows whose time overlaps with another's on the same security, the brokers' and the own apart. */
export function overlappingRows(rows: readonly ScorecardRow[]): Set<string> {
  const overlapping = new Set<string>();
  const spans = rows.flatMap((row) =>
    row.date === '' || row.standing.to === null ? [] : [{ row, start: row.date, end: row.standing.to }],
  );
  const groups = Map.groupBy(spans, ({ row }) => `${row.isOwn} ${row.brokerId} ${row.securityId}`);
  for (const group of groups.values()) {
    group.sort((a, b) => a.start.localeCompare(b.start));
    let latest = group[0];
    for (const span of group.slice(1)) {
      if (span.start < latest.end) {
        overlapping.add(latest.row.id);
        overlapping.add(span.row.id);
      }
      if (span.end > latest.end) latest = span;
    }
  }
  return overlapping;
}

/**
 * Wilson's score interval (1927) for a share seen in `count` observations:
 *
 *     centre = (p + z²/2n) / (1 + z²/n),   half = z / (1 + z²/n) · √(p(1−p)/n + z²/4n²),   z = 1.96 for 95 %
 */
export function wilsonInterval(share: number, count: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const shrink = 1 + (z * z) / count;
  const centre = (share + (z * z) / (2 * count)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function scoreGroup(rows: readonly ScorecardRow[], of: { isOwn: boolean; by: Grouping; key: string }): ScoreGroup {
  const ended = endedOf(rows);
  const told = rows.filter(({ outcome }) => outcome.untold === null).length;
  const independent = countIndependent(ended);
  return {
    ...of,
    ratings: rows.length,
    ended: ended.length,
    running: told - ended.length,
    untold: rows.length - told,
    independent,
    conclusion: independent < FEWEST_ENDED ? null : conclusionOf(ended, independent),
  };
}

function conclusionOf(ended: readonly Ended[], independent: number): ScoreGroup['conclusion'] {
  const excesses = ended.map(({ reading }) => reading.excess);
  const share = mean(ended.map(({ reading }) => Number(reading.inBand)));
  return { share, ...wilsonInterval(share, independent), meanExcess: mean(excesses), medianExcess: median(excesses) };
}

/** Null of a row that has no such key. */
function keyOf(by: Grouping, { brokerId, isOwn, scaleId, gradeId, date }: ScorecardRow): string | null {
  switch (by) {
    case 'all':
      return '';
    case 'broker':
      return isOwn ? null : brokerId;
    case 'grade':
      return `${scaleId}/${gradeId}`;
    case 'year':
      return date === '' ? null : date.slice(0, 4);
    case 'quarter':
      return date === '' ? null : labelAt('quarter', periodOfDay('quarter', ordinalOf('day', date), 12));
  }
}

function endedOf(rows: readonly ScorecardRow[]): Ended[] {
  return rows.flatMap((row) => {
    const { start, atTo } = row.outcome;
    const reading = atTo?.reading ?? null;
    return start === null || reading === null ? [] : [{ row, reading, start: start.day, end: reading.day }];
  });
}

/** The most that can be taken so that no two of one security overlap: always the one that ends first. */
function countIndependent(ended: readonly Ended[]): number {
  let count = 0;
  for (const group of Map.groupBy(ended, ({ row }) => row.securityId).values()) {
    let free = '';
    for (const { start, end } of group.toSorted((a, b) => a.end.localeCompare(b.end))) {
      if (start < free) continue;
      count += 1;
      free = end;
    }
  }
  return count;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
