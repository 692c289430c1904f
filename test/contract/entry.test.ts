import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { idsOf, sheetOf, type } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

async function lineOf(unit: string) {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(workbench, { x: { unit } });
  const own = async () => {
    const { document } = await workbench.call('openSheet', { sheetId });
    return { content: document.cells[0]?.content, unit: document.lines[0].unit };
  };
  return { workbench, sheetId, own };
}

describe('what is typed into a cell', () => {
  it.each([
    ['1,234', '', '1234'],
    ['  3.50 ', '', '3.5'],
    ['(1,234)', '', '-1234'],
    ['1e3', '', '1000'],
    ['12%', '', '0.12'],
    ['12%', '%', '12'],
    ['7%', '%', '7'],
    ['5%', '‰', '50'],
    ['12%', 'USD', '0.12'],
    ['12', '%', '12'],
    ['74.3万', '', '743000'],
    ['74.3万', '万元', '74.3'],
    ['1.2亿', '万元', '12000'],
    ['74.3万', '亿元', '0.00743'],
    ['74.3万', '元', '743000'],
    ['3万', 'kW', '30000'],
    ['340,600元', '万元', '34.06'],
    ['34.06万元', '元', '340600'],
    ['5 USD', '万美元', '0.0005'],
    ['1.5 d', 'h', '36'],
    ['true', '', 'TRUE'],
    ['=1 + 1 ', '', '=1 + 1'],
    ['text', 'USD', 'text'],
    ["'12", '', "'12"],
    ['1,2', '', '1,2'],
  ])('%s on a line in “%s” is stored as %s', async (typed, unit, content) => {
    const { workbench, sheetId, own } = await lineOf(unit);
    await type(workbench, sheetId, 'x', typed);
    expect(await own()).toEqual({ content, unit });
    const again = await type(workbench, sheetId, 'x', content);
    expect(again.changes).toEqual([]);
  });

  it.each([
    ['5 USD', '5', 'USD'],
    ['36,512 GPU*h', '36512', 'GPU*h'],
    ['34万元', '34', '万元'],
  ])('%s gives a line without a unit one, in the same edit', async (typed, content, unit) => {
    const { workbench, sheetId, own } = await lineOf('');
    await type(workbench, sheetId, 'x', typed);
    expect(await own()).toEqual({ content, unit });
    await workbench.call('undo', { sheetId });
    expect(await own()).toEqual({ content: undefined, unit: '' });
  });

  it('gives a line that is inserted its unit, in its place', async () => {
    const { workbench, sheetId } = await lineOf('');
    const { line, scenario } = await idsOf(workbench, sheetId);
    const cells = [{ scenarioId: scenario('base'), period: '', content: '5 USD' }];
    await workbench.call('insertLines', { sheetId, afterLineId: line('x'), lines: [{ name: 'y', cells }] });
    const { document } = await workbench.call('openSheet', { sheetId });
    expect(document.lines.map(({ name, unit, position }) => [name, unit, position])).toEqual([
      ['x', '', 1],
      ['y', 'USD', 2],
    ]);
  });

  it('a unit that nobody knows makes a text of it, on a line without a unit', async () => {
    const { workbench, sheetId, own } = await lineOf('');
    await type(workbench, sheetId, 'x', '5 frobs');
    expect(await own()).toEqual({ content: "'5 frobs", unit: '' });
    const { values } = await workbench.call('openSheet', { sheetId });
    expect(values[0].values).toEqual(['5 frobs']);
  });

  it.each([
    ['5 USD', 'CNY'],
    ['5 frobs', 'CNY'],
    ['5 h', '%'],
  ])('%s on a line in %s is refused, with what to do', async (typed, unit) => {
    const { workbench, sheetId, own } = await lineOf(unit);
    const { cell } = await idsOf(workbench, sheetId);
    const failure = await workbench.refusal('setCells', { sheetId, cells: [{ ...cell('x'), content: typed }] });
    expect(failure.code).toBe('invalid-value');
    expect(formatMessage(failure.message, 'en')).toMatch(new RegExp(`${typed}.*${unit}.*unit of x`));
    expect(await own()).toEqual({ content: undefined, unit });
  });

  it('an override of a formula is in the unit that the formula gave the line', async () => {
    const workbench = new TestWorkbench();
    const lines = { a: { unit: '万元', cells: { base: '3' } }, b: { cells: { base: '=a*2' } } };
    const sheetId = await sheetOf(workbench, lines, { high: 'base' });
    const { changes } = await type(workbench, sheetId, 'b', '50000 元', 'high');
    expect(changes).toMatchObject([{ change: 'putCell', content: '5' }]);
  });
});

describe('units of a sheet', () => {
  it.each([
    ['USD/(GPU*h)', true, null],
    ['', true, null],
    ['机架', false, '机架'],
    ['USD/(', false, null],
  ])('“%s” is checked', async (unit, ok, unknownWord) => {
    const { workbench, sheetId } = await lineOf('');
    const checked = await workbench.call('checkUnit', { sheetId, unit });
    expect(checked).toMatchObject({ ok, unknownWord });
    expect(checked.message === null).toBe(ok);
  });

  it('are added, used, and taken back', async () => {
    const { workbench, sheetId, own } = await lineOf('GPU');
    await workbench.call('addUnit', { sheetId, unit: { name: '机架', definition: '64 GPU' } });
    expect(await workbench.call('checkUnit', { sheetId, unit: '机架' })).toMatchObject({ ok: true });
    await type(workbench, sheetId, 'x', '2 机架');
    expect(await own()).toEqual({ content: '128', unit: 'GPU' });
    workbench.restart();
    for (let count = 0; count < 2; count += 1) await workbench.call('undo', { sheetId });
    expect(await workbench.call('checkUnit', { sheetId, unit: '机架' })).toMatchObject({ ok: false });
  });

  it.each([
    ['USD', ''],
    ['a b', ''],
    ['12', ''],
    ['机架', '8 frobs'],
    ['机架', '8'],
    ['机架', '0 GPU'],
  ])('“%s” defined as “%s” is refused', async (name, definition) => {
    const { workbench, sheetId } = await lineOf('');
    expect((await workbench.refusal('addUnit', { sheetId, unit: { name, definition } })).code).toBe('invalid-unit');
  });
});
