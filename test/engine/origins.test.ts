/** What a cell was computed from in the end: its inputs and facts, by however many steps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import type { CellAddress } from '../../shared/values.ts';
import { documentOf, type LineSpec } from './sheet-of.ts';

const shown = ({ lineId, scenarioId, period }: CellAddress) => `${lineId} ${scenarioId} ${period}`.trim();

function originsOf(document: SheetDocument, lineId: number, scenarioId = 1, period = '') {
  const { inputs, factIds } = SheetModel.build(document).origins({ lineId, scenarioId, period });
  return { inputs: inputs.map(shown).sort(), factIds: factIds.sort() };
}

/** The cells that are computed from the series `d`. */
function cellsFrom(document: SheetDocument) {
  const blocks = SheetModel.build(document).cellsFrom(new Set(['d']));
  return blocks.flatMap(({ lineIds, ...at }) => lineIds.map((lineId) => shown({ ...at, lineId }))).sort();
}

const lines: LineSpec[] = [
  ['a', '1'],
  ['b', '=FACT("x")*a'],
  ['c', '2'],
  ['total', '=SUM(a:c)+FACT("y")'],
  ['alone', '=5+5'],
  ['loop', '=loop+total'],
  ['missing', '=nothing+a'],
  { name: 'empty' },
  ['of_empty', '=empty+c'],
];

describe('the origins of a cell', () => {
  test.each<[line: string, inputs: string[], factIds: string[]]>([
    ['a', ['1 1'], []],
    ['b', ['1 1'], ['x']],
    ['total', ['1 1', '3 1'], ['x', 'y']],
    ['alone', [], []],
    ['loop', ['1 1', '3 1'], ['x', 'y']],
    ['missing', ['1 1'], []],
    ['empty', [], []],
    ['of_empty', ['3 1'], []],
  ])('%s', (line, inputs, factIds) => {
    const lineId = documentOf(lines).lines.find(({ name }) => name === line)?.id ?? 0;
    expect(originsOf(documentOf(lines), lineId)).toEqual({ inputs, factIds });
  });

  test('are those of its own scenario and of the periods that it reads', () => {
    const document = documentOf(
      [
        { name: 'x', cells: { '1': '5', '1@2023': '=FACT("first")', '2@2024': '9' } },
        { name: 'y', cells: { '1': '=x-x[-1]' } },
      ],
      { scenarios: 2, axis: { grain: 'year', start: '2023', count: 3 } },
    );
    expect(originsOf(document, 2, 1, '2024')).toEqual({ inputs: ['1 1 2024'], factIds: ['first'] });
    expect(originsOf(document, 2, 2, '2025')).toEqual({ inputs: ['1 2 2024', '1 2 2025'], factIds: [] });
  });

  test.each<[what: string, lines: LineSpec[], cells: string[]]>([
    [
      'itself and by name',
      [
        ['a', '=SERIES("d")'],
        ['b', '=a*2'],
        ['c', '=b+1'],
        ['d', '5'],
      ],
      ['1 1', '2 1', '3 1'],
    ],
    [
      'through a range',
      [
        ['a', '1'],
        ['b', '=SERIES("d")'],
        ['c', '2'],
        ['t', '=SUM(a:c)'],
        ['u', '=SUM(c:c)'],
      ],
      ['2 1', '4 1'],
    ],
    [
      'through a cycle',
      [
        ['a', '=SERIES("d")+b'],
        ['b', '=a'],
      ],
      ['1 1', '2 1'],
    ],
    ['though it is one of many that an IF may take', [['a', '=IF(FALSE,SERIES("d"),1)']], ['1 1']],
    [
      'not of another series',
      [
        ['a', '=SERIES("other")'],
        ['b', '=a'],
      ],
      [],
    ],
  ])('lead back to a series: %s', (_what, of, cells) => {
    expect(cellsFrom(documentOf(of))).toEqual(cells);
  });

  test('lead back to a series in its scenario and periods only', () => {
    const document = documentOf(
      [
        { name: 'x', cells: { '1': '5', '2@2024': '=SERIES("d")' } },
        { name: 'y', cells: { '1': '=x+x[-1]' } },
      ],
      { scenarios: 2, axis: { grain: 'year', start: '2023', count: 3 } },
    );
    expect(cellsFrom(document)).toEqual(['1 2 2024', '2 2 2024', '2 2 2025']);
  });

  test('of thousands of running totals are found at once', () => {
    const count = 4000;
    const document = documentOf(
      Array.from(
        { length: count * 2 },
        (_, at): LineSpec => (at % 2 === 0 ? [`i${at}`, '1'] : [`t${at}`, `=SUM(i0:i${at - 1})`]),
      ),
    );
    const model = SheetModel.build(document);
    const begin = performance.now();
    const { inputs } = model.origins({ lineId: count * 2, scenarioId: 1, period: '' });
    expect(inputs.length).toBe(count);
    // Walked step by step it takes minutes.
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

test('they are what walking the precedents step by step comes to', () => {
  const name = fc.integer({ min: 1, max: 7 }).map((at) => `L${at}`);
  const part = fc.oneof(
    fc.tuple(name, fc.constantFrom('', '[-1]', '[*]')).map(([of, at]) => `SUM(${of}${at})`),
    fc.tuple(name, name).map(([from, to]) => `SUM(${from}:${to})`),
    fc.constantFrom('FACT("a")', 'FACT("b")'),
  );
  const content = fc.oneof(
    fc.constant('3'),
    fc.tuple(part, part).map(([a, b]) => `=${a}+${b}`),
  );
  fc.assert(
    fc.property(fc.array(content, { minLength: 7, maxLength: 7 }), (contents) => {
      const specs = contents.map((text, at): LineSpec => [`L${at + 1}`, text]);
      const model = SheetModel.build(documentOf(specs, { axis: { grain: 'year', start: '2023', count: 2 } }));
      const start = { lineId: 7, scenarioId: 1, period: '2024' };
      const inputs = new Set<string>();
      const factIds = new Set<string>();
      const seen = new Set([shown(start)]);
      for (const pending = [start]; pending.length > 0; ) {
        const cell = pending.pop() ?? start;
        if (contents[cell.lineId - 1] === '3') inputs.add(shown(cell));
        for (const factId of model.factsOf(cell)) factIds.add(factId);
        for (const next of model.precedents(cell)) {
          if (!seen.has(shown(next))) pending.push(next);
          seen.add(shown(next));
        }
      }
      const origins = model.origins(start);
      expect(origins.inputs.map(shown).sort()).toEqual([...inputs].sort());
      expect(origins.factIds.sort()).toEqual([...factIds].sort());
    }),
    { numRuns: 300 },
  );
});
