/** What the search screen keeps of itself in the address: `#/search?q=GPT-4o&source=000&state=own`. */
import type { FactFilter } from '../../../shared/fact-methods.ts';

type State = NonNullable<FactFilter['state']>;

export const STATES: readonly State[] = ['all', 'in-use', 'own', 'changed', 'retired', 'corrected', 'in-conflict'];

/** '' is for any. */
export type SearchAddress = { text: string; sourceId: string; subjectId: string; metricId: string; state: State };

export const NO_SEARCH: SearchAddress = { text: '', sourceId: '', subjectId: '', metricId: '', state: 'all' };

export function readAddress(query = ''): SearchAddress {
  const params = new URLSearchParams(query);
  const given = params.get('state');
  return {
    text: params.get('q') ?? '',
    sourceId: params.get('source') ?? '',
    subjectId: params.get('subject') ?? '',
    metricId: params.get('metric') ?? '',
    state: STATES.find((state) => state === given) ?? 'all',
  };
}

/** Says only what is not as in `NO_SEARCH`. */
export function writeAddress({ text, sourceId, subjectId, metricId, state }: SearchAddress): string {
  const said = { q: text, source: sourceId, subject: subjectId, metric: metricId, state: state === 'all' ? '' : state };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}

export function filterOf({ text, sourceId, subjectId, metricId, state }: SearchAddress): FactFilter {
  return {
    text: text.trim() || undefined,
    sourceId: sourceId || undefined,
    subjectIds: subjectId === '' ? undefined : [subjectId],
    metricIds: metricId === '' ? undefined : [metricId],
    state,
  };
}

export function hasFilters(address: SearchAddress): boolean {
  return writeAddress({ ...address, text: '' }) !== '';
}
