/** Sources and entities: what comes with the program, and what the user adds, through dispatch. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { formatMessage } from '../../shared/messages.ts';
import { DataFolder } from './reports-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const workbenchWithFacts = () => new DataFolder({ r1: { 't/a': { value: 50 }, 'u/b': { value: 50 } } }).workbench();

const SOURCE = {
  id: 'mine',
  title: '电话会议',
  publisher: '',
  date: '2024-07',
  language: 'zh' as const,
  link: '/tmp/a b.pdf',
};
const ENTITY: Input<'putEntity'>['entity'] = {
  id: 'k',
  kind: 'model',
  name: { zh: '模型丙', en: 'Model K' },
  aliases: ['K-1'],
  organisationId: 'lab',
  unit: '',
  better: '',
};

async function refused(workbench: TestWorkbench, method: Parameters<TestWorkbench['refusal']>[0], input: unknown) {
  const { code, message } = await workbench.refusal(method, input);
  for (const language of ['zh', 'en'] as const) expect(formatMessage(message, language)).not.toContain('{{');
  return `${code}: ${formatMessage(message, 'en')}`;
}

describe('sources', () => {
  it('have exhibits with what is in them, each with its facts', async () => {
    const workbench = workbenchWithFacts();
    expect(await workbench.call('listSources', {})).toMatchObject([
      { id: 'r1', title: '报告 r1', origin: 'bundled', exhibitCount: 2, factCount: 2 },
    ]);
    expect(await workbench.call('listExhibits', { sourceId: 'r1' })).toMatchObject([
      { id: 'r1/t', kind: 'text', factCount: 1, conflictCount: 0, correctionCount: 0, overlayCount: 0 },
      { id: 'r1/u', kind: 'text', factCount: 1 },
    ]);
    const { exhibit, source, facts } = await workbench.call('getExhibit', { exhibitId: 'r1/u' });
    expect([exhibit.factIds, source.id, facts.map(({ id }) => id)]).toEqual([['r1/u/b'], 'r1', ['r1/u/b']]);
  });

  it('of the user are added, changed and deleted, and that is undone', async () => {
    const workbench = workbenchWithFacts();
    const mine = async () => (await workbench.call('listSources', {})).find(({ id }) => id === 'mine');
    await workbench.call('putSource', { source: SOURCE });
    await workbench.call('putSource', { source: { ...SOURCE, title: '电话会议纪要' } });
    expect(await mine()).toMatchObject({ ...SOURCE, title: '电话会议纪要', origin: 'own', factCount: 0 });
    const { state } = await workbench.call('deleteSource', { sourceId: 'mine' });
    expect(state.undo && formatMessage(state.undo, 'zh')).toBe('删除来源“电话会议纪要”');
    expect(await mine()).toBe(undefined);
    await workbench.call('undoFacts', {});
    await workbench.call('undoFacts', {});
    expect(await mine()).toMatchObject(SOURCE);
    await workbench.call('undoFacts', {});
    expect(await mine()).toBe(undefined);
    expect(workbench.events.map(({ event }) => event.event)).toEqual(Array(6).fill('factsEdited'));
  });

  it('that come with the program take a link to the file of the user, which an update leaves', async () => {
    const data = new DataFolder({ r1: { 't/a': { value: 50 } } });
    const workbench = data.workbench();
    const link = async () => (await workbench.call('listSources', {}))[0].link;
    const { state } = await workbench.call('setSourceLink', { sourceId: 'r1', link: 'D:\\r1.pdf' });
    expect(state.undo && formatMessage(state.undo, 'zh')).toBe('文件位置（报告 r1）');
    data.write({ r1: { 't/a': { value: 51 } } });
    workbench.restart();
    expect([await link(), (await workbench.call('getExhibit', { exhibitId: 'r1/t' })).source.link]).toEqual(
      Array(2).fill('D:\\r1.pdf'),
    );
    await workbench.call('setSourceLink', { sourceId: 'r1', link: '' });
    expect(await link()).toBe('');
    await workbench.call('undoFacts', {});
    expect(await link()).toBe('D:\\r1.pdf');
    await workbench.call('undoFacts', {});
    expect(await link()).toBe('');
    await workbench.call('putSource', { source: SOURCE });
    await workbench.call('setSourceLink', { sourceId: 'mine', link: '/b.pdf' });
    expect((await workbench.call('listSources', {})).map(({ link }) => link)).toEqual(['', '/b.pdf']);
  });

  it('that facts or lines hang from stay', async () => {
    const workbench = workbenchWithFacts();
    await workbench.call('putSource', { source: SOURCE });
    const draft = { sourceId: 'mine', subject: 'm', metric: 'b', value: 1 };
    const { factId } = await workbench.call('addFact', { draft });
    await workbench.call('setFactsRetired', { factIds: [factId], isRetired: true });
    expect(await refused(workbench, 'deleteSource', { sourceId: 'mine' })).toBe(
      'invalid-value: The source 电话会议 cannot be deleted: 1 facts, 0 lines of sheets and 0 ratings refer to it. Remove those first.',
    );
    await workbench.call('undoFacts', {});
    await workbench.call('undoFacts', {});
    const { sheetId } = await workbench.call('createSheet', {});
    const sources = [{ sourceId: 'mine', place: 'p. 3', wording: '' }];
    await workbench.call('insertLines', { sheetId, afterLineId: null, lines: [{ name: 'x', sources }] });
    expect(await refused(workbench, 'deleteSource', { sourceId: 'mine' })).toContain('0 facts, 1 lines');
    await workbench.call('deleteSheet', { sheetId });
    await workbench.call('deleteSource', { sourceId: 'mine' });
  });

  it.each([
    ['putSource', { source: { ...SOURCE, id: 'r1' } }, /^invalid-value: The source r1 comes with the program/],
    ['putSource', { source: { ...SOURCE, date: '2024-02-30' } }, /^invalid-value: 2024-02-30 is no date/],
    ['putSource', { source: { ...SOURCE, title: '' } }, /^invalid-input: .*title/],
    ['putSource', { source: { ...SOURCE, id: 'a b' } }, /^invalid-input: .*id/],
    ['deleteSource', { sourceId: 'r1' }, /^invalid-value: The source r1 comes with the program/],
    ['deleteSource', { sourceId: 'r9' }, /^not-found: There is no source r9/],
    ['listExhibits', { sourceId: 'r9' }, /^not-found: There is no source r9/],
    ['getExhibit', { exhibitId: 'r1/x' }, /^not-found: There is no exhibit r1\/x/],
  ] as const)('%s %j is refused', async (method, input, said) => {
    expect(await refused(workbenchWithFacts(), method, input)).toMatch(said);
  });
});

describe('entities', () => {
  it('of the user are added and changed; facts find them by all their names', async () => {
    const workbench = workbenchWithFacts();
    await workbench.call('putEntity', { entity: ENTITY });
    const { state } = await workbench.call('setAliases', { entityId: 'k', aliases: [' K-2 ', 'K-2', ' '] });
    expect(state.undo && formatMessage(state.undo, 'en')).toBe('Names of Model K');
    expect(await workbench.call('listEntities', { kind: 'model' })).toMatchObject([
      { ...ENTITY, aliases: ['K-2'], origin: 'own', factCount: 0 },
      { id: 'm', factCount: 2 },
      { id: 'n' },
    ]);
    const draft = { sourceId: 'r1', subject: 'k-2', metric: 'b', value: 1 };
    expect((await workbench.call('addFact', { draft })).factId).toBe('r1/b:k');
  });

  it('that come with the program take further names, and lose them again', async () => {
    const workbench = workbenchWithFacts();
    const aliases = async () => (await workbench.call('getFact', { factId: 'r1/t/a' })).subject.aliases;
    const found = async () => (await workbench.call('search', { text: '小甲', kinds: ['entity'] })).hits.length;
    await workbench.call('setAliases', { entityId: 'm', aliases: ['小甲'] });
    expect([await aliases(), await found()]).toEqual([['Model M', 'M-1', '小甲'], 1]);
    await workbench.call('setAliases', { entityId: 'm', aliases: [] });
    expect([await aliases(), await found()]).toEqual([['Model M', 'M-1'], 0]);
    await workbench.call('undoFacts', {});
    expect([await aliases(), await found()]).toEqual([['Model M', 'M-1', '小甲'], 1]);
  });

  it.each([
    ['putEntity', { entity: { ...ENTITY, id: 'm' } }, /^invalid-value: 模型甲 comes with the program/],
    ['putEntity', { entity: { ...ENTITY, name: { zh: ' ', en: '' } } }, /^invalid-name: The name is empty/],
    ['putEntity', { entity: { ...ENTITY, aliases: ['model m'] } }, /^invalid-name: model m is a name of 模型甲 \(m\)/],
    ['putEntity', { entity: { ...ENTITY, organisationId: 'nobody' } }, /^not-found: There is no entity nobody/],
    ['putEntity', { entity: { ...ENTITY, unit: 'a//b' } }, /^invalid-unit/],
    ['setAliases', { entityId: 'nobody', aliases: [] }, /^not-found: There is no entity nobody/],
    ['setAliases', { entityId: 'n', aliases: ['Ｍ-1'] }, /^invalid-name: Ｍ-1 is a name of 模型甲 \(m\) already/],
  ] as const)('%s %j is refused', async (method, input, said) => {
    expect(await refused(workbenchWithFacts(), method, input)).toMatch(said);
  });
});

it('everything that comes with the program answers in the form of the contract', async () => {
  const workbench = new TestWorkbench();
  const { facts } = await workbench.call('findFacts', { filter: {}, limit: 10_000 });
  expect(facts.length).toBeGreaterThan(2000);
  await workbench.call('listEntities', {});
  await workbench.call('listConflicts', {});
  for (const { id } of await workbench.call('listExhibits', {})) await workbench.call('getExhibit', { exhibitId: id });
  for (const { id } of facts.filter((_, at) => at % 50 === 0)) await workbench.call('getFact', { factId: id });
});
