/** How ratings stand on a day, and when horizons end. */
import { expect, test } from 'vitest';
import { scaleFault } from '../../shared/rating-changes.ts';
import { monthsAfter, ratingStates } from '../../shared/rating-state.ts';

test.each([
  ['2024-03-09', 6, '2024-09-09'],
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-01-31', 12, '2025-01-31'],
  ['2024-01-15', 120, '2034-01-15'],
])('%s and %d months are %s', (date, months, end) => {
  expect(monthsAfter(date, months)).toBe(end);
});

const scales = new Map([
  ['six', { horizon: { from: null, to: 6, words: '', factIds: [] } }],
  ['twelve', { horizon: { from: 6, to: 12, words: '', factIds: [] } }],
]);

const said = (id: string, date: string, brokerId = 'b', securityId = 's') => ({
  id,
  date,
  brokerId,
  securityId,
  scaleId: 'six',
});

test.each([
  ['on its day', '2024-03-09', 'in-force'],
  ['on the last day of its horizon', '2024-09-09', 'in-force'],
  ['the day after', '2024-09-10', 'lapsed'],
])('a rating is %s %s: %s', (_, today, state) => {
  expect(ratingStates([said('a', '2024-03-09')], scales, today).get('a')).toEqual({
    state,
    from: null,
    to: '2024-09-09',
    replacedBy: null,
  });
});

test('one without a date has no end', () => {
  const standing = { state: 'undated', from: null, to: null, replacedBy: null };
  expect(ratingStates([said('a', '')], scales, '2024-03-09').get('a')).toEqual(standing);
});

test.each([
  ['by the next of the same broker', [said('b', '2024-05-01')], 'replaced'],
  ['not by another broker', [said('b', '2024-05-01', 'c')], 'in-force'],
  ['not by one of another security', [said('b', '2024-05-01', 'b', 't')], 'in-force'],
  ['not by one that is yet to come', [said('b', '2024-07-02')], 'in-force'],
  ['not by one without a date', [said('b', '')], 'in-force'],
])('a rating is replaced %s', (_, others, state) => {
  expect(ratingStates([...others, said('a', '2024-03-09')], scales, '2024-07-01').get('a')?.state).toBe(state);
});

test('what had lapsed before the next one came has lapsed', () => {
  const states = ratingStates([said('a', '2023-01-10'), said('b', '2024-01-10')], scales, '2024-02-01');
  expect(states.get('a')).toMatchObject({ state: 'lapsed', replacedBy: null });
  expect(states.get('b')?.state).toBe('in-force');
});

test('of two on one day the one recorded later replaces the other', () => {
  const own = (id: string, createdAt: string) => ({
    id,
    date: '2024-03-09',
    securityId: 's',
    scaleId: 'twelve',
    createdAt,
  });
  const states = ratingStates(
    [own('b', '2024-03-09T10:00:00Z'), own('a', '2024-03-09T09:00:00Z')],
    scales,
    '2024-04-01',
  );
  expect(states.get('a')).toMatchObject({ state: 'replaced', replacedBy: 'b', from: '2024-09-09', to: '2025-03-09' });
  expect(states.get('b')?.state).toBe('in-force');
});

const grade = (id: string, low: number | null, high: number | null, name = id) => ({
  id,
  name: { zh: name, en: '' },
  band: { low, high },
  words: '',
  factId: null,
});
const noView = { ...grade('none', null, null), band: null };
const sixMonths = { from: null, to: 6, words: '', factIds: [] };

test.each([
  ['covers all', [grade('a', 0.1, null), grade('b', -0.1, 0.1), grade('c', null, -0.1), noView], null],
  ['is one grade', [grade('a', null, null)], null],
  ['overlaps', [grade('a', 0.05, null), grade('b', null, 0.1)], 'bands-overlap'],
  ['leaves a gap', [grade('a', 0.1, null), grade('b', null, 0)], 'bands-leave-gap'],
  ['ends above', [grade('a', 0, 1), grade('b', null, 0)], 'bands-leave-gap'],
  ['ends below', [grade('a', 0, null)], 'bands-leave-gap'],
  ['has a band the wrong way round', [grade('a', 0.1, -0.1)], 'band-empty'],
  ['has a grade twice', [grade('a', 0, null), grade('a', null, 0)], 'grade-repeated'],
  ['has a grade without a name', [grade('a', null, null, ' ')], 'name-missing'],
])('a scale that %s', (_, grades, fault) => {
  expect(scaleFault({ grades, horizon: sixMonths })).toBe(fault);
});

test('a horizon that begins after it ends', () => {
  expect(scaleFault({ grades: [grade('a', null, null)], horizon: { ...sixMonths, from: 7 } })).toBe('horizon');
});
