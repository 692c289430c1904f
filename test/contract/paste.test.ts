/** Blocks pasted as one edit: what they give, and that a block of which anything is refused leaves all as it was. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import { idsOf, namesOf, sheetOf, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

type Ids = Awaited<ReturnType<typeof idsOf>>;
type Block = Partial<Omit<Input<'pasteBlock'>, 'sheetId'>>;
type BlockOf = (ids: Ids) => Block;

/** a, b and c = a + b, under a heading, in two scenarios. */
async function pasting() {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(
    workbench,
    {
      a: { cells: { base: '1' } },
      b: { unit: 'h', cells: { base: '2' } },
      c: { cells: { base: '=a+b/h0' } },
      h0: { unit: 'h', cells: { base: '1' } },
    },
    { high: 'base' },
  );
  await workbench.call('insertLines', {
    sheetId,
    afterLineId: null,
    lines: [{ kind: 'heading', label: sameInBoth('Inputs') }],
  });
  const ids = await idsOf(workbench, sheetId);
  const { document } = await workbench.call('openSheet', { sheetId });
  const heading = document.lines.find(({ kind }) => kind === 'heading')?.id ?? 0;
  const paste = (block: Block) => ({ sheetId, lines: [], newLines: [], cells: [], ...block });
  return { workbench, sheetId, ids, heading, paste };
}

const cell = (ids: Ids, name: string, content: string | null, scenario = 'base') => ({
  ...ids.cell(name, scenario),
  content,
});

describe('pasteBlock', () => {
  it.each<[string, BlockOf, Record<string, unknown>]>([
    ['numbers', (ids) => ({ cells: [cell(ids, 'a', '5'), cell(ids, 'b', '6')] }), { a: 5, b: 6, c: 11 }],
    [
      'numbers as people write them',
      (ids) => ({ cells: [cell(ids, 'a', '1,234.5'), cell(ids, 'b', '1.2万')] }),
      { a: 1234.5, b: 12000 },
    ],
    ['a number in another unit', (ids) => ({ cells: [cell(ids, 'b', '2 d')] }), { b: 48 }],
    ['percent', (ids) => ({ cells: [cell(ids, 'a', '6.4%')] }), { a: 0.064 }],
    ['a formula', (ids) => ({ cells: [cell(ids, 'a', '=MAX(3,4)')] }), { a: 4, c: 6 }],
    ['an empty field', (ids) => ({ cells: [cell(ids, 'a', null)] }), { a: null }],
    [
      'the same cell twice: the last counts',
      (ids) => ({ cells: [cell(ids, 'a', '5'), cell(ids, 'a', '7')] }),
      { a: 7 },
    ],
    ['another scenario', (ids) => ({ cells: [cell(ids, 'a', '9', 'high')] }), { a: 1 }],
    [
      'a new line',
      () => ({ newLines: [{ name: 'd', cells: [{ scenarioId: 0, period: '', content: '=a*10' }] }] }),
      { d: 10 },
    ],
    [
      'a name, which formulas follow',
      (ids) => ({ lines: [{ lineId: ids.line('a'), fields: { name: 'x' } }] }),
      { x: 1, c: 3 },
    ],
    [
      'a name, with a formula that uses it from now on',
      (ids) => ({ lines: [{ lineId: ids.line('a'), fields: { name: 'x' } }], cells: [cell(ids, 'b', '=x*7*h0')] }),
      { x: 1, b: 7, c: 8 },
    ],
    ['a unit', (ids) => ({ lines: [{ lineId: ids.line('b'), fields: { unit: 'd' } }] }), { b: 2, c: 49 }],
    ['text', (ids) => ({ cells: [cell(ids, 'a', 'n/a')] }), { a: 'n/a', c: '#VALUE!' }],
    ['a formula of nothing that is there', (ids) => ({ cells: [cell(ids, 'a', '=nowhere')] }), { a: '#NAME?' }],
    ['a cycle', (ids) => ({ cells: [cell(ids, 'a', '=c')] }), { a: '#CIRC!', b: 2, c: '#CIRC!' }],
    [
      'a text of 32,767 characters',
      (ids) => ({ cells: [cell(ids, 'a', 'x'.repeat(32_767))] }),
      { a: 'x'.repeat(32_767) },
    ],
    ['names of the object', () => ({ newLines: [{ name: '__proto__' }, { name: 'constructor' }] }), { c: 3 }],
  ])('%s', async (_name, blockOf, expected) => {
    const { workbench, sheetId, ids, paste } = await pasting();
    const before = await valuesOf(workbench, sheetId);
    const block = blockOf(ids);
    const newLines = block.newLines?.map((draft) => ({
      ...draft,
      cells: draft.cells?.map((own) => ({ ...own, scenarioId: ids.scenario('base') })),
    }));
    await workbench.call('pasteBlock', paste(newLines ? { ...block, newLines } : block));
    const after = await valuesOf(workbench, sheetId);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, after[name]?.base]))).toEqual(expected);
    await workbench.call('undo', { sheetId });
    expect(await valuesOf(workbench, sheetId), 'undone as one edit').toEqual(before);
    workbench.restart();
    expect(await valuesOf(workbench, sheetId), 'on disk as well').toEqual(before);
  });

  it.each<[string, (ids: Ids, heading: number) => Block, string]>([
    [
      'a formula that breaks off',
      (ids) => ({ cells: [cell(ids, 'a', '5'), cell(ids, 'b', '=SUM(')] }),
      'formula-syntax',
    ],
    [
      'a formula of 8,193 characters',
      (ids) => ({ cells: [cell(ids, 'a', `=${'1+'.repeat(4096)}1`)] }),
      'formula-syntax',
    ],
    [
      'a number in a unit that does not fit',
      (ids) => ({ cells: [cell(ids, 'a', '5'), cell(ids, 'b', '5 USD')] }),
      'invalid-value',
    ],
    [
      'a content for a heading',
      (_ids, heading) => ({ cells: [{ lineId: heading, scenarioId: 1, period: '', content: '1' }] }),
      'invalid-value',
    ],
    [
      'a unit for a heading',
      (_ids, heading) => ({ lines: [{ lineId: heading, fields: { unit: 'h' } }] }),
      'invalid-value',
    ],
    ['a line that is not there', () => ({ lines: [{ lineId: 999_999, fields: { unit: 'h' } }] }), 'not-found'],
    [
      'a scenario that is not there',
      (ids) => ({ cells: [{ ...cell(ids, 'a', '1'), scenarioId: 999_999 }] }),
      'not-found',
    ],
    ['a period that is not there', (ids) => ({ cells: [{ ...cell(ids, 'a', '1'), period: '2024Q1' }] }), 'not-found'],
    ['a name that is taken', (ids) => ({ lines: [{ lineId: ids.line('a'), fields: { name: 'B' } }] }), 'invalid-name'],
    ['a name that is given twice', () => ({ newLines: [{ name: 'd' }, { name: 'D' }] }), 'invalid-name'],
    [
      'a name that is no name',
      (ids) => ({ lines: [{ lineId: ids.line('a'), fields: { name: '1+1' } }] }),
      'invalid-name',
    ],
    ['an unknown unit', (ids) => ({ lines: [{ lineId: ids.line('a'), fields: { unit: 'furlong' } }] }), 'invalid-unit'],
    ['an unknown unit of a new line', () => ({ newLines: [{ name: 'd', unit: 'furlong' }] }), 'invalid-unit'],
    ['a text that is too long', (ids) => ({ cells: [cell(ids, 'a', 'x'.repeat(32_768))] }), 'invalid-input'],
  ])('%s is refused, and the block with it', async (_name, blockOf, code) => {
    const { workbench, sheetId, ids, heading, paste } = await pasting();
    const before = await workbench.call('openSheet', { sheetId });
    expect(await workbench.refusal('pasteBlock', paste(blockOf(ids, heading)))).toMatchObject({ code });
    expect(await workbench.call('openSheet', { sheetId })).toEqual(before);
    expect(workbench.logged).toEqual([]);
  });

  it('lines that change names with each other are refused: either name is taken', async () => {
    const { workbench, sheetId, ids, paste } = await pasting();
    const swapped = [
      { lineId: ids.line('a'), fields: { name: 'b' } },
      { lineId: ids.line('b'), fields: { name: 'a' } },
    ];
    expect(await workbench.refusal('pasteBlock', paste({ lines: swapped }))).toMatchObject({ code: 'invalid-name' });
    expect(await namesOf(workbench, sheetId)).toEqual(['[Inputs]', 'a', 'b', 'c', 'h0']);
  });

  it('an empty block is no edit', async () => {
    const { workbench, paste } = await pasting();
    const { changes, state } = await workbench.call('pasteBlock', paste({}));
    expect({ changes, label: state.undo?.label.key }).toEqual({ changes: [], label: 'sheet.editLinesInserted' });
  });
});
