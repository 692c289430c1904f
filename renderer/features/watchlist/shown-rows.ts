/** The rows of a list as the screen shows them: narrowed by its filter, and in the order of the column that it is sorted by. */
import { inLanguage } from '../../../shared/language.ts';
import type { WatchSpec } from '../../../shared/watch-views.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { compareValues, type DataColumn } from '../../ui/data-table/data-columns.ts';
import type { WatchData } from './watch-data.ts';
import { type EntryRow, passing, type WatchRow, watchRows } from './watch-rows.ts';
import type { ShownSpec } from './watch-spec.ts';
import { countFilters } from './watchlist-query.ts';

type Shown = {
  spec: ShownSpec;
  filter: WatchSpec['filter'];
  data: WatchData;
  folded: ReadonlySet<string>;
  language: 'zh' | 'en';
};

export function shownRows(
  content: WatchListContent,
  columns: readonly DataColumn<WatchRow>[],
  shown: Shown,
): WatchRow[] {
  const { spec, filter, folded, language, data } = shown;
  const column = columns.find(({ id }) => id === spec.sort?.column);
  const { bySecurity, gradeOf } = data.ratings;
  const grades = new Set(filter.grades);
  const passes = passing(filter);
  const hasGrade = (securityId: string) =>
    grades.size === 0 ||
    (bySecurity.get(securityId) ?? []).some((rating) => grades.has(inLanguage(gradeOf(rating), language)));
  return watchRows(content, {
    language,
    folded,
    isShown: (security) => passes(security) && hasGrade(security.id),
    isNarrowed: filter.text.trim() !== '' || countFilters(filter) > 0,
    compare: column === undefined ? null : byColumn(column, spec.sort?.isDescending ?? false),
  });
}

/** What has no value comes last, whichever way it is sorted. */
function byColumn({ value }: DataColumn<WatchRow>, isDescending: boolean): (a: EntryRow, b: EntryRow) => number {
  const known = new Map<EntryRow, number | string | null>();
  const shownOf = (row: EntryRow) => {
    let found = known.get(row);
    if (found === undefined) {
      found = value(row);
      known.set(row, found);
    }
    return found;
  };
  return (a, b) => {
    const [one, other] = [shownOf(a), shownOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (isDescending ? -1 : 1) * compareValues(one, other);
  };
}
