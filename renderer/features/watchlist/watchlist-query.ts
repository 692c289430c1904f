/** What the watchlist keeps of itself in the address: which list, and what it is narrowed to. Reads anything. */
import { EXCHANGES } from '../../../shared/securities.ts';
import type { WatchSpec } from '../../../shared/watch-views.ts';

export type WatchFilter = WatchSpec['filter'];

export type WatchQuery = {
  /** '' for all securities. */
  listId: string;
  /** The group at which the list is opened; '' for its beginning. */
  groupId: string;
  filter: WatchFilter;
};

export const NO_FILTER: WatchFilter = { text: '', tags: [], sectors: [], exchanges: [], grades: [] };

export function parseQuery(query: string): WatchQuery {
  const params = new URLSearchParams(query);
  const exchanges = new Set(params.getAll('exchange'));
  return {
    listId: params.get('list') ?? '',
    groupId: params.get('group') ?? '',
    filter: {
      text: params.get('q') ?? '',
      tags: params.getAll('tag'),
      sectors: params.getAll('sector'),
      exchanges: EXCHANGES.filter((exchange) => exchanges.has(exchange)),
      grades: params.getAll('grade'),
    },
  };
}

export function printQuery({ listId, groupId, filter }: WatchQuery): string {
  const params = new URLSearchParams();
  if (listId !== '') params.set('list', listId);
  if (groupId !== '') params.set('group', groupId);
  if (filter.text !== '') params.set('q', filter.text);
  for (const tag of filter.tags) params.append('tag', tag);
  for (const sector of filter.sectors) params.append('sector', sector);
  for (const exchange of filter.exchanges) params.append('exchange', exchange);
  for (const grade of filter.grades) params.append('grade', grade);
  return params.toString().replaceAll('%2F', '/');
}

/** How many of its parts narrow the list, its text apart. */
export function countFilters({ tags, sectors, exchanges, grades }: WatchFilter): number {
  return tags.length + sectors.length + exchanges.length + grades.length;
}
