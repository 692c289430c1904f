import { expect, test } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import { formatMessage } from '../../shared/messages.ts';
import { idsOf, sheetOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const source = { sourceId: '002', place: '002/图表14', wording: '4.1' };
const reported = { value: 4.1, text: '≈ 4.1', step: 0.1, period: '' };

async function workbenchWithCost() {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(workbench, { cost: { unit: '万元', cells: { base: '1' } } }, { high: 'base' });
  const { line, scenario } = await idsOf(workbench, sheetId);
  const update = (fields: Input<'updateLine'>['fields']) =>
    workbench.call('updateLine', { sheetId, lineId: line('cost'), fields });
  await update({ label: { zh: '训练成本', en: 'Training cost' } });
  return { workbench, sheetId, scenario, update };
}

test.each<[Input<'updateLine'>['fields'], string, string]>([
  [{ unit: '亿元' }, '单位 万元 → 亿元（训练成本）', 'Unit 万元 → 亿元 (Training cost)'],
  [{ unit: '' }, '单位 万元 → （无）（训练成本）', 'Unit 万元 → (none) (Training cost)'],
  [{ name: 'price' }, '名称 cost → price（训练成本）', 'Name cost → price (Training cost)'],
  [{ label: { zh: '训练费用', en: 'Training cost' } }, '显示名 训练成本 → 训练费用', 'Label 训练成本 → 训练费用'],
  [
    { format: { decimals: 2, grouping: true } },
    '数字格式 自动、千位分隔 → 2 位小数、千位分隔（训练成本）',
    'Number format automatic with separators → 2 decimals with separators (Training cost)',
  ],
  [{ note: sameInBoth('as read') }, '备注（训练成本）', 'Note (Training cost)'],
  [{ reported }, '报告值 （无） → ≈ 4.1（训练成本）', 'Reported value (none) → ≈ 4.1 (Training cost)'],
  [{ sources: [source] }, '新增出处（训练成本）', 'Source added (Training cost)'],
  [{ unit: '亿元', note: sameInBoth('x') }, '单位、备注（训练成本）', 'Unit, Note (Training cost)'],
  [
    { name: 'a'.repeat(60) },
    `名称 cost → ${'a'.repeat(40)}…（训练成本）`,
    `Name cost → ${'a'.repeat(40)}… (Training cost)`,
  ],
])('a line changed by %j', async (fields, zh, en) => {
  const { update } = await workbenchWithCost();
  const label = (await update(fields)).state.undo?.label;
  expect(label && [formatMessage(label, 'zh'), formatMessage(label, 'en')]).toEqual([zh, en]);
});

test('sources: added, changed, removed', async () => {
  const { update } = await workbenchWithCost();
  const labels = [];
  for (const sources of [[source], [{ ...source, wording: '4.2' }], []]) {
    const label = (await update({ sources })).state.undo?.label;
    labels.push(label && formatMessage(label, 'en'));
  }
  expect(labels).toEqual([
    'Source added (Training cost)',
    'Source changed (Training cost)',
    'Source removed (Training cost)',
  ]);
});

test('the sheet itself and its scenarios', async () => {
  const { workbench, sheetId, scenario } = await workbenchWithCost();
  const high = { sheetId, scenarioId: scenario('high') };
  const results = [
    await workbench.call('updateSheet', { sheetId, fields: { title: sameInBoth('Model') } }),
    await workbench.call('updateSheet', { sheetId, fields: { note: sameInBoth('why') } }),
    await workbench.call('updateScenario', { ...high, fields: { name: sameInBoth('bull') } }),
    await workbench.call('updateScenario', { ...high, fields: { parentId: null } }),
    await workbench.call('updateScenario', { ...high, fields: { note: sameInBoth('why') } }),
  ];
  expect(results.map(({ state }) => state.undo && formatMessage(state.undo.label, 'en'))).toEqual([
    'Title test → Model',
    'Note of the sheet',
    'Scenario high → bull',
    'Parent of scenario bull → (none)',
    'Note of scenario bull',
  ]);
});

test('other windows hear that a title changed, by undo as well', async () => {
  const { workbench, sheetId } = await workbenchWithCost();
  await workbench.call('updateSheet', { sheetId, fields: { title: sameInBoth('Model') } });
  workbench.events.length = 0;
  await workbench.call('undo', { sheetId });
  expect(workbench.events.map(({ event }) => event.event)).toEqual(['sheetEdited', 'sheetsListed']);
  await workbench.call('undo', { sheetId });
  expect(workbench.events.slice(2).map(({ event }) => event.event)).toEqual(['sheetEdited']);
});
