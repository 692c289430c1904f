import { describe, expect, it } from 'vitest';
import { idsOf, sheetOf, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

async function model() {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(
    workbench,
    {
      a: { cells: { base: '1', mid: '2' } },
      b: { cells: { base: '10', high: '30' } },
      c: { cells: { base: '=a+b', mid: '=a*b' } },
    },
    { mid: 'base', high: 'mid' },
  );
  const definition = async () => (await workbench.call('getSheetDefinition', { sheetId })).definition;
  return { workbench, sheetId, ids: await idsOf(workbench, sheetId), definition };
}

const VALUES = {
  a: { base: 1, mid: 2, high: 2 },
  b: { base: 10, mid: 10, high: 30 },
  c: { base: 11, mid: 20, high: 60 },
};

describe('scenarios', () => {
  it('take content from their parents', async () => {
    const { workbench, sheetId } = await model();
    expect(await valuesOf(workbench, sheetId)).toEqual(VALUES);
  });

  it.each(['base', 'mid', 'high'])('%s goes without changing what the others say', async (gone) => {
    const { workbench, sheetId, ids, definition } = await model();
    const before = await definition();
    await workbench.call('deleteScenario', { sheetId, scenarioId: ids.scenario(gone) });
    const without = (row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => name !== gone));
    const expected = Object.fromEntries(Object.entries(VALUES).map(([name, row]) => [name, without(row)]));
    expect(await valuesOf(workbench, sheetId)).toEqual(expected);
    workbench.restart();
    expect(await valuesOf(workbench, sheetId)).toEqual(expected);
    await workbench.call('undo', { sheetId });
    expect(await definition()).toBe(before);
    expect(await valuesOf(workbench, sheetId)).toEqual(VALUES);
  });

  it('with periods go without changing what the others say', async () => {
    const workbench = new TestWorkbench();
    const line = (name: string, cells: Record<string, unknown>) => ({ name, label: name, cells });
    const definition = JSON.stringify({
      plumbline: 'sheet',
      version: 1,
      title: 'test',
      timeAxis: { grain: 'year', start: '2023', count: 3 },
      scenarios: [
        { key: 'base', name: 'base' },
        { key: 'mid', name: 'mid', parent: 'base' },
        { key: 'high', name: 'high', parent: 'mid' },
      ],
      lines: [
        line('a', { base: { '': '1', 2024: '2' }, mid: { '': '3', 2025: '4' }, high: { 2025: '5' } }),
        line('b', { base: { 2023: '1', 2024: '2' }, mid: { 2024: '3' }, high: '9' }),
        line('c', { base: '1', mid: { 2024: '2' } }),
      ],
    });
    const { sheetId } = await workbench.call('importSheet', { definition });
    const { scenario } = await idsOf(workbench, sheetId);
    const valuesOfHigh = async () => {
      const { values } = await workbench.call('openSheet', { sheetId });
      return values.filter(({ scenarioId }) => scenarioId === scenario('high')).map((block) => block.values);
    };
    const before = await valuesOfHigh();
    expect(before).toEqual([
      [3, 9, 1],
      [3, 9, 2],
      [5, 9, 1],
    ]);
    await workbench.call('deleteScenario', { sheetId, scenarioId: scenario('mid') });
    expect(await valuesOfHigh()).toEqual(before);
    // What its own content hid stays hidden; nothing is copied that would only be in the way.
    const { document } = await workbench.call('openSheet', { sheetId });
    const own = document.cells.filter(({ scenarioId }) => scenarioId === scenario('high'));
    expect(own.map(({ period, content }) => `${period}:${content}`).sort()).toEqual(['2024:2', '2025:5', ':3', ':9']);
    await workbench.call('deleteScenario', { sheetId, scenarioId: scenario('base') });
    expect(await valuesOfHigh()).toEqual(before);
  });

  it('the last one stays', async () => {
    const { workbench, sheetId, ids } = await model();
    for (const name of ['base', 'mid']) {
      await workbench.call('deleteScenario', { sheetId, scenarioId: ids.scenario(name) });
    }
    const refused = await workbench.refusal('deleteScenario', { sheetId, scenarioId: ids.scenario('high') });
    expect(refused.code).toBe('invalid-value');
  });

  it.each(['base', 'mid', 'high'])('base cannot come below %s', async (parent) => {
    const { workbench, sheetId, ids } = await model();
    const input = { sheetId, scenarioId: ids.scenario('base'), fields: { parentId: ids.scenario(parent) } };
    expect((await workbench.refusal('updateScenario', input)).code).toBe('invalid-value');
    expect(await valuesOf(workbench, sheetId)).toEqual(VALUES);
  });

  it('can change parents', async () => {
    const { workbench, sheetId, ids } = await model();
    const fields = { parentId: ids.scenario('base') };
    await workbench.call('updateScenario', { sheetId, scenarioId: ids.scenario('high'), fields });
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ a: { high: 1 }, c: { high: 31 } });
  });

  it('are added, copied and ordered', async () => {
    const { workbench, sheetId, ids } = await model();
    const namesInOrder = async () => {
      const { document } = await workbench.call('openSheet', { sheetId });
      return document.scenarios.toSorted((a, b) => a.position - b.position).map(({ name }) => name.zh);
    };
    await workbench.call('addScenario', { sheetId, name: { zh: 'low', en: '' }, parentId: ids.scenario('base') });
    await workbench.call('duplicateScenario', { sheetId, scenarioId: ids.scenario('mid') });
    expect(await namesInOrder()).toEqual(['base', 'mid', 'mid 2', 'high', 'low']);
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ c: { 'mid 2': 20, low: 11 } });
    await workbench.call('moveScenario', { sheetId, scenarioId: ids.scenario('high'), afterScenarioId: null });
    await workbench.call('moveScenario', {
      sheetId,
      scenarioId: ids.scenario('base'),
      afterScenarioId: ids.scenario('mid'),
    });
    expect(await namesInOrder()).toEqual(['high', 'mid', 'base', 'mid 2', 'low']);
    await type(workbench, sheetId, 'a', null, 'mid 2');
    expect(await valuesOf(workbench, sheetId)).toMatchObject({ a: { mid: 2, 'mid 2': 1 } });
  });
});
