/** What an update of the program's own facts does to the store, and what of the user's it leaves alone. */
import { describe, expect, it } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { workbenchOver } from '../../electron/workbench.ts';
import { DataFolder, ENTITIES, type Reports } from './reports-for-test.ts';
import { sheetOf, valuesOf } from './sheet-for-test.ts';
import { folderForTest, type TestWorkbench } from './workbench-for-test.ts';

const REPORTS: Reports = {
  r1: { 't/a': { value: 50 }, 't/b': { value: 60, setting: '5-shot' }, 'u/c': { text: 'open', metric: 'openness' } },
};

const WITHOUT_N = Object.fromEntries(Object.entries(ENTITIES).filter(([id]) => id !== 'n'));

/** Every fact as `id: figure`, with a mark for what is retired or changed. */
async function listed(workbench: TestWorkbench): Promise<string[]> {
  const { facts } = await workbench.call('findFacts', { filter: {} });
  return facts.map(({ id, value, text, isRetired, bundled }) =>
    [`${id}: ${value ?? text}`, ...(isRetired ? ['retired'] : []), ...(bundled === null ? [] : ['changed'])].join(' '),
  );
}

async function idsOf(workbench: TestWorkbench, method: 'listSources' | 'listExhibits' | 'listEntities') {
  return (await workbench.call(method, {})).map(({ id }) => id);
}

describe('the bundled reports', () => {
  it('are there from the first start, with their exhibits and entities', async () => {
    const workbench = new DataFolder(REPORTS).workbench();
    expect(await listed(workbench)).toEqual(['r1/t/a: 50', 'r1/t/b: 60', 'r1/u/c: open']);
    expect(await idsOf(workbench, 'listSources')).toEqual(['r1']);
    expect(await idsOf(workbench, 'listExhibits')).toEqual(['r1/t', 'r1/u']);
    expect(await workbench.call('listEntities', { kind: 'model' })).toMatchObject([
      { id: 'm', aliases: ['Model M', 'M-1'], factCount: 3, origin: 'bundled' },
      { id: 'n', factCount: 0 },
    ]);
  });

  it('are read again only when a file has changed', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    const changes = () => workbench.store.db.prepare('SELECT total_changes() AS count').pluck().get();
    workbench.restart();
    expect(changes()).toBe(0);
    data.write({ ...REPORTS, r2: {} });
    workbench.restart();
    expect(changes()).not.toBe(0);
    expect(await idsOf(workbench, 'listSources')).toEqual(['r1', 'r2']);
  });

  it('follow their files: changed, new and gone', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    data.write({ r1: { 't/a': { value: 51 }, 'v/d': { value: 70 } } }, { ...WITHOUT_N, k: { kind: 'model' } });
    workbench.restart();
    expect(await listed(workbench)).toEqual(['r1/t/a: 51', 'r1/v/d: 70']);
    expect(await idsOf(workbench, 'listExhibits')).toEqual(['r1/t', 'r1/v']);
    expect((await workbench.call('search', { text: '模型乙' })).hits).toEqual([]);
    expect(await idsOf(workbench, 'listEntities')).toEqual(['b', 'k', 'lab', 'm', 'openness', 'price', 'size']);
  });

  it('bring conflicts and take them away', async () => {
    const data = new DataFolder({ ...REPORTS, r2: { 't/a': { value: 55 } } });
    const workbench = data.workbench();
    const open = async () => (await workbench.call('listConflicts', {})).map(({ facts }) => facts.map(({ id }) => id));
    expect(await open()).toEqual([['r1/t/a', 'r2/t/a']]);
    data.write({ ...REPORTS, r2: { 't/a': { value: 50 } } });
    workbench.restart();
    expect(await open()).toEqual([]);
    data.write({ ...REPORTS, r2: { 't/b': { value: 66, setting: '5-shot' } } });
    workbench.restart();
    expect(await open()).toEqual([['r1/t/b', 'r2/t/b']]);
    data.write(REPORTS);
    workbench.restart();
    expect(await open()).toEqual([]);
  });
});

it('a disk that is full is said at opening, and leaves the store as it was', () => {
  const data = new DataFolder({});
  const home = folderForTest();
  const host = { kind: 'browser' as const, log: () => {} };
  const open = () => workbenchOver(store, { home, dataFolder: data.path, host });
  let store = openStore(home);
  store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`);
  const facts = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`t/f${at}`, { value: at }]));
  data.write({ r1: facts });
  expect(open).toThrow(/cannot-write: store.diskFull/);
  store = openStore(home);
  expect(store.db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(0);
  open().close();
  store = openStore(home);
  expect(store.db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(2000);
  store.close();
});

describe('an update leaves to the user', () => {
  it('their overlays, laid over what is new', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 40 } });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/b'], isRetired: true });
    data.write({ r1: { ...REPORTS.r1, 't/a': { value: 51, date: '2024' }, 't/b': { value: 61, setting: '5-shot' } } });
    workbench.restart();
    expect(await listed(workbench)).toEqual(['r1/t/a: 40 changed', 'r1/t/b: 61 retired changed', 'r1/u/c: open']);
    const { fact } = await workbench.call('getFact', { factId: 'r1/t/a' });
    expect([fact.date, fact.bundled?.value, fact.bundled?.date]).toEqual(['2024', 51, '2024']);
    await workbench.call('undoFacts', {});
    await workbench.call('undoFacts', {});
    expect(await listed(workbench)).toEqual(['r1/t/a: 51', 'r1/t/b: 61', 'r1/u/c: open']);
  });

  it('their facts, sources, entities, names and choices', async () => {
    const data = new DataFolder({ ...REPORTS, r2: { 't/a': { value: 55 } } });
    const workbench = data.workbench();
    const source = { id: 'mine', title: '笔记', publisher: '', date: '', language: 'zh' as const, link: '' };
    await workbench.call('putSource', { source });
    await workbench.call('addFact', { draft: { sourceId: 'mine', subject: '新模型', metric: '评测', value: 1 } });
    await workbench.call('setAliases', { entityId: 'm', aliases: ['我的叫法'] });
    const [{ topic }] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic, factId: 'r2/t/a', note: '更新' });
    data.write({ r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 56 } }, r3: {} });
    workbench.restart();
    expect(await listed(workbench)).toEqual(['r1/t/a: 50', 'r2/t/a: 56', 'mine/b:新模型: 1']);
    expect(await idsOf(workbench, 'listSources')).toEqual(['r1', 'r2', 'r3', 'mine']);
    expect((await workbench.call('getFact', { factId: 'r1/t/a' })).subject.aliases).toEqual([
      'Model M',
      'M-1',
      '我的叫法',
    ]);
    expect(await workbench.call('listConflicts', { state: 'chosen' })).toMatchObject([
      { choice: { factId: 'r2/t/a', note: '更新' }, facts: [{ conflict: 'passed-over' }, { conflict: 'chosen' }] },
    ]);
  });

  it('what their changes, choices and formulas name, retired, until it comes again', async () => {
    const data = new DataFolder({ ...REPORTS, r2: { 't/a': { value: 55 } } });
    const workbench = data.workbench();
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 40 } });
    const [{ topic }] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic, factId: 'r2/t/a' });
    const sheetId = await sheetOf(workbench, { x: { cells: { base: '=FACT("r1/t/b")' } } });
    data.write({});
    workbench.restart();
    expect(await listed(workbench)).toEqual(['r1/t/a: 40 retired changed', 'r1/t/b: 60 retired', 'r2/t/a: 55 retired']);
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: '#N/A' } });
    expect(await workbench.call('listConflicts', {})).toEqual([]);
    // A source and an entity that something still hangs from are the user's now.
    expect(await workbench.call('listSources', {})).toMatchObject([{ id: 'r1', origin: 'own' }, { id: 'r2' }]);
    expect((await workbench.refusal('setFactsRetired', { factIds: ['r1/t/b'], isRetired: false })).message.key).toBe(
      'fact.gone',
    );
    await workbench.call('resetFact', { factId: 'r1/t/a' });
    expect((await listed(workbench))[0]).toBe('r1/t/a: 50 retired');
    await workbench.call('undoFacts', {});
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 41 } });
    expect((await listed(workbench))[0]).toBe('r1/t/a: 41 retired changed');
    data.write({ ...REPORTS, r2: { 't/a': { value: 55 } } });
    workbench.restart();
    expect(await listed(workbench)).toEqual(['r1/t/a: 41 changed', 'r1/t/b: 60', 'r2/t/a: 55', 'r1/u/c: open']);
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: 60 } });
    expect(await workbench.call('listSources', {})).toMatchObject([{ origin: 'bundled' }, { origin: 'bundled' }]);
  });

  it('an entity that only their facts are about', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    await workbench.call('addFact', { draft: { sourceId: 'r1', subject: 'n', metric: 'b', value: 3 } });
    data.write(REPORTS, WITHOUT_N);
    workbench.restart();
    expect(await workbench.call('listEntities', { kind: 'model' })).toMatchObject([
      { id: 'm', origin: 'bundled' },
      { id: 'n', origin: 'own', name: { zh: '模型乙' } },
    ]);
    expect((await workbench.call('search', { text: '模型乙', kinds: ['entity'] })).hits).toMatchObject([{ id: 'n' }]);
  });

  it('a fact of theirs whose id a report now has as well', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    const draft = { id: 'r1/t/z', sourceId: 'r1', place: 'r1/t', subject: 'n', metric: 'b', value: 3 };
    await workbench.call('addFact', { draft });
    data.write({ r1: { ...REPORTS.r1, 't/z': { value: 99 } } });
    workbench.restart();
    expect((await workbench.call('getFact', { factId: 'r1/t/z' })).fact).toMatchObject({ value: 3, origin: 'own' });
  });

  it('a step back that needs what is gone is refused, and nothing of it done', async () => {
    const data = new DataFolder(REPORTS);
    const workbench = data.workbench();
    await workbench.call('addFact', { draft: { sourceId: 'r1', subject: 'n', metric: 'b', value: 3 } });
    await workbench.call('undoFacts', {});
    data.write(REPORTS, WITHOUT_N);
    workbench.restart();
    expect((await workbench.refusal('redoFacts', {})).message.key).toBe('fact.stepImpossible');
    expect(await listed(workbench)).toHaveLength(3);
    expect((await workbench.call('getFactsState', {})).redo?.key).toBe('fact.editAdded');
  });
});
