/** Facts in sheets through the workbench: figures, a change of facts that open sheets follow, sources of a cell. */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../excel/recalculate.ts';
import { idsOf, sheetOf, shown, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

let workbench: TestWorkbench;

/** Facts of a source of the user's own: nothing here depends on what is bundled. */
async function addFacts(facts: Record<string, { value?: number; text?: string; unit?: string; date?: string }>) {
  const source = { id: 'own', title: 'My notes', publisher: '', date: '2024-05', language: 'en', link: '' } as const;
  await workbench.call('putSource', { source });
  for (const [id, fields] of Object.entries(facts)) {
    const draft = {
      id,
      sourceId: 'own',
      place: 'page 3',
      subject: 'My GPU',
      metric: `my ${id}`,
      wording: id,
      ...fields,
    };
    await workbench.call('addFact', { draft });
  }
}

beforeEach(async () => {
  workbench = new TestWorkbench();
  await addFacts({
    rent: { value: 2, unit: 'USD/(GPU*h)' },
    rate: { value: 7, unit: 'CNY/USD', date: '2024-04-30' },
    licence: { text: 'MIT' },
  });
});

const HIGH = { high: 'base' };

const cost = {
  hours: { unit: 'GPU*h', cells: { base: '1000', high: '2000' } },
  rent: { unit: 'USD/(GPU*h)', cells: { base: '=FACT("rent")' } },
  cost: { unit: '万元', cells: { base: '=hours*rent*FACT("rate")' } },
  licence: { cells: { base: '=FACT("licence")' } },
};

function recalculations() {
  return workbench.events.flatMap(({ event, except }) =>
    event.event === 'sheetRecalculated' ? [{ event, except }] : [],
  );
}

describe('a fact in a formula', () => {
  test('gives its figure in its unit, after a restart as well', async () => {
    const sheetId = await sheetOf(workbench, cost, HIGH);
    const expected = {
      hours: { base: 1000, high: 2000 },
      rent: { base: 2, high: 2 },
      cost: { base: 1.4, high: 2.8 },
      licence: { base: 'MIT', high: 'MIT' },
    };
    expect(await valuesOf(workbench, sheetId)).toEqual(expected);
    workbench.restart();
    expect(await valuesOf(workbench, sheetId)).toEqual(expected);
  });

  test('calculates without a sheet, too', async () => {
    const formula = 'FACT("rent")*100[GPU*h]';
    expect(await workbench.call('evaluate', { formula, unit: '' })).toMatchObject({ value: 200, unit: 'USD' });
  });

  test('that nobody knows is an error until there is one', async () => {
    const sheetId = await sheetOf(workbench, { x: { cells: { base: '=FACT("later")' } } });
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: '#NAME?' } });
    await addFacts({ later: { value: 5 } });
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: 5 } });
    await workbench.call('undoFacts', {});
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: '#NAME?' } });
  });
});

describe('a change of a fact', () => {
  test('recalculates the open sheets that use it and tells everyone, the one who changed it as well', async () => {
    const sheetId = await sheetOf(workbench, cost, HIGH);
    const other = await sheetOf(workbench, { y: { cells: { base: '=FACT("rate")' } } });
    await valuesOf(workbench, sheetId);
    await valuesOf(workbench, other);
    await workbench.call('updateFact', { factId: 'rent', fields: { value: 3 } });
    const ids = await idsOf(workbench, sheetId);
    const [{ event, except }, ...more] = recalculations();
    expect(more).toEqual([]);
    expect(except).toBeNull();
    expect(event).toMatchObject({ sheetId, factIds: ['rent'], inferredUnits: [] });
    expect(event.values.map(({ scenarioId, lineIds, values }) => [scenarioId, lineIds, values])).toEqual([
      [ids.scenario('base'), [ids.line('rent'), ids.line('cost')], [3, 2.1]],
      [ids.scenario('high'), [ids.line('rent'), ids.line('cost')], [3, 4.2]],
    ]);
  });

  test('says nothing of sheets whose values stay, and reaches closed ones when they are opened', async () => {
    const sheetId = await sheetOf(workbench, cost, HIGH);
    await workbench.call('updateFact', { factId: 'rent', fields: { value: 3 } });
    expect(recalculations()).toEqual([]);
    expect((await valuesOf(workbench, sheetId)).cost).toEqual({ base: 2.1, high: 4.2 });
    await workbench.call('updateFact', { factId: 'rent', fields: { note: { zh: '注', en: 'note' } } });
    expect(recalculations()).toEqual([]);
  });

  test.each<[what: string, change: (w: TestWorkbench) => Promise<unknown>, rent: unknown, cost: unknown]>([
    [
      'a correction',
      (w) =>
        w.call('updateFact', {
          factId: 'rent',
          fields: { correction: { value: 4, text: '', reason: { zh: '误印', en: 'misprinted' } } },
        }),
      4,
      2.8,
    ],
    [
      'another unit of the kind',
      (w) => w.call('updateFact', { factId: 'rent', fields: { value: 48, unit: 'USD/(GPU*d)' } }),
      2,
      1.4,
    ],
    ['retirement', (w) => w.call('setFactsRetired', { factIds: ['rent'], isRetired: true }), '#N/A', '#N/A'],
  ])('by %s counts at once, and undo takes it back', async (_what, change, rent, expected) => {
    const sheetId = await sheetOf(workbench, cost, HIGH);
    await valuesOf(workbench, sheetId);
    await change(workbench);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ rent: { base: rent }, cost: { base: expected } });
    await workbench.call('undoFacts', {});
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ rent: { base: 2 }, cost: { base: 1.4 } });
  });

  test('by a choice in a conflict gives the chosen figure under either id', async () => {
    await workbench.call('addFact', {
      draft: { id: 'rent-2', sourceId: 'own', subject: 'My GPU', metric: 'my rent', value: 5, unit: 'USD/(GPU*h)' },
    });
    const sheetId = await sheetOf(workbench, {
      a: { cells: { base: '=FACT("rent")' } },
      b: { cells: { base: '=FACT("rent-2")' } },
    });
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 2 }, b: { base: 5 } });
    const [conflict] = await workbench
      .call('listConflicts', { state: 'open' })
      .then((all) => all.filter(({ facts }) => facts.some(({ id }) => id === 'rent')));
    await workbench.call('chooseFact', { topic: conflict.topic, factId: 'rent-2' });
    expect(
      recalculations()
        .at(-1)
        ?.event.values.flatMap(({ values }) => values.map(shown)),
    ).toEqual([5]);
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 5 }, b: { base: 5 } });
  });
});

describe('the sources of a cell', () => {
  test('are the union of those of the facts and inputs that it was computed from', async () => {
    const sources = [{ sourceId: 'My own count', place: 'page 1', wording: 'a thousand hours' }];
    const lines = {
      ...cost,
      hours: { ...cost.hours, sources },
      total: { unit: '元', cells: { base: '=cost+extra' } },
      extra: { unit: '元', cells: { base: '5' } },
    };
    const sheetId = await sheetOf(workbench, lines, HIGH);
    await workbench.call('updateFact', { factId: 'rate', fields: { confidence: 'recalled' } });
    const ids = await idsOf(workbench, sheetId);
    const traced = await workbench.call('traceSources', { sheetId, cell: ids.cell('total') });
    expect(traced).toMatchObject({
      confidence: 'recalled',
      oldestDate: '2024-04-30',
      unsourcedLineIds: [ids.line('extra')],
    });
    const [own, count] = traced.sources.toSorted((a, b) => (a.sourceId < b.sourceId ? 1 : -1));
    expect(own.source?.title).toBe('My notes');
    expect(
      own.facts.map(({ factId, value, unit, place, wording }) => [factId, value, unit, place, wording]).sort(),
    ).toEqual([
      ['rate', 7, 'CNY/USD', 'page 3', 'rate'],
      ['rent', 2, 'USD/(GPU*h)', 'page 3', 'rent'],
    ]);
    expect(own.facts[0]).toMatchObject({ subject: { en: 'My GPU' }, usedFactId: own.facts[0].factId });
    expect(count).toEqual({
      sourceId: 'My own count',
      source: null,
      facts: [],
      series: [],
      citations: [{ lineId: ids.line('hours'), place: 'page 1', wording: 'a thousand hours' }],
    });
  });

  test('are none of a cell over literals, and those of the chosen fact in a conflict', async () => {
    const sheetId = await sheetOf(workbench, { x: { cells: { base: '=1+2' } } });
    const ids = await idsOf(workbench, sheetId);
    const cell = ids.cell('x');
    expect(await workbench.call('traceSources', { sheetId, cell })).toEqual({
      sources: [],
      confidence: null,
      oldestDate: '',
      unsourcedLineIds: [],
    });
    await type(workbench, sheetId, 'x', '=FACT("gone")');
    expect((await workbench.call('traceSources', { sheetId, cell })).sources).toEqual([]);
    expect((await workbench.refusal('traceSources', { sheetId, cell: { ...cell, lineId: 9_999_999 } })).code).toBe(
      'not-found',
    );
  });
});

test('an export takes the facts along, with their source', async () => {
  const sheetId = await sheetOf(workbench, cost, HIGH);
  const path = join(workbench.home, 'cost.xlsx');
  await workbench.call('exportWorkbook', { sheetId, path, language: 'en', jobId: 'job' });
  const { Facts: facts, Sources: sources } = readWorkbook(path).Sheets;
  expect(['A', 'B', 'C', 'E', 'F', 'K', 'L'].map((column) => facts[`${column}4`]?.v)).toEqual([
    'rent',
    'My GPU',
    'my rent',
    2,
    'USD/(GPU*h)',
    'My notes',
    'page 3',
  ]);
  expect(sources.C4.v).toBe('My notes');
});
