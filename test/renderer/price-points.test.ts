/** Places of bars in a chart, what is marked on them, and two securities set to 100. */
import { expect, test } from 'vitest';
import { priceOption } from '../../renderer/bars/price-option.ts';
import { indexed, placesOf } from '../../renderer/bars/price-points.ts';
import { ratingMarkers } from '../../renderer/features/security/rating-markers.ts';

const ALL = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
/** 2024-01-01, a Monday. */
const MONDAY = 19_723;
const weekdays = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => MONDAY + from + Math.floor(at / 5) * 7 + (at % 5));

test('a week-end and a week of holidays take no room, a month without prices is a gap', () => {
  const short = [...weekdays(0, 10), ...weekdays(21, 10)];
  expect(placesOf({ days: short }, ...ALL)).toHaveLength(20);
  const long = [...weekdays(0, 10), ...weekdays(42, 10)];
  const places = placesOf({ days: long }, ...ALL);
  expect(places.filter(({ at }) => at === null)).toHaveLength(20);
  expect(places.slice(9, 12).map(({ day, at }) => [day, at])).toEqual([
    ['2024-01-12', 9],
    ['2024-01-13', null],
    ['2024-01-15', null],
  ]);
});

test('both begin at 100 on the first day that both have, and a day that one lacks is none', () => {
  const one = { days: [2, 3, 5], close: [10, 11, 12] };
  const other = { days: [1, 3, 4, 5], close: [50, 200, 220, 100] };
  expect(indexed([one, other], ...ALL)).toEqual({
    base: '1970-01-04',
    days: ['1970-01-04', '1970-01-05', '1970-01-06'],
    values: [
      [100, null, (12 / 11) * 100],
      [100, (220 / 200) * 100, 50],
    ],
  });
  expect(indexed([one, { days: [9], close: [1] }], ...ALL)).toBeNull();
});

test('ratings are marked on their day, or the next one that was traded, one’s own in another colour', () => {
  const close = [10, 11, 12];
  const none = close.map(() => null);
  const bars = {
    securityId: 's',
    adjustment: 'none',
    days: [MONDAY, MONDAY + 1, MONDAY + 3],
    close,
    open: none,
    high: none,
    low: none,
    volume: none,
  };
  const rated = [
    { date: '2024-01-03', targetPrice: 15 },
    { date: '', targetPrice: 9 },
    { date: '2023-12-31', targetPrice: null },
  ];
  const marks = (isOwn: boolean, said: string) =>
    ratingMarkers(rated, { isOwn, said: () => said, targetText: (price) => `${said} ${price}` });
  const option = priceOption({
    bars,
    places: placesOf(bars, ...ALL),
    isCandles: false,
    markers: [...marks(false, 'Broker'), ...marks(true, 'Own')],
    colours: { series: ['line', 'own', 'rating', '', 'target'] },
    market: {},
  } as unknown as Parameters<typeof priceOption>[0]);
  const { series } = option as { series: { type: string; data: Record<string, unknown>[] }[] };
  const drawn = series.find(({ type }) => type === 'scatter')?.data ?? [];
  expect(drawn.map(({ name, value, symbol, itemStyle }) => [name, value, symbol, itemStyle])).toMatchObject([
    ['Broker', ['2024-01-04', 12], 'pin', { color: 'rating' }],
    ['Broker 15', ['2024-01-04', 15], 'diamond', { color: 'target' }],
    ['Own', ['2024-01-04', 12], 'pin', { color: 'own' }],
    ['Own 15', ['2024-01-04', 15], 'diamond', { color: 'own' }],
  ]);
});
