/** A rating scale as it is typed: names and lower bounds from best to worst; each grade ends where the one above begins. */
import type { Input } from '../../../shared/contract.ts';
import { sameInBoth } from '../../../shared/language.ts';
import type { RatingScale } from '../../../shared/ratings.ts';

export type GradeEntry = {
  /** Of a grade that is there already; '' of a new one. */
  id: string;
  name: string;
  /** In %. */
  low: string;
};

export type ScaleEntry = {
  name: string;
  brokerId: string;
  subjectKind: RatingScale['subjectKind'];
  from: string;
  to: string;
  grades: GradeEntry[];
  benchmarkId: string;
};

export type ScaleFault = 'badScaleName' | 'badMonths' | 'badLow';

export const EMPTY_SCALE: ScaleEntry = {
  name: '',
  brokerId: '',
  subjectKind: 'stock',
  from: '',
  to: '12',
  grades: [
    { id: '', name: '', low: '10' },
    { id: '', name: '', low: '-10' },
    { id: '', name: '', low: '' },
  ],
  benchmarkId: '',
};

export function entryOfScale({ name, brokerId, subjectKind, horizon, grades, benchmarks }: RatingScale): ScaleEntry {
  return {
    name: name.zh || name.en,
    brokerId,
    subjectKind,
    from: horizon.from?.toString() ?? '',
    to: String(horizon.to),
    grades: grades.flatMap(({ id, name: said, band }) => {
      if (band === null) return [];
      const low = band.low === null ? '' : String(Number((band.low * 100).toPrecision(12)));
      return [{ id, name: said.zh || said.en, low }];
    }),
    benchmarkId: benchmarks.find(({ market }) => market === 'A')?.securityIds[0] ?? '',
  };
}

/** @param id of the scale: a new one, or the one that is changed */
export function readScale(id: string, entry: ScaleEntry): Input<'putScale'>['scale'] | { fault: ScaleFault } {
  const months = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN);
  const from = entry.from.trim() === '' ? null : months(entry.from);
  const to = months(entry.to);
  const lows = entry.grades.map(({ low }, at) => (at === entry.grades.length - 1 ? null : Number(low || Number.NaN)));
  const isNamed = entry.name.trim() !== '' && entry.grades.every(({ name }) => name.trim() !== '');
  if (!isNamed) return { fault: 'badScaleName' };
  if (![from ?? 1, to].every((count) => count >= 1 && count <= 120) || (from ?? 1) > to) return { fault: 'badMonths' };
  const isFalling = lows.every(
    (low, at) => low === null || (Number.isFinite(low) && (at === 0 || low < Number(lows[at - 1]))),
  );
  if (!isFalling) return { fault: 'badLow' };
  const used = new Set(entry.grades.map((grade) => grade.id));
  return {
    id,
    brokerId: entry.brokerId,
    subjectKind: entry.subjectKind,
    name: sameInBoth(entry.name.trim()),
    sourceId: '',
    horizon: { from, to, words: '', factIds: [] },
    grades: entry.grades.map((grade, at) => ({
      id: grade.id || freeId(used),
      name: sameInBoth(grade.name.trim()),
      band: { low: shareOf(lows[at]), high: at === 0 ? null : shareOf(lows[at - 1]) },
      words: '',
      factId: null,
    })),
    benchmarks:
      entry.benchmarkId === '' ? [] : [{ market: 'A', securityIds: [entry.benchmarkId], words: '', factId: null }],
    note: sameInBoth(''),
  };
}

function shareOf(percent: number | null): number | null {
  return percent === null ? null : Number((percent / 100).toPrecision(12));
}

function freeId(used: Set<string>): string {
  let number = 1;
  while (used.has(`grade-${number}`)) number += 1;
  used.add(`grade-${number}`);
  return `grade-${number}`;
}
