/** However a sheet came to be as it is, it shows the same: edits one by one and a fresh start agree in everything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineFact } from '../../electron/engine/facts.ts';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { CellValue, ValueBlock } from '../../shared/values.ts';
import { changed, documentOf, lineOf, scenarioOf } from './sheet-of.ts';

const LINES = 7;
const SCENARIOS = 3;
const PERIODS = ['', '2023', '2024', '2025'];
const UNITS = ['', '', '', '万元', '元', 'h', 'USD/h', '%', '不存在的单位'];

const name = fc.integer({ min: 1, max: LINES + 1 }).map((index) => `L${index}`);
const periods = fc.constantFrom('', '', '', '', '[-1]', '[2024]', '[*]', '[-1:0]', '[2030]');
const reference = fc.tuple(name, periods).map(([of, at]) => of + at);
const operand = fc.oneof(
  { weight: 4, arbitrary: reference },
  { weight: 2, arbitrary: fc.constantFrom('1', '2.5', '0', '3[万元]', '"x"', '10%') },
  { weight: 2, arbitrary: fc.tuple(name, name).map(([from, to]) => `SUM(${from}:${to})`) },
  { weight: 1, arbitrary: fc.tuple(reference, reference).map(([a, b]) => `IF(${a}>1,${a},${b})`) },
  { weight: 1, arbitrary: reference.map((of) => `IFERROR(${of},7)`) },
  { weight: 1, arbitrary: fc.tuple(name, name).map(([from, to]) => `COUNT(${from}:${to}[-1])`) },
  { weight: 2, arbitrary: fc.constantFrom('FACT("a")', 'FACT("b")', 'SUM(FACT("a"),FACT("b"))') },
);
const formula = fc
  .tuple(operand, fc.constantFrom('+', '-', '*', '/', '>', '&'), operand)
  .map(([left, operator, right]) => `=${left}${operator}${right}`);
const content = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 9 }).map(String) },
  { weight: 5, arbitrary: formula },
  { weight: 1, arbitrary: fc.constantFrom('text', 'TRUE', '=1+', '5 h', '20%') },
);
const lineId = fc.integer({ min: 1, max: LINES });
const scenarioId = fc.integer({ min: 1, max: SCENARIOS });

const change: fc.Arbitrary<SheetChange> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .record({
        lineId,
        scenarioId,
        period: fc.constantFrom('', '', '', ...PERIODS),
        content: fc.option(content, { freq: 4 }),
      })
      .map((cell) => ({ change: 'putCell' as const, ...cell })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(lineId, name, fc.constantFrom(...UNITS), fc.integer({ min: 0, max: 9 }))
      .map(([id, called, unit, position]) => ({
        change: 'putLine' as const,
        line: lineOf(id, called, unit, position),
      })),
  },
  { weight: 1, arbitrary: lineId.map((id) => ({ change: 'dropLine' as const, lineId: id })) },
  {
    weight: 1,
    arbitrary: fc.tuple(scenarioId, fc.option(scenarioId)).map(([id, parentId]) => ({
      change: 'putScenario' as const,
      scenario: scenarioOf(id, parentId !== null && parentId < id ? parentId : null),
    })),
  },
  { weight: 1, arbitrary: fc.constant({ change: 'dropScenario' as const, scenarioId: SCENARIOS }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 2, 3).map((count) => ({
      change: 'putSheet' as const,
      sheet: {
        ...documentOf([]).sheet,
        timeAxis: count === 0 ? null : { grain: 'year' as const, start: '2023', count },
      },
    })),
  },
);

type FactChange = { factId: string; fact: EngineFact | undefined };

const factChange: fc.Arbitrary<FactChange> = fc.record({
  factId: fc.constantFrom('a', 'b'),
  fact: fc.constantFrom<EngineFact | undefined>(
    { value: 5, unit: '' },
    { value: 5, unit: '万元' },
    { value: 6, unit: 'h' },
    { value: 0, unit: '不存在的单位' },
    { value: '开源', unit: '' },
    'retired',
    undefined,
  ),
});

/** Cells of lines and scenarios that are not there are no part of any document. */
function isPossible(document: SheetDocument, edit: SheetChange): boolean {
  if (edit.change === 'dropScenario') return document.scenarios.every(({ parentId }) => parentId !== edit.scenarioId);
  if (edit.change !== 'putCell') return true;
  const hasLine = document.lines.some(({ id }) => id === edit.lineId);
  return hasLine && document.scenarios.some(({ id }) => id === edit.scenarioId);
}

function possible(document: SheetDocument, edits: readonly SheetChange[]): SheetChange[] {
  const changes: SheetChange[] = [];
  for (const edit of edits) if (isPossible(changed(document, changes), edit)) changes.push(edit);
  return changes;
}

function everything(model: SheetModel): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  merge(values, model.allValues());
  return values;
}

const put = (lineId: number, content: string): SheetChange => ({
  change: 'putCell',
  lineId,
  scenarioId: 1,
  period: '',
  content,
});

/** The second line is of a cycle that the edit of the first one opens: now it has a unit. */
const OPENED_CYCLE = [[put(1, '=SUM(L1:L2)'), put(2, '=L1/3[万元]')], [put(1, '0')]];

function merge(values: Map<string, CellValue>, blocks: readonly ValueBlock[]): void {
  for (const block of blocks) {
    block.lineIds.forEach((id, at) => {
      values.set(`${id} ${block.scenarioId} ${block.period}`, block.values[at]);
    });
  }
}

const sorted = (values: Map<string, CellValue>) => [...values].sort(([a], [b]) => (a < b ? -1 : 1));

test('a sheet that was edited shows what a sheet built from its document shows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }) }, factChange), {
        minLength: 1,
        maxLength: 25,
      }),
      (edits) => {
        let document = documentOf(
          Array.from({ length: LINES }, (_, at) => [`L${at + 1}`, String(at)]),
          { scenarios: SCENARIOS },
        );
        const facts = new Map<string, EngineFact | undefined>();
        const source = { find: (factId: string) => facts.get(factId) };
        const model = SheetModel.build(document, source);
        const followed = everything(model);
        const units = new Map(model.inferredUnits().map(({ lineId: id, unit }) => [id, unit]));
        for (const edit of edits) {
          if (!Array.isArray(edit)) facts.set(edit.factId, edit.fact);
          const changes = Array.isArray(edit) ? possible(document, edit) : [];
          document = changed(document, changes);
          const { values, inferredUnits } = Array.isArray(edit)
            ? model.apply(changes)
            : model.refresh({ factIds: [edit.factId] });
          merge(followed, values);
          for (const { lineId: id, unit } of inferredUnits) {
            if (unit === '') units.delete(id);
            else units.set(id, unit);
          }
          const fresh = SheetModel.build(document, source);
          const expected = everything(fresh);
          expect(sorted(everything(model))).toEqual(sorted(expected));
          for (const key of followed.keys()) if (!expected.has(key)) followed.delete(key);
          expect(sorted(followed)).toEqual(sorted(expected));
          const lines = new Set(document.lines.map(({ id }) => id));
          for (const id of units.keys()) if (!lines.has(id)) units.delete(id);
          const expectedUnits = new Map(fresh.inferredUnits().map(({ lineId: id, unit }) => [id, unit]));
          expect(units).toEqual(expectedUnits);
        }
      },
    ),
    { numRuns: 300, examples: [[OPENED_CYCLE]] },
  );
});
