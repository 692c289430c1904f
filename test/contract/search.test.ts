/** The method `search` as a host calls it: kinds, sheets and their lines, and what an edit changes. */
import { expect, it } from 'vitest';
import { DataFolder } from './reports-for-test.ts';
import { sheetOf } from './sheet-for-test.ts';

const workbenchOver = () =>
  new DataFolder({ r1: { 't/a': { value: 5 }, 't/b': { subject: 'n', value: 6 } } }).workbench();

it('finds entities, exhibits, sources and facts under any of their names', async () => {
  const workbench = workbenchOver();
  const found = async (text: string) => {
    const { hits } = await workbench.call('search', { text });
    return hits.map(({ kind, id }) => `${kind} ${id}`);
  };
  expect(await found('model m')).toEqual(['entity m', 'fact r1/t/a']);
  expect(await found('模型乙 bench')).toEqual(['fact r1/t/b']);
  expect(await found('the lab bench')).toEqual(['fact r1/t/a']);
  expect(await found('r1')).toEqual(
    expect.arrayContaining(['exhibit r1/t', 'source r1', 'fact r1/t/a', 'fact r1/t/b']),
  );
});

it('gives only the kinds asked for, and says when there is more', async () => {
  const workbench = workbenchOver();
  const one = await workbench.call('search', { text: '评测', kinds: ['fact'], limit: 1 });
  expect(one).toMatchObject({ hits: [{ kind: 'fact', id: 'r1/t/a', fact: { value: 5 } }], isComplete: false });
  expect(await workbench.call('search', { text: '评测', kinds: ['sheet'] })).toEqual({ hits: [], isComplete: true });
});

it.each([
  [{ text: 'x'.repeat(501) }, 'text'],
  [{ text: 'x', limit: 0 }, 'limit'],
  [{ text: 'x', kinds: ['model'] }, 'kinds[0]'],
])('refuses %j', async (input, where) => {
  expect((await workbenchOver().refusal('search', input)).details).toMatchObject({ where });
});

it('finds sheets by title and by their lines, while they are there', async () => {
  const workbench = workbenchOver();
  const sheetId = await sheetOf(workbench, { 租金50_pct: {}, 电价: {} });
  const found = async (text: string) => (await workbench.call('search', { text, kinds: ['sheet'] })).hits;
  expect(await found('电价')).toMatchObject([{ kind: 'sheet', id: sheetId, detail: { zh: '电价' } }]);
  expect(await found('test 租金')).toMatchObject([{ id: sheetId }]);
  expect(await found('TEST')).toMatchObject([{ id: sheetId, title: { en: 'test' } }]);
  expect([await found('电价 租金'), await found('租金5%')]).toEqual([[], await found('租金 5')]);
  await workbench.call('deleteSheet', { sheetId });
  expect(await found('电价')).toEqual([]);
});

it('follows edits, undo and an update of the program', async () => {
  const data = new DataFolder({ r1: { 't/a': { value: 5 } } });
  const workbench = data.workbench();
  const found = async (text: string) =>
    (await workbench.call('search', { text, kinds: ['fact'] })).hits.map(({ id }) => id);
  await workbench.call('updateFact', { factId: 'r1/t/a', fields: { setting: '五样本' } });
  expect(await found('五样本')).toEqual(['r1/t/a']);
  await workbench.call('undoFacts', {});
  expect(await found('五样本')).toEqual([]);
  await workbench.call('setAliases', { entityId: 'm', aliases: ['新名字'] });
  expect(await found('新名字')).toEqual(['r1/t/a']);
  data.write({ r1: { 't/c': { value: 7 } } });
  workbench.restart();
  expect([await found('新名字'), await found('r1/t/a')]).toEqual([['r1/t/c'], []]);
});
