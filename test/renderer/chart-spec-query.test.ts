/** A chart's spec in the address: comes back as it went, short, and forgiving of what somebody typed. */
import { describe, expect, test } from 'vitest';
import { parseSpec, printSpec } from '../../renderer/charts/spec-query.ts';
import { PLAIN_SPEC } from '../../renderer/charts/use-chart-spec.ts';
import type { ChartSpec } from '../../shared/chart-spec.ts';

const atStart: ChartSpec = { ...PLAIN_SPEC, screen: 'downloads', language: 'zh', seriesIds: ['downloads/doubao/cn'] };

describe('a spec comes back from the address', () => {
  test.each<[string, Partial<ChartSpec>, string]>([
    ['nothing changed', {}, ''],
    ['a calculation', { transform: 'yoy' }, 't=yoy'],
    [
      'an index and its base',
      { transform: 'index', basePeriod: '2024-07-01' },
      't=index&base=2024-07-01|base=2024-07-01&t=index',
    ],
    ['other series', { seriesIds: ['downloads/kimi/国内', 'a,b'] }, ''],
    ['no series', { seriesIds: [] }, 's='],
    ['a range', { from: '2024-07-01', to: '2024-07-31' }, 'from=2024-07-01&to=2024-07-31'],
    ['weeks in place of days', { grain: 'week' }, 'grain=week'],
    ['switches, both ways', { withBounds: false, withEvents: true }, 'events=1&bounds=0'],
    ['panels', { kind: 'small-multiples', panelBy: 'market' }, 'kind=small-multiples&panels=market'],
    ['a comparison', { comparedTo: { from: '2023-07-01', to: '2023-07-31' } }, ''],
    ['a rate', { currency: 'CNY', rateFactId: '000/1/rate' }, 'currency=CNY&rate=000/1/rate'],
    [
      'a figure',
      { figure: { ...PLAIN_SPEC.figure, number: '图 7', title: { zh: '海外 & 国内', en: '' }, widthCm: 12.5 } },
      '',
    ],
  ])('%s', (_, changed, written) => {
    const spec = { ...atStart, ...changed };
    const query = printSpec(spec, atStart);
    expect(parseSpec(query, atStart)).toEqual(spec);
    if (written !== '') expect(written.split('|')).toContain(query);
  });
});

test.each([
  ['an unknown calculation', 't=magic'],
  ['an unknown kind', 'kind=pie'],
  ['a figure that is no JSON', 'figure={'],
  ['a figure of no size', `figure=${encodeURIComponent('{"widthCm":900}')}`],
  ['half a comparison', 'vs=2024-07'],
  ['a key of nobody', 'colour=red'],
])('%s is as at the start', (_, query) => {
  expect(parseSpec(query, atStart)).toEqual(atStart);
});

test('one bad field leaves the others', () => {
  expect(parseSpec('t=magic&from=2024-07-01', atStart)).toEqual({ ...atStart, from: '2024-07-01' });
});

test('what the screen keeps of its own stays in the address', () => {
  const kept = new URLSearchParams('preset=54&t=yoy');
  expect(printSpec({ ...atStart, transform: 'qoq' }, atStart, kept)).toBe('preset=54&t=qoq');
});
