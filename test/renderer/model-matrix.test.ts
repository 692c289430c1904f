/** The guard of comparisons, size classes, columns, the address, and the cheapest model: values in, values out. */
import { describe, expect, test } from 'vitest';
import { decimalsOf, scoreText } from '../../renderer/features/models/cell-text.ts';
import { columnsOf, type KnownModels, presetsOf } from '../../renderer/features/models/columns.ts';
import { comparedScores, type MatrixRow, matrixOf, settingDifference } from '../../renderer/features/models/matrix.ts';
import { AT_START, type ModelsQuery, parseQuery, printQuery } from '../../renderer/features/models/models-query.ts';
import { currentPrices, findCheapest } from '../../renderer/features/models/prices.ts';
import { radarAxes } from '../../renderer/features/models/radar.ts';
import { BENCHMARK, modelOf, priceOf, scoreOf, scoresOf } from './models-fixture.ts';

const MODELS = new Map(
  [modelOf('s1', 7e9), modelOf('s2', 9e9), modelOf('m1', 70e9), modelOf('l1', 405e9), modelOf('l2', null)].map(
    (model) => [model.entityId, model] as const,
  ),
);
const ALL = [...MODELS.keys()];

function rowOf(scores: string[], query: Partial<ModelsQuery> = {}, columns = ALL, benchmark = BENCHMARK): MatrixRow {
  const input = { columns, models: MODELS, benchmarks: [benchmark], scores: scoresOf(scores) };
  const [row] = matrixOf({ ...input, query: { ...AT_START, ...query } });
  return row;
}

/** `value`, `value*` where best of its class, `value (setting)` where in another one than the row's. */
function shown({ cells }: MatrixRow): Record<string, string> {
  return Object.fromEntries(
    [...cells].map(([id, { score, isBest, isOtherSetting }]) => [
      id,
      `${score.value}${isBest ? '*' : ''}${isOtherSetting ? ` (${score.setting})` : ''}`,
    ]),
  );
}

describe('a row compares one setting', () => {
  test.each<
    [what: string, scores: string[], query: Partial<ModelsQuery>, setting: string, cells: Record<string, string>]
  >([
    [
      'the most common; others are marked and are never the best',
      ['l1 88 5-shot', 'l2 85 5-shot', 'l2 95 0-shot', 's1 60 5-shot', 's2 99 0-shot'],
      {},
      '5-shot',
      { l1: '88*', l2: '85', s1: '60', s2: '99 (0-shot)' },
    ],
    [
      'the one that the user chose',
      ['l1 88 5-shot', 'l2 85 5-shot', 'l1 90 0-shot', 'l2 95 0-shot', 's1 60 5-shot'],
      { settings: { b: '0-shot' } },
      '0-shot',
      { l1: '90', l2: '95*', s1: '60 (5-shot)' },
    ],
    [
      'until the user says that all count',
      ['l1 88 5-shot', 'l2 95 0-shot', 's1 60 5-shot', 's2 99 0-shot'],
      { mixed: ['b'] },
      '5-shot',
      { l1: '88', l2: '95* (0-shot)', s1: '60', s2: '99* (0-shot)' },
    ],
    [
      'in place of it the nearest is shown',
      ['l1 88 0-shot, CoT', 's1 60 0-shot, CoT', 'l2 80 5-shot', 's1 61 5-shot', 'l2 70 0-shot, non-CoT'],
      {},
      '0-shot, CoT',
      { l1: '88', s1: '60', l2: '70 (0-shot, non-CoT)' },
    ],
    ['one that is not said is another one', ['l1 88 5-shot', 'l2 95'], {}, '5-shot', { l1: '88', l2: '95 ()' }],
    [
      'a chosen setting that nobody has is not kept',
      ['l1 88 5-shot'],
      { settings: { b: 'x' } },
      '5-shot',
      { l1: '88' },
    ],
    [
      'the best is of a size class, where there are two; a tie is two',
      ['s1 60', 's2 60', 'm1 70', 'l1 88', 'l2 89'],
      {},
      '',
      { s1: '60*', s2: '60*', m1: '70', l1: '88', l2: '89*' },
    ],
    [
      'classes follow the bounds and what the user says',
      ['s1 60', 's2 61', 'm1 70', 'l1 88', 'l2 89'],
      { bounds: [8, 500], classes: { l2: 0 } },
      '',
      { s1: '60', s2: '61', m1: '70', l1: '88*', l2: '89*' },
    ],
    ['a bound is not ranked', ['l1 >88', 'l2 85', 'm1 1'], {}, '', { l1: '88', l2: '85', m1: '1' }],
  ])('%s', (_, scores, query, setting, cells) => {
    const row = rowOf(scores, query);
    expect(row.setting).toBe(setting);
    expect(shown(row)).toEqual(cells);
  });

  test('where lower is better, the lowest is the best; without a direction none is', () => {
    const scores = ['l1 88', 'l2 85'];
    expect(shown(rowOf(scores, {}, ALL, { ...BENCHMARK, better: 'lower' }))).toEqual({ l1: '88', l2: '85*' });
    expect(shown(rowOf(scores, {}, ALL, { ...BENCHMARK, better: '' }))).toEqual({ l1: '88', l2: '85' });
  });

  test('what was passed over in a conflict is not shown, in whatever setting', () => {
    const scores = [
      scoreOf('l1 74 0-shot', { conflict: 'passed-over' }),
      scoreOf('l1 74 5-shot', { conflict: 'chosen' }),
      scoreOf('l2 70 0-shot'),
    ];
    const [row] = matrixOf({ columns: ALL, models: MODELS, benchmarks: [BENCHMARK], scores, query: AT_START });
    expect(row.settings).toEqual([
      { setting: '5-shot', count: 1 },
      { setting: '0-shot', count: 1 },
    ]);
    expect(row.cells.get('l1')?.elsewhere).toEqual([]);
  });

  test('a cell says how many others agree and disagree, and where else there are scores', () => {
    const scores = [
      scoreOf('l1 88 5-shot'),
      scoreOf('l1 88 5-shot', { standing: 'agrees' }),
      scoreOf('l1 70 5-shot', { standing: 'disagrees' }),
      scoreOf('l1 90 0-shot'),
    ];
    const [row] = matrixOf({ columns: ['l1'], models: MODELS, benchmarks: [BENCHMARK], scores, query: AT_START });
    expect(row.cells.get('l1')).toMatchObject({ agreeing: 1, disagreeing: 1, elsewhere: ['0-shot'] });
  });

  test.each([
    ['0-shot, CoT', '8-shot, CoT', '0-shot'],
    ['0-shot, non-CoT', '0-shot, CoT', 'non-CoT'],
    ['5-shot', '', '5-shot'],
    ['', '5-shot', ''],
    ['5-shot', '5-shot, CoT', '5-shot'],
  ])('%j differs from %j by %j', (setting, ofRow, expected) => {
    expect(settingDifference(setting, ofRow)).toBe(expected);
  });

  test('charts compare what the row compares', () => {
    const scores = ['l1 88 5-shot', 'l2 95 0-shot', 's1 60 5-shot'];
    expect([...comparedScores(rowOf(scores)).keys()]).toEqual(['s1', 'l1']);
    expect([...comparedScores(rowOf(scores, { mixed: ['b'] })).keys()]).toEqual(['s1', 'l1', 'l2']);
  });
});

describe('numbers', () => {
  test.each<[scores: string[], texts: string[]]>([
    [
      ['l1 88.6', 'l2 89'],
      ['88.6', '89.0'],
    ],
    [
      ['l1 88', 'l2 89'],
      ['88', '89'],
    ],
    [
      ['s1 90.2', 's2 89', 'm1 70.1', 'l1 57.88', 'l2 1.5'],
      ['90.2', '89.0', '70.1', '57.88', '1.5'],
    ],
    [
      ['l1 ≈100', 'l2 >9.5'],
      ['≈100.0', '>9.5'],
    ],
  ])('%j are shown as %j', (scores, texts) => {
    const row = rowOf(scores);
    expect([...row.cells.values()].map(({ score }) => scoreText(score, decimalsOf(row)))).toEqual(texts);
  });
});

test('a radar has the benchmarks in percent in which every model has a score in the row’s setting', () => {
  const complete = rowOf(['l1 88 5-shot', 'l2 85 5-shot']);
  const lacking = rowOf(['l1 88 5-shot']);
  const mixed = rowOf(['l1 88 5-shot', 'l2 85 0-shot', 's1 1 5-shot'], { mixed: ['b'] });
  const elo = rowOf(['l1 1200', 'l2 1100'], {}, ALL, { ...BENCHMARK, unit: '' });
  expect(radarAxes([complete, lacking, mixed, elo], ['l1', 'l2'])).toEqual({
    axes: [complete],
    leftOut: [lacking, mixed, elo],
  });
});

describe('columns', () => {
  const known: KnownModels = {
    models: new Map(
      [
        modelOf('a', 8e9, { organisationId: 'meta', openness: 'open', released: '2024-07-23' }),
        modelOf('b', 405e9, { organisationId: 'meta', openness: 'open', released: '2024' }),
        modelOf('c', null, { organisationId: 'openai', openness: 'closed', released: '2023-03' }),
        modelOf('d', 70e9),
      ].map((model) => [model.entityId, model] as const),
    ),
    scored: ['c', 'a', 'b', 'd'],
    presets: [
      { exhibitId: '000/图1', models: ['b', 'c'], scoreCount: 40 },
      { exhibitId: '001/图2', models: ['a', 'c'], scoreCount: 20 },
    ],
    namesOf: (id) => (id === 'c' ? 'c\ngpt-4 omni\nopenai' : id),
  };
  test.each<[query: Partial<ModelsQuery>, expected: string]>([
    [{}, 'exhibit b c'],
    [{ exhibit: '001/图2' }, 'exhibit a c'],
    [{ exhibit: 'all' }, 'all c a b d'],
    [{ models: ['d', 'gone', 'a'] }, 'chosen d a'],
    [{ models: [] }, 'chosen '],
    [{ organisations: ['meta'] }, 'all a b'],
    [{ organisations: ['meta'], exhibit: '001/图2' }, 'exhibit a'],
    [{ sizes: [0, 1] }, 'all a d'],
    [{ sizes: [2] }, 'all c b'],
    [{ sizes: [2], classes: { d: 2 } }, 'all c b d'],
    [{ openness: 'closed' }, 'all c'],
    [{ from: '2024-01' }, 'all a b'],
    [{ from: '2024-08' }, 'all b'],
    [{ to: '2023' }, 'all c'],
    [{ text: 'Omni gpt' }, 'all c'],
  ])('%j gives %j', (query, expected) => {
    const { kind, shown: ids } = columnsOf({ ...AT_START, ...query }, known);
    expect(`${kind} ${ids.join(' ')}`).toBe(expected);
  });

  test('exhibits that compare are offered, those with most scores first', () => {
    const scores = (place: string, count: number, models: number) =>
      Array.from({ length: count }, (_, at) => scoreOf(`m${at % models} ${at}`, { place }));
    const presets = presetsOf([
      ...scores('r/small', 8, 4),
      ...scores('r/pair', 20, 2),
      ...scores('r/some', 9, 3),
      ...scores('r/many', 30, 5),
    ]);
    expect(presets.map(({ exhibitId, models, scoreCount }) => [exhibitId, models.length, scoreCount])).toEqual([
      ['r/many', 5, 30],
      ['r/some', 3, 9],
    ]);
  });
});

describe('the address', () => {
  test.each<[Partial<ModelsQuery>, string]>([
    [{}, ''],
    [{ models: ['gpt-4o', 'llama-3.1-8b'], exhibit: '' }, 'models=gpt-4o,llama-3.1-8b'],
    [{ models: [] }, 'models='],
    [{ exhibit: '000/图1' }, 'exhibit=000/%E5%9B%BE1'],
    [{ settings: { gsm8k: '0-shot, CoT', mmlu: '' } }, 'set=gsm8k:0-shot,+CoT&set=mmlu:'],
    [{ classes: { 'mixtral-8x22b': 1 }, bounds: [10, 80] }, 'bounds=10,80&class=mixtral-8x22b:1'],
    [
      { organisations: ['meta'], sizes: [0, 2], openness: 'open', from: '2024', to: '2024-05', text: 'a b' },
      'org=meta&size=0,2&open=open&from=2024&to=2024-05&q=a+b',
    ],
    [{ view: 'cheapest', benchmark: 'mmlu', score: '85', mix: 5 }, 'view=cheapest&on=mmlu&score=85&mix=5'],
    [{ rows: ['mmlu'], mixed: ['mmlu'], picked: [] }, 'rows=mmlu&mixed=mmlu&picked='],
  ])('keeps %j as %j', (changed, address) => {
    const query = { ...AT_START, ...changed };
    expect(printQuery(query)).toBe(address);
    expect(parseQuery(address)).toEqual(query);
  });

  test.each([
    'bounds=9',
    'bounds=x,y',
    'bounds=100,5',
    'view=pie',
    'mix=-1',
    'size=7',
    'open=maybe',
    'class=a:9',
    'set=x',
  ])('%j is not understood and left out', (address) => expect(parseQuery(address)).toEqual(AT_START));
});

describe('the cheapest model at or above a score', () => {
  const prices = currentPrices(
    [
      priceOf('cheap', 'input', 1),
      priceOf('cheap', 'output', 5),
      priceOf('dear', 'both', 20),
      priceOf('dear', 'both', 30, { date: '2023-01' }),
      priceOf('free', 'both', 0),
      priceOf('half', 'input', 1),
      priceOf('foreign', 'both', null),
      priceOf('cheap', 'input', 0.1, { isUsed: false }),
    ],
    3,
    'USD',
  );

  test('prices are the latest that are used, blended by the mix; a model with one direction has none', () => {
    expect([...prices].map(([id, { blended }]) => [id, blended])).toEqual([
      ['cheap', 2],
      ['dear', 20],
      ['free', 0],
    ]);
  });

  test.each<[least: number, better: 'higher' | 'lower', ranked: string[], below: number]>([
    [80, 'higher', ['cheap', 'dear'], 1],
    [85, 'higher', ['dear'], 2],
    [70, 'higher', ['free', 'cheap', 'dear'], 0],
    [80, 'lower', ['free', 'cheap'], 2],
  ])('%d (%s) is reached by %j', (least, better, ranked, below) => {
    const scores = scoresOf([
      'cheap 80 5-shot',
      'dear 90 5-shot',
      'free 75 5-shot',
      'half 99 0-shot',
      'none 95 5-shot',
    ]);
    const answer = findCheapest({ scores, setting: '5-shot', least, better, prices });
    expect(answer.ranked.map(({ modelId }) => modelId)).toEqual(ranked);
    expect(answer.withoutPrice).toEqual(better === 'higher' ? ['none'] : []);
    expect(answer.otherSetting).toEqual([{ modelId: 'half', settings: ['0-shot'] }]);
    expect(answer.below).toBe(below);
  });
});
