import { describe, expect, it } from 'vitest';
import type { LineDraft } from '../../shared/contract.ts';
import { idsOf, namesOf, sheetOf, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const MODEL = {
  price: { cells: { base: '3' } },
  amount: { cells: { base: '4' } },
  cost: { cells: { base: '=price * amount' } },
};

async function model() {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(workbench, MODEL);
  const definition = async () => (await workbench.call('getSheetDefinition', { sheetId })).definition;
  return { workbench, sheetId, ids: await idsOf(workbench, sheetId), definition };
}

describe('insertLines', () => {
  it('puts lines where they are wanted, with names made from labels', async () => {
    const { workbench, sheetId, ids } = await model();
    const base = { scenarioId: ids.scenario('base'), period: '' };
    await workbench.call('insertLines', {
      sheetId,
      afterLineId: ids.line('price'),
      lines: [
        { kind: 'heading', label: { zh: '部分', en: '' } },
        { label: { zh: '数据量 (亿)', en: 'Data' }, cells: [{ ...base, content: '1,000' }] },
        { label: { zh: '', en: '2024 Price' } },
        { label: { zh: '数据量 (亿)', en: '' }, cells: [{ ...base, content: '=数据量_亿 / 2' }] },
        {},
        { label: { zh: 'TRUE', en: '' } },
      ],
    });
    expect(await namesOf(workbench, sheetId)).toEqual([
      'price',
      '[部分]',
      '数据量_亿',
      'Price_2',
      '数据量_亿_2',
      'line',
      'line_2',
      'amount',
      'cost',
    ]);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ 数据量_亿: { base: 1000 }, 数据量_亿_2: { base: 500 } });
  });

  it('finds room however often lines go into the same gap', async () => {
    const { workbench, sheetId, ids } = await model();
    for (let count = 0; count < 120; count += 1) {
      await workbench.call('insertLines', { sheetId, afterLineId: ids.line('price'), lines: [{ name: `n${count}` }] });
    }
    const inserted = Array.from({ length: 120 }, (_, at) => `n${119 - at}`);
    expect(await namesOf(workbench, sheetId)).toEqual(['price', ...inserted, 'amount', 'cost']);
    workbench.restart();
    expect(await namesOf(workbench, sheetId)).toEqual(['price', ...inserted, 'amount', 'cost']);
  });

  it('at the top, again and again', async () => {
    const { workbench, sheetId } = await model();
    for (const name of ['c', 'b', 'a']) {
      await workbench.call('insertLines', { sheetId, afterLineId: null, lines: [{ name }] });
    }
    expect(await namesOf(workbench, sheetId)).toEqual(['a', 'b', 'c', 'price', 'amount', 'cost']);
  });

  const inBase = (period: string, content: string) => [{ scenarioId: 1, period, content }];
  const refused: [string, LineDraft, string][] = [
    ['a name that is taken, in other letters', { name: 'PRICE' }, 'invalid-name'],
    ['a reserved name', { name: 'true' }, 'invalid-name'],
    ['a name that begins with a digit', { name: '2x' }, 'invalid-name'],
    ['a unit that cannot be read', { name: 'x', unit: 'USD/(' }, 'invalid-unit'],
    ['a formula that cannot be read', { name: 'x', cells: inBase('', '=1+') }, 'formula-syntax'],
    ['a period that is not there', { name: 'x', cells: inBase('2024', '1') }, 'not-found'],
    ['a scenario that is not there', { name: 'x', cells: [{ scenarioId: 99, period: '', content: '1' }] }, 'not-found'],
    ['a heading with content', { kind: 'heading', cells: inBase('', '1') }, 'invalid-value'],
  ];
  it.each(refused)('refuses %s and inserts nothing', async (_, draft, code) => {
    const { workbench, sheetId, ids, definition } = await model();
    expect(ids.scenario('base')).toBe(1);
    const before = await definition();
    const lines = [{ name: 'fine' }, draft];
    expect((await workbench.refusal('insertLines', { sheetId, afterLineId: null, lines })).code).toBe(code);
    expect(await definition()).toBe(before);
  });
});

describe('updateLine', () => {
  it('renames a line in every formula that names it, as one edit', async () => {
    const { workbench, sheetId, ids, definition } = await model();
    await type(workbench, sheetId, 'amount', '=Price + IF(TRUE, price, "price")');
    const before = await definition();
    await workbench.call('updateLine', { sheetId, lineId: ids.line('price'), fields: { name: '单价' } });
    const { document } = await workbench.call('openSheet', { sheetId });
    expect(document.cells.map(({ content }) => content).sort()).toEqual([
      '3',
      '=单价 * amount',
      '=单价 + IF(TRUE, 单价, "price")',
    ]);
    expect(await valuesOf(workbench, sheetId)).toEqual({ 单价: { base: 3 }, amount: { base: 6 }, cost: { base: 18 } });
    await workbench.call('undo', { sheetId });
    expect(await definition()).toBe(before);
  });

  it('lets a line change the spelling of its own name, and no other line take it', async () => {
    const { workbench, sheetId, ids } = await model();
    await workbench.call('updateLine', { sheetId, lineId: ids.line('price'), fields: { name: 'Price' } });
    expect(await namesOf(workbench, sheetId)).toEqual(['Price', 'amount', 'cost']);
    const fields = { name: 'pRICE' };
    expect((await workbench.refusal('updateLine', { sheetId, lineId: ids.line('cost'), fields })).code).toBe(
      'invalid-name',
    );
  });

  it('takes a field that is undefined for one that is not given', async () => {
    const { workbench, sheetId, ids } = await model();
    await workbench.call('updateLine', {
      sheetId,
      lineId: ids.line('price'),
      fields: { name: undefined, unit: 'USD' },
    });
    const { document } = await workbench.call('openSheet', { sheetId });
    expect(document.lines[0]).toMatchObject({ name: 'price', unit: 'USD' });
  });

  it.each([
    [{ name: '' }, 'invalid-name'],
    [{ name: 'a b' }, 'invalid-name'],
    [{ unit: '((' }, 'invalid-unit'],
    [{ format: { decimals: 99, grouping: true } }, 'invalid-input'],
  ])('refuses %j', async (fields, code) => {
    const { workbench, sheetId, ids, definition } = await model();
    const before = await definition();
    expect((await workbench.refusal('updateLine', { sheetId, lineId: ids.line('price'), fields })).code).toBe(code);
    expect(await definition()).toBe(before);
  });
});

describe('deleteLines', () => {
  it('leaves #NAME? where the line was used; undo brings all back', async () => {
    const { workbench, sheetId, ids, definition } = await model();
    const before = await definition();
    await workbench.call('deleteLines', {
      sheetId,
      lineIds: [ids.line('price'), ids.line('amount'), ids.line('price')],
    });
    expect(await valuesOf(workbench, sheetId)).toEqual({ cost: { base: '#NAME?' } });
    workbench.restart();
    await workbench.call('undo', { sheetId });
    expect(await definition()).toBe(before);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ cost: { base: 12 } });
  });
});

describe('duplicateLines', () => {
  it('lets the copies name each other, and others what they named', async () => {
    const { workbench, sheetId, ids } = await model();
    await workbench.call('duplicateLines', { sheetId, lineIds: [ids.line('cost'), ids.line('amount')] });
    await type(workbench, sheetId, 'amount_2', '10');
    expect(await namesOf(workbench, sheetId)).toEqual(['price', 'amount', 'cost', 'amount_2', 'cost_2']);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ cost: { base: 12 }, cost_2: { base: 30 } });
    await workbench.call('duplicateLines', { sheetId, lineIds: [(await idsOf(workbench, sheetId)).line('cost_2')] });
    expect(await namesOf(workbench, sheetId)).toEqual(['price', 'amount', 'cost', 'amount_2', 'cost_2', 'cost_3']);
  });
});

describe('moveLines', () => {
  it.each([
    [['cost'], null, ['cost', 'price', 'amount']],
    [['price'], 'cost', ['amount', 'cost', 'price']],
    [['cost', 'price'], 'amount', ['amount', 'price', 'cost']],
    [['price', 'amount'], 'price', ['price', 'amount', 'cost']],
    [['amount'], 'amount', ['price', 'amount', 'cost']],
  ])('%j after %s', async (moving, after, expected) => {
    const { workbench, sheetId, ids, definition } = await model();
    const before = await definition();
    const result = await workbench.call('moveLines', {
      sheetId,
      lineIds: moving.map(ids.line),
      afterLineId: after === null ? null : ids.line(after),
    });
    expect(await namesOf(workbench, sheetId)).toEqual(expected);
    if (result.changes.length > 0) await workbench.call('undo', { sheetId });
    expect(await definition()).toBe(before);
  });
});
