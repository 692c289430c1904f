/** Which series of apps the screen of downloads offers, chooses at first and sets side by side. */
import { describe, expect, test } from 'vitest';
import {
  chosenAtStart,
  filtered,
  groupBySubject,
  isOfApp,
  marketsSideBySide,
  NO_FILTER,
  toggled,
  vendorsSideBySide,
} from '../../renderer/features/downloads/series-choice.ts';
import type { SeriesSummary } from '../../shared/series.ts';

function series(id: string, fields: Partial<SeriesSummary> = {}): SeriesSummary {
  return {
    id,
    origin: 'own',
    subjectId: id,
    metricId: 'downloads',
    market: '国内',
    platform: '',
    vendor: '点点数据',
    definition: '',
    grain: 'day',
    unit: 'time',
    fiscalYearEnd: 12,
    note: { zh: '', en: '' },
    first: '2024-01-01',
    last: '2024-07-25',
    observationCount: 200,
    restatementCount: 0,
    ...fields,
  };
}

const ids = (some: readonly SeriesSummary[]) => some.map(({ id }) => id);
const NAMES: Record<string, string> = { doubao: '豆包\nDoubao', kimi: 'Kimi\n月之暗面' };
const namesOf = (subjectId: string) => NAMES[subjectId] ?? subjectId;

test.each([
  ['downloads', 'app', true],
  ['daily-active-users', undefined, true],
  ['revenue', 'organisation', false],
  ['capital-expenditure', 'organisation', false],
])('%s of kind %s: %s', (metricId, kind, isOffered) => {
  expect(isOfApp({ metricId }, kind)).toBe(isOffered);
});

const doubao = series('doubao', { observationCount: 400 });
const kimi = series('kimi');
const chatgpt = series('chatgpt', { market: '海外' });
const chatgptQimai = series('chatgpt-qimai', { subjectId: 'chatgpt', market: '海外', vendor: '七麦' });
const users = series('doubao-dau', { subjectId: 'doubao', metricId: 'daily-active-users' });
const madeUp = series('demo', { origin: 'demonstration', vendor: 'demonstration' });
const all = [kimi, doubao, chatgpt, chatgptQimai, users, madeUp];

describe('narrowed', () => {
  test.each([
    ['by a Chinese name', { text: '月之' }, ['kimi']],
    ['by words in any order', { text: '点点 doubao' }, ['doubao', 'doubao-dau']],
    ['by market', { market: '海外' }, ['chatgpt', 'chatgpt-qimai']],
    ['by vendor and market', { market: '海外', vendor: '七麦' }, ['chatgpt-qimai']],
    ['to nothing', { text: 'nobody' }, []],
  ])('%s', (_, filter, left) => {
    expect(ids(filtered(all, { ...NO_FILTER, ...filter }, namesOf))).toEqual(left);
  });
});

test('apps stand in the order of how much is known of them, each with all its series', () => {
  const groups = groupBySubject(all).map(({ subjectId, series: members }) => [subjectId, ids(members)]);
  expect(groups.slice(0, 2)).toEqual([
    ['doubao', ['doubao', 'doubao-dau']],
    ['chatgpt', ['chatgpt', 'chatgpt-qimai']],
  ]);
});

describe('at first', () => {
  test('one metric of one vendor, each app once, never made-up figures beside real ones', () => {
    expect(chosenAtStart(all)).toEqual(['doubao', 'kimi', 'chatgpt']);
  });

  test('the series of an app that goes on before a longer one that has ended', () => {
    const ended = series('ended', { subjectId: 'kimi', last: '2024-03-31', observationCount: 300 });
    const brief = series('brief', { subjectId: 'kimi', observationCount: 90 });
    expect(chosenAtStart([ended, brief])).toEqual(['brief']);
    expect(chosenAtStart([ended, brief, kimi])).toEqual(['kimi']);
  });

  test('made-up figures where there are no others', () => {
    expect(chosenAtStart([madeUp])).toEqual(['demo']);
  });

  test('six apps at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => series(`app-${index}`));
    expect(chosenAtStart(many)).toHaveLength(6);
  });

  test('nothing of nothing', () => {
    expect(chosenAtStart([])).toEqual([]);
  });
});

test('choosing keeps the order, each once', () => {
  expect(toggled(['a', 'b'], ['b', 'c'], true)).toEqual(['a', 'b', 'c']);
  expect(toggled(['a', 'b', 'c'], ['a', 'c'], false)).toEqual(['b']);
});

describe('side by side', () => {
  test('all markets of the vendor and metric that are shown', () => {
    expect(marketsSideBySide(all, ['doubao'])).toEqual({
      seriesIds: ['kimi', 'doubao', 'chatgpt'],
      kind: 'small-multiples',
      panelBy: 'market',
      withPeaks: false,
    });
  });

  test('not where there is one market, or nothing is shown', () => {
    expect(marketsSideBySide([doubao, kimi], ['doubao'])).toBeNull();
    expect(marketsSideBySide(all, [])).toBeNull();
  });

  test('all vendors of one app', () => {
    expect(
      vendorsSideBySide(
        all.filter(({ subjectId }) => subjectId === 'chatgpt'),
        chatgpt,
      )?.seriesIds,
    ).toEqual(['chatgpt', 'chatgpt-qimai']);
    expect(
      vendorsSideBySide(
        all.filter(({ subjectId }) => subjectId === 'doubao'),
        doubao,
      ),
    ).toBeNull();
  });
});
