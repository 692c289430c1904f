/** What a chart becomes: an option of ECharts, a table, CSV. All show the same numbers. */
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { axisScale } from '../../../shared/charts/axis-scale.ts';
import { lanesOf, ticksOf } from '../../../shared/charts/chart-layout.ts';
import {
  type ChartLook,
  type ChartOption,
  chartOption,
  drawingOf,
  windowOption,
} from '../../../shared/charts/chart-option.ts';
import { chartCsv, chartFileTitle, chartTable } from '../../../shared/charts/chart-table.ts';
import { colourOf, PRINT_THEME } from '../../../shared/charts/chart-theme.ts';
import { shortened, textWidth, wrapped } from '../../../shared/charts/chart-words.ts';
import type { Drawn } from '../../../shared/charts/drawn.ts';
import { figureOption } from '../../../shared/charts/figure-option.ts';
import { ordinalOf } from '../../../shared/periods.ts';
import { type ChartEvent, PLAIN_EVENT } from '../../../shared/series.ts';
import { daysOf, draw, entityOf, factOf, guidanceOf, seriesOf } from './chart-fixture.ts';

type Entry = { id: string; type: string; color: string; data: Float64Array; stack?: string; endLabel?: object };

type Area = { data: { coord: [number, number] }[][]; z: number; label: { show: boolean } };

type Labelled = { label: { offset: [number, number] } };

const QUARTERS = { '2023Q1': 12_000, '2023Q2': 18_000, '2023Q4': 24_000 };
const meta = seriesOf('meta', QUARTERS);
const google = seriesOf('google', QUARTERS);

describe('option', () => {
  test('has the columns first, in the unit of the axis, gaps as gaps', () => {
    const option = optionOf(draw([meta, google]));
    const gap = [Number.NaN, Number.NaN];
    expect(
      seriesIn(option)
        .slice(0, 2)
        .map(({ id, data }) => [id, [...data]]),
    ).toEqual([
      ['meta', [0, 12, 1, 18, ...gap, 3, 24]],
      ['google', [0, 12, 1, 18, ...gap, 3, 24]],
    ]);
    expect(JSON.stringify(option.yAxis)).toContain('"name":"USD bn"');
  });

  test('bars begin at zero, and stand on each other only where they are stacked', () => {
    const option = (kind: 'grouped-bars' | 'stacked-bars') =>
      optionOf(draw([meta, google], { kind, transform: 'none' }));
    expect(seriesIn(option('stacked-bars')).map(({ type, stack }) => `${type} ${stack}`)).toEqual([
      'bar value',
      'bar value',
    ]);
    expect(seriesIn(option('grouped-bars'))[0].stack).toBeUndefined();
    expect(JSON.stringify(optionOf(draw([meta], { kind: 'grouped-bars', transform: 'index' })).yAxis)).not.toContain(
      '"scale":true',
    );
  });

  test('lines of one colour differ in the legend as they do in the chart', () => {
    const lines = ['meta', 'chatgpt', 'google', 'amazon', 'kimi'].map((id) => seriesOf(id, { '2023Q1': 1 }));
    const icon = expect.stringMatching(/^path:/);
    const data = ['Meta', { name: 'Chatgpt', icon }, 'Google', 'Amazon', 'Kimi'];
    expect(optionOf(draw(lines)).legend).toMatchObject({ data });
    expect(optionOf(draw(lines, { kind: 'grouped-bars' })).legend).toMatchObject({ icon: 'rect' });
  });

  test('up to four lines bear their names, more have a legend', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'].map((id) => seriesOf(id, QUARTERS));
    const four = optionOf(draw(lines.slice(0, 4)));
    expect(four.legend).toBeUndefined();
    expect(seriesIn(four).every(({ endLabel }) => endLabel !== undefined)).toBe(true);
    expect(optionOf(draw(lines)).legend).toMatchObject({ data: ['A', 'B', 'C', 'D', 'E'] });
  });

  test('one subject alone has a colour for each of its series, and its own one beside others', () => {
    const colours = (given: ReturnType<typeof seriesOf>[]) =>
      new Set(seriesIn(optionOf(draw(given))).map(({ color }) => color));
    const vendors = ['Qimai', 'Diandian', 'Sensor Tower'].map((vendor) =>
      seriesOf('kimi', QUARTERS, { id: vendor, vendor }),
    );
    expect(colours(vendors).size).toBe(3);
    expect(colours([...vendors, meta])).toEqual(
      new Set([colourOf('kimi'), colourOf('meta')].map((colour) => PRINT_THEME.series[colour])),
    );
  });

  test('events above the chart take no more room than their words need beside the unit', () => {
    const event: ChartEvent = {
      ...PLAIN_EVENT,
      id: 'one',
      origin: 'own',
      date: '2024-01-04',
      title: { zh: '', en: 'Release' },
      subjectId: '',
      factId: null,
    };
    const days = seriesOf('a', daysOf('2024-01-01', [1, 2, 3, 4, 5, 6]), { grain: 'day' });
    const top = (events: ChartEvent[]) =>
      JSON.parse(JSON.stringify(optionOf(draw([days], { withEvents: true }, { events })).grid))[0].top;
    expect(top([event]) - top([])).toBeLessThan(4);
  });

  const days = daysOf(
    '2010-01-01',
    Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 1000),
  );
  const LONG: [string, Partial<ChartLook>, number][] = [
    ['on screen to pixels', {}, 3 * 800],
    ['in print to dots', { isPrinted: true }, 9 * 800],
  ];
  test.each(LONG)('long lines are thinned out %s', (_, look, most) => {
    const [{ data }] = seriesIn(optionOf(draw([seriesOf('a', days, { grain: 'day' })]), look));
    expect(data.length / 2).toBeLessThanOrEqual(most);
    expect(data.length / 2).toBeGreaterThan(most / 3);
  });

  test('a window shows its own periods and nothing else', () => {
    const own = { origin: 'own' as const, subjectId: '', factId: null, title: { zh: '', en: 'Release' } };
    const event = { ...own, endDate: '', time: '', endTime: '', note: '', securityId: '' };
    const events = ['2010-01-03', '2010-02-03'].map((date) => ({ ...event, id: date, date }));
    const drawn = draw([seriesOf('a', days, { grain: 'day' })], { withEvents: true }, { events });
    const drawing = drawingOf(drawn, { theme: PRINT_THEME, size: { width: 800, height: 400 } });
    const option = windowOption(drawing, { start: 1, end: 3 });
    const [line, marks] = seriesIn(option);
    expect([...line.data]).toEqual([1, 7919 % 1000, 2, 15_838 % 1000, 3, 23_757 % 1000]);
    expect(option.xAxis).toMatchObject([{ min: 1, max: 3 }]);
    expect(marks.data).toMatchObject([{ value: [2, 1] }]);
  });

  const BANDS: [string, Partial<ChartSpec>, area: number[], isOver: boolean, label: boolean][] = [
    ['whole periods before bars, without words', { kind: 'grouped-bars' }, [3.5, 7.5], true, false],
    ['one year before bars', { kind: 'grouped-bars', grain: 'year' }, [0.5, 1.5], true, false],
    ['behind lines, with words', { kind: 'lines', to: '2024Q4' }, [3.5, 7], false, true],
    [
      'the end of twelve months behind lines',
      { kind: 'lines', transform: 'ttm', from: '2024Q3' },
      [0.5, 1.5],
      false,
      true,
    ],
  ];
  test.each(BANDS)('guidance covers %s', (_, spec, [left, right], isOver, label) => {
    const facts = [guidanceOf('meta', '≥', 300), guidanceOf('meta', '≤', 370)];
    const years = Object.fromEntries([2023, 2024].flatMap((of) => [1, 2, 3, 4].map((at) => [`${of}Q${at}`, 1])));
    const whole = seriesOf('meta', { ...years, '2025Q1': 1 });
    const drawn = draw([whole], { withGuidance: true, ...spec }, { facts });
    const [bar, band] = seriesIn(optionOf(drawn)) as unknown as { z?: number; markArea: Area }[];
    const { data, z, label: words } = band.markArea;
    expect(data.map(([from, to]) => [from.coord[0], to.coord[0]])).toEqual([[left, right]]);
    expect(z > (bar.z ?? 2)).toBe(isOver);
    expect(words.show).toBe(label);
  });

  test('words of nearly equal bounds stand under each other, those far from each other where they are', () => {
    const values = { doubao: 110, qwen: 30, gemini: 28, kimi: 27.9, claude: 0.1 };
    const given = Object.entries(values).map(([id, value]) =>
      seriesOf(id, daysOf('2024-07-01', [value * 1e4, value * 1e4]), {
        metricId: 'downloads',
        unit: 'time',
        grain: 'day',
      }),
    );
    const facts = Object.entries(values).map(([subjectId, value]) =>
      factOf(subjectId, {
        subjectId,
        metricId: 'downloads',
        value,
        unit: '万time',
        qualifier: subjectId === 'claude' ? '<' : '>',
        date: '2024-07-01',
      }),
    );
    const option = optionOf(draw(given, { withBounds: true }, { facts }));
    const [bounds] = seriesIn(option).filter(({ id }) => id.startsWith('bounds')) as unknown as { data: Labelled[] }[];
    const [doubao, qwen, gemini, kimi, claude] = bounds.data.map(({ label }) => label.offset[1]);
    expect([doubao, qwen]).toEqual([-4, -4]);
    // Over the axis and not on its labels.
    expect(claude).toBeLessThan(0);
    expect([gemini - qwen > 5, gemini - qwen < 15, kimi - gemini > 10, kimi - gemini < 16]).toEqual(
      Array(4).fill(true),
    );
  });

  test('a logarithmic axis leaves out what it has no place for', () => {
    const drawn = draw([seriesOf('a', { '2023Q1': 0, '2023Q2': 1 })], { isLogarithmic: true });
    expect([...seriesIn(optionOf(drawn))[0].data]).toEqual([1, 1]);
    expect(drawn.remarks.map(({ said }) => said.params)).toEqual([{ count: 1 }]);
  });

  test('a figure has its number, title, notes and source', () => {
    const figure = {
      number: 'Figure 7',
      title: { zh: '', en: 'Capex' },
      source: { zh: '', en: 'Filings' },
      widthCm: 12,
      heightCm: 8,
    };
    const texts = JSON.stringify(figureOption(draw([meta], { figure, asKnownOn: '2024-01-01' })).graphic);
    for (const text of ['Figure 7: Capex', 'Note: Figures as known on 2024-01-01.', 'Source: Filings'])
      expect(texts).toContain(text);
  });

  test('a subject has one colour in every chart', () => {
    const colours = (subjects: string[]) =>
      seriesIn(optionOf(draw(subjects.map((id) => seriesOf(id, QUARTERS))))).map(
        (entry) => JSON.stringify(entry).match(/"color":"(#\w+)"/)?.[1],
      );
    expect(colours(['google'])[0]).toBe(colours(['meta', 'google', 'amazon'])[1]);
    expect(new Set(['meta', 'microsoft', 'google', 'amazon'].map(colourOf)).size).toBe(4);
    expect(new Set(['doubao', 'kimi', 'qwen', 'ernie-bot', 'spark'].map(colourOf)).size).toBe(5);
  });
});

describe('axis', () => {
  const SCALES: [number, string, 'zh' | 'en', string, number][] = [
    [743_000, 'time', 'zh', '万次', 1e4],
    [743_000, 'time', 'en', 'thousand', 1e3],
    [7_665, '百万USD', 'zh', '亿美元', 100],
    [7_665, '百万USD', 'en', 'USD bn', 1000],
    [12, '%', 'zh', '%', 1],
    [140, '', 'zh', '', 1],
  ];
  test.each(SCALES)('%d %s in %s counts in %s', (highest, unit, language, label, divisor) => {
    expect(axisScale(highest, unit, language)).toEqual({ label, divisor });
  });

  const FIRST = ordinalOf('day', '2024-05-15');
  const TICKS: [Parameters<typeof ticksOf>, string[]][] = [
    [
      ['day', FIRST, FIRST + 119, 600, 12],
      ['2024-06', '2024-07', '2024-08', '2024-09'],
    ],
    [
      ['day', FIRST, FIRST + 6, 250, 12],
      ['2024-05-15', '2024-05-18', '2024-05-21'],
    ],
    [
      ['day', FIRST - 100_000, FIRST, 300, 12],
      ['1760-01', '1780-01', '1800-01'],
    ],
    [
      ['month', 24_000, 24_100, 400, 12],
      ['2000-01', '2002-01', '2004-01'],
    ],
    [
      ['quarter', 8000, 8005, 800, 12],
      ['2000Q1', '2000Q2', '2000Q3'],
    ],
  ];
  test.each(TICKS)('%j has labels from %j on', (asked, labels) => {
    expect(
      ticksOf(...asked)
        .slice(0, labels.length)
        .map(({ label }) => label),
    ).toEqual(labels);
  });

  test('texts above the chart have rows so that none covers another', () => {
    expect(
      lanesOf(
        [
          { x: 0, width: 50 },
          { x: 10, width: 50 },
          { x: 20, width: 9 },
          { x: 55, width: 9 },
        ],
        2,
      ),
    ).toEqual([0, 1, -1, 0]);
  });

  test('texts fit their width, and no line begins with a full stop', () => {
    expect(textWidth(shortened('大模型价格变动公告', 10, 50), 10)).toBeLessThanOrEqual(50);
    for (const line of wrapped('全年指引，按季度平均。并非各季指引。', 10, 70)) expect(line).not.toMatch(/^[，。]/);
  });
});

describe('table and CSV', () => {
  const figure = {
    number: '图 7',
    title: { zh: '下载量', en: '' },
    source: { zh: '', en: '' },
    widthCm: 16,
    heightCm: 8,
  };

  test('show exactly what is drawn', () => {
    for (const transform of ['none', 'qoq', 'index'] as const) {
      const drawn = draw([meta, google], { transform });
      const { rows, columns } = chartTable(drawn);
      expect(rows.map(([period]) => period.value)).toEqual(drawn.periods);
      for (const [at, { values }] of drawn.columns.entries()) {
        expect(rows.map((cells) => cells[at + 1].value)).toEqual(values);
      }
      expect(columns).toHaveLength(3);
    }
  });

  test('hold the facts of figures, and say why there is none', () => {
    const [first, , gap] = chartTable(draw([meta])).rows;
    expect(first[1]).toMatchObject({ value: 12_000, factId: 'source/meta/2023Q1' });
    expect(gap[1]).toMatchObject({ value: null, factId: null });
    expect(chartTable(draw([meta], { transform: 'qoq' })).rows.map((cells) => cells[1].remark)).toEqual(['']);
    const whole = seriesOf('amazon', { '2023Q1': 1, '2023Q2': 2, '2023Q3': 3, '2023Q4': 4 });
    const beside = chartTable(draw([meta, whole], { transform: 'qoq' })).rows;
    expect(beside.map((cells) => [cells[0].value, cells[1].remark])).toContainEqual([
      '2023Q4',
      'a figure that it needs is missing',
    ]);
  });

  test('hold guidance over its periods, each end with its fact', () => {
    const facts = [guidanceOf('meta', '≥', 300), guidanceOf('meta', '≤', 370)];
    const { columns, rows } = chartTable(draw([meta], { withGuidance: true, from: '2023Q4' }, { facts }));
    expect(columns.map(({ heading, unit }) => `${heading} ${unit}`.trim())).toEqual([
      'Period',
      'Meta 百万USD',
      'Meta guidance, low 百万USD',
      'Meta guidance, high 百万USD',
    ]);
    expect(rows.slice(0, 2).map((cells) => cells.map(({ value }) => value))).toEqual([
      ['2023Q4', 24_000, null, null],
      ['2024Q1', null, 7500, 9250],
    ]);
    expect(rows[1].map(({ factId }) => factId)).toEqual([null, null, '2024/≥', '2024/≤']);
  });

  test('name the period that is compared with', () => {
    const table = chartTable(
      draw([meta], { from: '2023Q2', to: '2023Q2', comparedTo: { from: '2023Q1', to: '2023Q1' } }),
    );
    expect(table.rows.map((cells) => cells.map(({ value }) => value))).toEqual([['2023Q2', '2023Q1', 18_000, 12_000]]);
  });

  test('made-up data is marked in title, headings and file', () => {
    const drawn = draw([seriesOf('a', QUARTERS, { origin: 'demonstration' })], { figure, language: 'zh' });
    const table = chartTable(drawn);
    expect(table.title.zh).toBe('图 7：下载量（演示数据，非真实）');
    expect(table.columns[0].heading).toBe('期间（演示数据，非真实）');
    expect(chartCsv(drawn)).toContain('资料来源：演示数据，非真实');
    expect(JSON.stringify(figureOption(drawn).graphic)).toContain('演示数据，非真实');
    expect(chartFileTitle(drawn)).toEqual({
      zh: '演示数据，非真实 图 7 下载量',
      en: 'Demonstration data, not real 图 7 下载量',
    });
    expect(chartFileTitle({ ...drawn, isDemonstration: false }).zh).toBe('图 7 下载量');
  });

  test('headings of counts are in the reader’s words', () => {
    const apps = seriesOf('kimi', QUARTERS, { unit: '万time' });
    const headings = (['zh', 'en'] as const).map((language) => chartCsv(draw([apps], { language })).split('\r\n')[0]);
    expect(headings).toEqual(['\ufeff期间,Kimi (万次)', '\ufeffPeriod,Kimi (万)']);
  });

  test('no cell of a file can start a formula', () => {
    const evil = '=HYPERLINK("x")';
    const entities = [{ ...entityOf('a'), name: { zh: evil, en: evil } }];
    const drawn = draw(
      [seriesOf('a', { '2023Q1': -5 })],
      { figure: { ...figure, number: '@SUM', title: { zh: '', en: '' } } },
      { entities, sources: ['+1', '-1'] },
    );
    const csv = chartCsv(drawn);
    expect(csv.split('\r\n')[0]).toBe(`\ufeff"'@SUM"`);
    expect(csv).toContain(`"'=HYPERLINK(""x"") (百万USD)"`);
    expect(csv).toContain('2023Q1,-5\r\n');
  });
});

function optionOf(drawn: Drawn, look: Partial<ChartLook> = {}): ChartOption {
  return chartOption(drawn, { theme: PRINT_THEME, size: { width: 800, height: 400 }, ...look });
}

function seriesIn(option: ChartOption): Entry[] {
  return option.series as Entry[];
}
