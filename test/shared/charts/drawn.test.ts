/** What charts show: values, what stands beside them, what is remarked, and what is refused with which words. */
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { calculate, withoutRange } from '../../../shared/charts/calculation.ts';
import { type ChartInputs, type Drawn, drawnInputs, drawnOver } from '../../../shared/charts/drawn.ts';
import { isTransformOf } from '../../../shared/charts/transforms.ts';
import type { FactView } from '../../../shared/facts.ts';
import { type ChartEvent, PLAIN_EVENT, TRANSFORMS } from '../../../shared/series.ts';
import {
  daysOf,
  draw,
  entityOf,
  factOf,
  type Given,
  guidanceOf,
  inputsOf,
  refusalsOf,
  remarksOf,
  seriesOf,
  specOf,
  valuesOf,
} from './chart-fixture.ts';

const YEAR = { '2023Q1': 10, '2023Q2': 20, '2023Q3': 30, '2023Q4': 40 };
const meta = seriesOf('meta', { ...YEAR, '2024Q1': 50 }, { definition: 'incl. finance leases' });
const google = seriesOf('google', { ...YEAR, '2024Q1': 60 }, { definition: 'purchases of P&E' });
const amazon = seriesOf('amazon', { ...YEAR, '2024Q1': 30 }, { definition: 'purchases of P&E' });
const microsoft = seriesOf('microsoft', { ...YEAR }, { definition: 'purchases of P&E', fiscalYearEnd: 6 });
const apps = (more: Parameters<typeof seriesOf>[2] = {}) => ({
  metricId: 'downloads',
  unit: 'time',
  grain: 'day' as const,
  ...more,
});
const chatgpt = seriesOf('chatgpt', daysOf('2024-07-15', [10, 20, 30, 40, 50, 60, 70, 80, null, 100]), apps());

describe('refused', () => {
  const REFUSED: [string, Given[], Partial<ChartSpec>, Partial<ChartInputs>, expected: RegExp][] = [
    ['a series that is gone', [meta], { seriesIds: ['meta', 'gone'] }, {}, /no series gone/],
    [
      'adding two definitions',
      [meta, google],
      { kind: 'stacked-bars' },
      {},
      /“Meta” is “incl\. finance leases”, “Google” is “purchases of P&E”/,
    ],
    [
      'a share of two definitions',
      [meta, google],
      { transform: 'share' },
      {},
      /Different definitions cannot be added up/,
    ],
    [
      'a share of two vendors',
      [seriesOf('a', YEAR, { vendor: 'X' }), seriesOf('b', YEAR, { vendor: 'Y' })],
      { transform: 'share' },
      {},
      /“A” is by X, “B” by Y/,
    ],
    [
      'one subject twice, even where mixing is allowed',
      [meta, { ...meta, series: { ...meta.series, id: 'meta net', definition: 'net' } }],
      { transform: 'share', isMixAllowed: true },
      {},
      /count it twice/,
    ],
    [
      'made-up data among real',
      [meta, seriesOf('b', YEAR, { origin: 'demonstration' })],
      {},
      {},
      /made up and cannot be drawn together/,
    ],
    ['days with quarters', [meta, chatgpt], {}, {}, /“Meta” is by quarter, “Chatgpt” by day/],
    [
      'weeks of months',
      [seriesOf('a', { '2024-01': 1 }, { grain: 'month' })],
      { grain: 'week' },
      {},
      /by month and cannot be shown by week/,
    ],
    [
      'a change on the week of quarters',
      [meta],
      { transform: 'wow' },
      {},
      /no “WoW” of figures by quarter. There is: Values, QoQ, YoY, TTM, Index, Share/,
    ],
    [
      'dollars and people on one axis',
      [meta, seriesOf('b', YEAR, { unit: 'person' })],
      {},
      {},
      /in 百万USD, “B” in person/,
    ],
    ['a currency without a rate', [meta], { currency: 'CNY' }, {}, /choose an exchange rate/],
    [
      'a rate that is none',
      [meta],
      { currency: 'CNY', rateFactId: 'f' },
      { facts: [factOf('f', { value: 7, unit: '%' })] },
      /f is no exchange rate/,
    ],
    [
      'euros into yuan',
      [seriesOf('a', YEAR, { unit: 'EUR' })],
      { currency: 'CNY', rateFactId: 'f' },
      { facts: [factOf('f', { value: 7, unit: 'CNY/USD' })] },
      /in EUR and cannot be converted/,
    ],
    ['a period that is none', [meta], { from: 'soon' }, {}, /“soon” is no period/],
    ['a range the wrong way', [meta], { from: '2024Q1', to: '2023Q1' }, {}, /begins at 2024Q1, after its end 2023Q1/],
    [
      'a range after all figures',
      [meta],
      { from: '2030Q1', to: '2031Q4' },
      {},
      /nothing from 2030Q1 to 2031Q4: the figures run from 2023Q1 to 2024Q1/,
    ],
    ['the same without an end', [chatgpt], { from: '2030-01-01' }, {}, /nothing from 2030-01-01 on: .* to 2024-07-24/],
    ['a range before all figures', [chatgpt], { to: '1999' }, {}, /nothing up to 1999: .* from 2024-07-15 to/],
    [
      'an index after all figures',
      [chatgpt],
      { transform: 'index', from: '2030-01-01' },
      {},
      /nothing from 2030-01-01/,
    ],
    [
      'a range with figures but no changes',
      [meta],
      { transform: 'yoy', from: '2023Q1', to: '2023Q3' },
      {},
      /No “YoY” can be computed in these periods/,
    ],
    ['a chart of nothing', [seriesOf('a', {})], {}, {}, /no figures in these periods/],
    [
      'a day on which nothing was known',
      [seriesOf('a', {})],
      { asKnownOn: '2024-01-01' },
      {},
      /Nothing of these series was known on 2024-01-01/,
    ],
    ['changes without a base', [seriesOf('a', { '2024Q1': 1 })], { transform: 'yoy' }, {}, /No “YoY” can be computed/],
    ['an index of nothing', [meta], { transform: 'index', basePeriod: '2020Q1' }, {}, /base period 2020Q1/],
    ['a ratio without a divisor', [meta], { relativeTo: 'revenue' }, {}, /no series of “revenue”/],
  ];
  test.each(REFUSED)('%s', (_, given, spec, more, expected) => {
    const drawn = draw(given, spec, more);
    expect(refusalsOf(drawn).join(' ')).toMatch(expected);
    expect(drawn.columns).toEqual([]);
  });
});

describe('values', () => {
  const CASES: [string, Given[], Partial<ChartSpec>, Record<string, string[]>][] = [
    [
      'as they are, with a gap',
      [chatgpt],
      { from: '2024-07-21' },
      { chatgpt: ['2024-07-21 70', '2024-07-22 80', '2024-07-24 100'] },
    ],
    [
      'within a range of another grain',
      [meta],
      { from: '2023', to: '2023-06-30' },
      { meta: ['2023Q1 10', '2023Q2 20'] },
    ],
    [
      'of the part of a range where there are some',
      [meta],
      { kind: 'grouped-bars', from: '1990Q1', to: '2023Q2' },
      { meta: ['2023Q1 10', '2023Q2 20'] },
    ],
    [
      'on the year, in percent, from figures before the range',
      [meta],
      { transform: 'yoy', from: '2024Q1' },
      { meta: ['2024Q1 400'] },
    ],
    ['the sum of a year', [meta], { grain: 'year' }, { meta: ['2023 100'] }],
    [
      'shares of one definition',
      [google, amazon],
      { transform: 'share', from: '2024Q1' },
      { google: ['2024Q1 66.666667'], amazon: ['2024Q1 33.333333'] },
    ],
    [
      'an index at the first figures that all have',
      [google, seriesOf('amazon', { '2023Q4': 50, '2024Q1': 25 })],
      { transform: 'index', from: '2023Q3' },
      { google: ['2023Q3 75', '2023Q4 100', '2024Q1 150'], amazon: ['2023Q4 100', '2024Q1 50'] },
    ],
    [
      'fiscal quarters by their own labels',
      [microsoft, google],
      { calendar: 'fiscal', from: 'FY24Q1', to: 'FY24Q2' },
      { microsoft: ['FY24Q1 30', 'FY24Q2 40'], google: ['FY24Q1 60'] },
    ],
    [
      'days with their average',
      [chatgpt],
      { withAverage: true, from: '2024-07-20', to: '2024-07-22' },
      {
        chatgpt: ['2024-07-20 60', '2024-07-21 70', '2024-07-22 80'],
        'chatgpt average': ['2024-07-21 40', '2024-07-22 50'],
      },
    ],
    [
      'a second period at the place of the first',
      [meta],
      { from: '2023Q3', to: '2023Q4', comparedTo: { from: '2023Q1', to: '2023Q2' } },
      { meta: ['2023Q3 30', '2023Q4 40'], 'meta compared': ['2023Q3 10', '2023Q4 20'] },
    ],
    [
      'multiples of one unit in the plain one',
      [meta, seriesOf('b', { '2023Q1': 3 }, { unit: '亿USD' })],
      { to: '2023Q1' },
      { meta: ['2023Q1 10000000'], b: ['2023Q1 300000000'] },
    ],
  ];
  test.each(CASES)('%s', (_, given, spec, expected) => {
    const drawn = draw(given, spec);
    expect(refusalsOf(drawn)).toEqual([]);
    expect(valuesOf(drawn)).toEqual(expected);
  });

  test.each<[what: string, spec: Partial<ChartSpec>, periods: string[]]>([
    ['as far as there are figures', { from: '2020Q1', to: '2023Q2' }, ['2023Q1', '2023Q2']],
    ['on both sides', { from: '2020Q1', to: '2030Q4' }, ['2023Q1', '2023Q2', '2023Q3', '2023Q4', '2024Q1']],
    [
      'and as far as there is guidance',
      { from: '2024Q1', to: '2030Q4', withGuidance: true },
      ['2024Q1', '2024Q2', '2024Q3', '2024Q4'],
    ],
    ['with guidance alone', { from: '2024Q3', withGuidance: true }, ['2024Q3', '2024Q4']],
    [
      'of a comparison as asked for',
      { from: '2024Q1', to: '2024Q2', comparedTo: { from: '2023Q1', to: '2023Q2' } },
      ['2024Q1', '2024Q2'],
    ],
  ])('stand in the periods of the range %s', (_, spec, periods) => {
    const facts = [guidanceOf('meta', '≥', 300), guidanceOf('meta', '≤', 370)];
    expect(draw([meta], spec, { facts }).periods).toEqual(periods);
  });

  test('are converted at a rate that is said, whichever way it is printed', () => {
    const rates = { 'CNY/USD': 7, 'USD/CNY': 1 / 7 };
    for (const [unit, value] of Object.entries(rates)) {
      const facts = [factOf('rate', { value, unit, metricId: 'exchange-rate' })];
      const drawn = draw([meta], { currency: 'CNY', rateFactId: 'rate', to: '2023Q1' }, { facts });
      expect(valuesOf(drawn)).toEqual({ meta: ['2023Q1 70'] });
      expect(drawn.unit).toBe('百万CNY');
      expect(remarksOf(drawn)).toEqual(['Converted at 1 USD = 7 CNY (rate), the same rate for all periods.']);
    }
  });

  test('are divided by another metric of the same subject', () => {
    const revenue = seriesOf('meta', { '2023Q1': 40, '2023Q2': 0 }, { id: 'revenue of meta', metricId: 'revenue' });
    const drawn = draw([meta, revenue, google], { seriesIds: ['meta', 'google'], relativeTo: 'revenue' });
    expect(valuesOf(drawn)).toEqual({ meta: ['2023Q1 25'] });
    expect(remarksOf(drawn).at(-1)).toBe('There is no series of “revenue” for “Google”: it is left out.');
  });

  test('keep where they came from, and say why they are none', () => {
    const drawn = draw([meta], { transform: 'qoq' });
    const plain = draw([meta], { from: '2023Q4' });
    expect(plain.columns[0].origins.map(({ at, factId }) => `${at} ${factId}`)).toEqual([
      '0 source/meta/2023Q4',
      '1 source/meta/2024Q1',
    ]);
    expect(drawn.columns[0].origins).toEqual([]);
    const { inputs, inputPeriods } = drawnInputs(specOf([meta], { transform: 'qoq' }), inputsOf([meta]));
    expect(inputs[0].origins).toHaveLength(5);
    expect(inputPeriods[0]).toBe('2023Q1');
  });
});

describe('a range lies in the chart over all there is, which is panned,', () => {
  const lines = [google, amazon, seriesOf('short', { '2023Q3': 7, '2023Q4': 0, '2024Q1': 9 })];
  const RANGES: [string, Given[], Partial<ChartSpec>][] = [
    ...TRANSFORMS.filter((each) => isTransformOf(each, 'quarter')).map(
      (transform) => [transform, lines, { transform }] as [string, Given[], Partial<ChartSpec>],
    ),
    ['index of a chosen period', lines, { transform: 'index', basePeriod: '2023Q2' }],
    ['index of fiscal quarters', [microsoft], { transform: 'index', calendar: 'fiscal' }],
    ['index of fiscal years', [microsoft], { transform: 'index', calendar: 'fiscal', grain: 'year' }],
    ['index of days', [chatgpt], { transform: 'index' }],
    ['average of days', [chatgpt], { withAverage: true }],
    ['ma7', [chatgpt], { transform: 'ma7' }],
    ['wow', [chatgpt], { transform: 'wow' }],
    ['a ratio', [meta, seriesOf('meta', YEAR, { id: 'sales', metricId: 'revenue' })], { relativeTo: 'revenue' }],
  ];
  test.each(RANGES)('with the same values: %s', (_, given, spec) => {
    const { periods } = draw(given, spec);
    for (const from of ['', ...periods]) {
      for (const to of ['', ...periods].filter((last) => last === '' || last >= from)) {
        const asked = specOf(given, { ...spec, from, to });
        const calculation = calculate(withoutRange(asked), inputsOf(given));
        const range = draw(given, asked);
        expect(drawnOver(calculation, { from, to }), `${from}–${to}`).toEqual(range);
        if (range.refusals.length > 0) continue;
        const whole = drawnOver(calculation, { from: '', to: '' });
        const first = whole.periods.indexOf(range.periods[0]);
        const within = whole.columns.map(({ values }) => values.slice(first, first + range.periods.length));
        expect(within, `${from}–${to}`).toEqual(range.columns.map(({ values }) => values));
      }
    }
  });
});

describe('remarks', () => {
  const REMARKS: [string, Given[], Partial<ChartSpec>, RegExp][] = [
    [
      'compared definitions',
      [meta, google],
      {},
      /Definitions differ.*Meta: incl\. finance leases; Google: purchases of P&E/,
    ],
    [
      'added definitions, where that was allowed',
      [meta, google],
      { kind: 'stacked-bars', isMixAllowed: true },
      /added up as the user asked: Meta/,
    ],
    [
      'vendors',
      [seriesOf('a', YEAR, { vendor: 'X' }), seriesOf('a', YEAR, { id: 'a2', vendor: 'Y' })],
      {},
      /different vendors.*A \(X\): X; A \(Y\): Y/,
    ],
    ['made-up data', [seriesOf('a', YEAR, { origin: 'demonstration' })], {}, /^Demonstration data, not real/],
    ['fiscal quarters', [microsoft], { calendar: 'fiscal' }, /ends in month 6: its FY24Q2 is calendar 2023Q4/],
    [
      'fiscal years',
      [seriesOf('microsoft', { '2022Q3': 1, '2022Q4': 2, '2023Q1': 3, '2023Q2': 4 }, { fiscalYearEnd: 6 })],
      { calendar: 'fiscal', grain: 'year' },
      /ends in month 6: its FY23Q4 is calendar 2023Q2/,
    ],
    ['sums', [meta], { grain: 'year' }, /by year are sums of those by quarter/],
    ['shares', [google, amazon], { transform: 'share' }, /the total of the 2 shown/],
    ['a day of knowledge', [meta], { asKnownOn: '2024-01-31' }, /as known on 2024-01-31/],
  ];
  test.each(REMARKS)('%s', (_, given, spec, expected) => {
    expect(remarksOf(draw(given, spec)).join(' ')).toMatch(expected);
  });

  test('there are none where nothing needs one', () => {
    expect(remarksOf(draw([google, amazon]))).toEqual([]);
  });
});

describe('beside the lines', () => {
  const bound = factOf('001/chatgpt', {
    subjectId: 'chatgpt',
    metricId: 'downloads',
    setting: 'daily, peak of the week',
    value: 0.007,
    unit: '万time',
    qualifier: '>',
    date: '2024-07-19/2024-07-25',
  });
  const BOUNDS: [string, Partial<ChartSpec>, Partial<typeof bound>, string[]][] = [
    ['over the days of its week that are shown', {}, {}, ['> 70 4–9']],
    ['not of another grain', { grain: 'week' }, {}, []],
    ['not beside changes', { transform: 'wow' }, {}, []],
    ['not of figures that are no bound', {}, { qualifier: '=' }, []],
    ['not of those out of use', {}, { isRetired: true }, []],
    ['not of those passed over', {}, { conflict: 'passed-over' }, []],
    ['not of a month’s total', {}, { setting: 'monthly' }, []],
    ['not outside of the range', { to: '2024-07-18' }, {}, []],
  ];
  test.each(BOUNDS)('bounds: %s', (_, spec, more, expected) => {
    const { bounds } = draw([chatgpt], { withBounds: true, ...spec }, { facts: [{ ...bound, ...more }] });
    expect(bounds.map(({ qualifier, value, first, last }) => `${qualifier} ${value} ${first}–${last}`)).toEqual(
      expected,
    );
  });

  const ofYear = [guidanceOf('meta', '≥', 300), guidanceOf('meta', '≤', 370)];
  const ofQuarter = [guidanceOf('meta', '≥', 90, '2024Q2')];
  const WHOLE = ['Meta guidance: USD 30bn–37bn.'];
  const BANDS: [string, Partial<ChartSpec>, FactView[], bands: string[], said: string[]][] = [
    [
      'the average of its quarters',
      {},
      ofYear,
      ['2024Q1–2024Q4 7500–9250'],
      ['Guidance is for the year and drawn as the average of its quarters: Meta guidance: USD 30bn–37bn.'],
    ],
    ['whole at the end of the twelve months', { transform: 'ttm' }, ofYear, ['2024Q4–2024Q4 30000–37000'], WHOLE],
    ['whole of the year', { grain: 'year' }, ofYear, ['2024–2024 30000–37000'], WHOLE],
    ['not beside changes', { transform: 'yoy' }, ofYear, [], []],
    ['of a quarter as it is', {}, ofQuarter, ['2024Q2–2024Q2 9000–null'], ['Meta guidance: USD ≥9bn.']],
    ['of a quarter not beside twelve months', { transform: 'ttm' }, ofQuarter, [], []],
    ['of a quarter not beside years', { grain: 'year' }, ofQuarter, [], []],
  ];
  test.each(BANDS)('guidance: %s', (_, spec, facts, expected, said) => {
    const drawn = draw([meta], { withGuidance: true, ...spec }, { facts });
    const { bands, periods } = drawn;
    expect(bands.map(({ first, last, low, high }) => `${periods[first]}–${periods[last]} ${low}–${high}`)).toEqual(
      expected,
    );
    expect(remarksOf(drawn).filter((remark) => remark.includes('uidance'))).toEqual(said);
  });

  test('events of what is drawn, of its maker, and the user’s own', () => {
    const entities = [
      { ...entityOf('chatgpt'), organisationId: 'openai' },
      { ...entityOf('gpt-4o'), organisationId: 'openai' },
      entityOf('kimi'),
    ];
    const event = (id: string, subjectId: string, date = '2024-07-18'): ChartEvent => ({
      ...PLAIN_EVENT,
      id,
      origin: 'own',
      date,
      title: { zh: id, en: id },
      subjectId,
      factId: null,
    });
    const events = [
      event('model', 'gpt-4o'),
      event('other', 'kimi'),
      event('mine', '', '2024-07-16'),
      event('before', '', '2020-01-01'),
    ];
    const drawn = draw([chatgpt], { withEvents: true }, { events, entities });
    expect(drawn.events.map(({ eventId, at }) => `${eventId} ${at}`)).toEqual(['mine 1', 'model 3']);
  });

  const byMethod = (id: string, definition: string, figures: Record<string, number>, vendor = 'Qimai') =>
    seriesOf('kimi', figures, { id, definition, vendor });
  const BREAKS: [string, ReturnType<typeof byMethod>[], string[]][] = [
    [
      'where a vendor goes on by another one',
      [byMethod('old', 'panel', { '2023Q1': 1, '2023Q2': 1 }), byMethod('new', 'model', { '2023Q3': 2, '2023Q4': 2 })],
      ['2023Q3 Method change: Kimi (Qimai), panel → model'],
    ],
    [
      'also where both are given for a time',
      [byMethod('new', 'model', { '2023Q2': 2, '2023Q3': 2 }), byMethod('old', '', { '2023Q1': 1, '2023Q2': 1 })],
      ['2023Q2 Method change: Kimi (Qimai), no definition given → model'],
    ],
    [
      'not where both go on',
      [byMethod('one', 'panel', { '2023Q1': 1, '2023Q3': 1 }), byMethod('two', 'model', { '2023Q2': 2, '2023Q3': 2 })],
      [],
    ],
    [
      'not from one vendor to another',
      [byMethod('one', 'panel', { '2023Q1': 1 }), byMethod('two', 'model', { '2023Q2': 2 }, 'Diandian')],
      [],
    ],
  ];
  test.each(BREAKS)('changes of method, whether or not events are shown: %s', (_, given, expected) => {
    const { events, periods } = draw(given, { withEvents: false });
    expect(events.map(({ at, title }) => `${periods[at]} ${title.en}`)).toEqual(expected);
  });

  test('what a report states bears the name of its app, not of the vendor that it stands by', () => {
    const vendors = [
      chatgpt,
      seriesOf('chatgpt', chatgpt.figures, { ...chatgpt.series, id: 'other', vendor: 'Qimai' }),
    ];
    const { bounds } = draw(vendors, { withBounds: true }, { facts: [bound] });
    expect(bounds.map(({ name }) => name.en)).toEqual(['Chatgpt']);
  });

  test('the highest value of each line', () => {
    expect(draw([chatgpt], { withPeaks: true, to: '2024-07-23' }).peaks).toEqual([
      { columnKey: 'chatgpt', at: 7, value: 80 },
    ]);
  });
});

describe('panels', () => {
  const abroad = seriesOf('chatgpt', daysOf('2024-07-15', [1, 2]), apps({ market: 'overseas' }));
  const home = seriesOf('doubao', daysOf('2024-07-15', [3, 4]), apps({ market: '中国' }));
  const PANELS: [string, Partial<ChartSpec>, string[], number[]][] = [
    ['one for each subject', { kind: 'small-multiples' }, ['Chatgpt', 'Doubao'], [0, 1]],
    ['one for each market', { kind: 'small-multiples', panelBy: 'market' }, ['Overseas', 'China'], [0, 1]],
    ['a single one', { panelBy: 'market' }, [''], [0, 0]],
  ];
  test.each(PANELS)('%s', (_, spec, titles, of) => {
    const drawn: Drawn = draw([abroad, home], spec);
    expect(drawn.panels.map(({ en }) => en)).toEqual(titles);
    expect(drawn.columns.map(({ panel }) => panel)).toEqual(of);
  });
});
