import { expect, test } from 'vitest';
import { chartRouteOf } from '../../renderer/features/series-import/chart-of-import.ts';
import type { SeriesSummary } from '../../shared/series.ts';

function series(subjectId: string, metricId: string, observationCount = 10): SeriesSummary {
  return {
    id: `${metricId}/${subjectId}`,
    origin: 'own',
    subjectId,
    metricId,
    market: '',
    platform: '',
    vendor: '',
    definition: '',
    grain: 'day',
    unit: '',
    fiscalYearEnd: 12,
    note: { zh: '', en: '' },
    first: '',
    last: '',
    observationCount,
    restatementCount: 0,
  };
}

const kindOf = (id: string) => (id === 'meta' ? 'organisation' : 'app');
const idsOf = (known: readonly SeriesSummary[]) => known.map(({ id }) => id);

test.each<[string, SeriesSummary[], string, string[]]>([
  ['apps', [series('doubao', 'downloads')], 'downloads', ['downloads/doubao']],
  ['a company', [series('meta', 'capital-expenditure')], 'capex', ['capital-expenditure/meta']],
  ['revenue of a company', [series('meta', 'revenue')], 'capex', ['revenue/meta']],
  ['revenue of an app', [series('doubao', 'revenue')], 'downloads', ['revenue/doubao']],
  [
    'the metric with most figures, its longest series first',
    [series('a', 'visits', 25), series('a', 'downloads', 10), series('b', 'downloads', 20)],
    'downloads',
    ['downloads/b', 'downloads/a'],
  ],
])('%s', (_, known, screen, ids) => {
  const route = chartRouteOf(idsOf(known), known, kindOf);
  expect(route).toMatchObject({ screen });
  expect(new URLSearchParams(route && 'query' in route ? route.query : '').getAll('s')).toEqual(ids);
});

test('six series at most, only those of the import, and none where they are gone', () => {
  const known = Array.from({ length: 9 }, (_, at) => series(`app-${at}`, 'downloads'));
  const route = chartRouteOf(idsOf(known.slice(1)), known, kindOf);
  const shown = new URLSearchParams(route && 'query' in route ? route.query : '').getAll('s');
  expect(shown).toHaveLength(6);
  expect(shown).not.toContain('downloads/app-0');
  expect(chartRouteOf(['downloads/gone'], known, kindOf)).toBeNull();
});
