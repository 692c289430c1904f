/** Facts added, changed, reset and retired by the user, through dispatch. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { formatMessage } from '../../shared/messages.ts';
import { DataFolder } from './reports-for-test.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

type Draft = Input<'addFact'>['draft'];

const REPORTS = {
  r1: {
    't/a': { value: 50 },
    't/size': { value: 4050, unit: '亿parameter', metric: 'size' },
    't/free': { value: 7, unit: 'USD/百万token', metric: 'price' },
  },
};
const workbenchWithFacts = () => new DataFolder(REPORTS).workbench();

const draftOf = (fields: Partial<Draft>): Draft => ({ sourceId: 'r1', subject: 'm', metric: 'b', value: 1, ...fields });

async function factOf(workbench: TestWorkbench, factId: string) {
  return (await workbench.call('getFact', { factId })).fact;
}

/** Key and English sentence of a refusal. */
async function refused(workbench: TestWorkbench, method: Parameters<TestWorkbench['refusal']>[0], input: unknown) {
  const { code, message } = await workbench.refusal(method, input);
  for (const language of ['zh', 'en'] as const) expect(formatMessage(message, language)).not.toContain('{{');
  return `${code}: ${formatMessage(message, 'en')}`;
}

describe('a new fact', () => {
  it('has what the draft says, what the metric says, and an id of its place', async () => {
    const workbench = workbenchWithFacts();
    const { factId, facts, state } = await workbench.call('addFact', { draft: draftOf({ place: 'r1/t', value: 40 }) });
    expect(factId).toBe('r1/t/b:m');
    expect(facts.find(({ id }) => id === factId)).toMatchObject({
      origin: 'own',
      sourceId: 'r1',
      place: 'r1/t',
      subjectId: 'm',
      metricId: 'b',
      value: 40,
      unit: '%',
      qualifier: '=',
      confidence: 'printed',
      bundled: null,
      isRetired: false,
      conflict: 'open',
    });
    // The fact that it contradicts is told as well.
    expect(facts.map(({ id }) => id).sort()).toEqual(['r1/t/a', 'r1/t/b:m']);
    expect(state.undo && formatMessage(state.undo, 'en')).toBe('Fact added (模型甲 · 评测)');
  });

  it.each([
    ['by id', 'm', 'b'],
    ['by name', '模型甲', '评测'],
    ['by an alias, whatever its case and width', 'ｍｏｄｅｌ  m', ' BENCH '],
  ])('finds subject and metric %s', async (_, subject, metric) => {
    const workbench = workbenchWithFacts();
    const { factId } = await workbench.call('addFact', { draft: draftOf({ subject, metric }) });
    expect(await factOf(workbench, factId)).toMatchObject({ subjectId: 'm', metricId: 'b' });
  });

  it('makes entities of names that nothing has yet, and uses them the next time', async () => {
    const workbench = workbenchWithFacts();
    const draft = draftOf({ subject: '新 模型', subjectKind: 'model', metric: '显存', value: 80, unit: 'GB' });
    const first = await workbench.call('addFact', { draft });
    expect(first.factId).toBe('r1/显存:新-模型');
    expect(await workbench.call('getFact', { factId: first.factId })).toMatchObject({
      subject: { id: '新-模型', kind: 'model', origin: 'own', name: { zh: '新 模型' } },
      metric: { id: '显存', kind: 'measure', unit: 'GB' },
    });
    const second = await workbench.call('addFact', { draft: { ...draft, subject: '新  模型' } });
    expect(second.factId).toBe('r1/显存:新-模型~2');
    expect((await workbench.call('listEntities', {})).filter(({ origin }) => origin === 'own')).toHaveLength(2);
    await workbench.call('undoFacts', {});
    await workbench.call('undoFacts', {});
    expect((await workbench.call('listEntities', {})).filter(({ origin }) => origin === 'own')).toEqual([]);
  });

  it('never has an id that another had, even one that was undone', async () => {
    const workbench = workbenchWithFacts();
    const { factId } = await workbench.call('addFact', { draft: draftOf({}) });
    await workbench.call('undoFacts', {});
    expect((await workbench.call('addFact', { draft: draftOf({}) })).factId).toBe(`${factId}~2`);
    expect(await refused(workbench, 'addFact', { draft: draftOf({ id: factId }) })).toMatch(
      /^invalid-value: The id r1/,
    );
  });

  const nasty: [string, Partial<Draft>, RegExp][] = [
    ['no value and no text', { value: null, text: ' ' }, /^invalid-value: The fact has neither/],
    ['a unit that cannot be read', { unit: 'foo/bar' }, /^invalid-unit: .*foo/],
    ['a unit of another dimension', { unit: 'GPU' }, /^invalid-unit: GPU is no unit for 评测, which is measured in %/],
    ['no unit where the metric has one', { metric: 'size', unit: '' }, /^invalid-unit: A value of 参数量 needs a unit/],
    ['a month that is none', { date: '2024-13' }, /^invalid-value: 2024-13 is no date/],
    ['a day that is none', { date: '2023-02-29' }, /^invalid-value: 2023-02-29 is no date/],
    ['a date in another form', { date: '19.7.2024' }, /^invalid-input: .*date/],
    ['a source that is not there', { sourceId: 'r9' }, /^not-found: There is no source r9/],
    ['an id that is taken', { id: 'r1/t/a' }, /^invalid-value: The id r1\/t\/a was used already/],
    ['an id with a quote', { id: 'r1/"a"' }, /^invalid-input: .*id/],
    ['a subject of blanks', { subject: '  ' }, /^invalid-name: The name is empty/],
    ['a model as metric', { metric: '模型乙' }, /^invalid-value: 模型乙 is not something that is measured/],
    ['a new metric in a unit that is none', { metric: '新指标', unit: 'x/y/z!' }, /^invalid-unit/],
    [
      'a correction without a value',
      { correction: { value: null, text: '', reason: { zh: '漏印', en: '' } } },
      /^invalid-value: The correction is empty/,
    ],
    [
      'a correction without a reason',
      { correction: { value: 2, text: '', reason: { zh: ' ', en: '' } } },
      /^invalid-value: The correction has no reason/,
    ],
    ['a value that is no number', { value: Number.NaN }, /^invalid-input: .*value/],
  ];
  it.each(nasty)('with %s is refused, and nothing is written', async (_, fields, said) => {
    const workbench = workbenchWithFacts();
    expect(await refused(workbench, 'addFact', { draft: draftOf(fields) })).toMatch(said);
    expect((await workbench.call('findFacts', { filter: {} })).total).toBe(3);
    expect((await workbench.call('listEntities', {})).filter(({ origin }) => origin === 'own')).toEqual([]);
  });

  it('of a name that two things bear is refused with both, unless the kind tells which', async () => {
    const workbench = workbenchWithFacts();
    const entity = { organisationId: '', aliases: ['双关'], unit: '', better: '' as const };
    const app = { ...entity, id: 'app', kind: 'app' as const, name: { zh: '应用', en: 'App' } };
    const event = { ...entity, id: 'event', kind: 'event' as const, name: { zh: '事件', en: 'Event' } };
    await workbench.call('putEntity', { entity: app });
    await workbench.call('putEntity', { entity: event });
    expect(await refused(workbench, 'addFact', { draft: draftOf({ subject: '双关' }) })).toBe(
      'invalid-name: 双关 is a name of App (app) and of Event (event). Use the id in brackets instead.',
    );
    const draft = draftOf({ subject: '双关', subjectKind: 'event' });
    expect((await workbench.call('addFact', { draft })).factId).toBe('r1/b:event');
  });

  it('is as safe with ids and texts that mean something to SQL', async () => {
    const workbench = workbenchWithFacts();
    const subject = "'; DROP TABLE fact; --";
    const { factId } = await workbench.call('addFact', { draft: draftOf({ subject, place: '%_\u0000', text: "''" }) });
    expect((await workbench.call('getFact', { factId })).subject.name.zh).toBe(subject);
    expect((await workbench.call('findFacts', { filter: {} })).total).toBe(4);
  });
});

describe('a bundled fact that the user changes', () => {
  it('shows both, and how it came again when it is reset', async () => {
    const workbench = workbenchWithFacts();
    const before = await factOf(workbench, 'r1/t/a');
    const { facts, state } = await workbench.call('updateFact', {
      factId: 'r1/t/a',
      fields: { value: 51, setting: '5-shot' },
    });
    expect(facts).toMatchObject([{ value: 51, setting: '5-shot', bundled: { value: 50, setting: '' }, unit: '%' }]);
    expect(state.undo && formatMessage(state.undo, 'en')).toBe('Setting, Value changed (模型甲 · 评测)');
    await workbench.call('resetFact', { factId: 'r1/t/a' });
    expect(await factOf(workbench, 'r1/t/a')).toEqual(before);
    await workbench.call('undoFacts', {});
    expect(await factOf(workbench, 'r1/t/a')).toMatchObject({ value: 51, bundled: { value: 50 } });
  });

  it('is no longer changed when it is given back what it had', async () => {
    const workbench = workbenchWithFacts();
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 51 } });
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 50 } });
    expect((await factOf(workbench, 'r1/t/a')).bundled).toBe(null);
  });

  it('keeps its overlay while it is retired and taken back', async () => {
    const workbench = workbenchWithFacts();
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 51 } });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/a', 'r1/t/size'], isRetired: true });
    expect(await factOf(workbench, 'r1/t/a')).toMatchObject({ value: 51, isRetired: true });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/a', 'r1/t/size'], isRetired: false });
    expect(await factOf(workbench, 'r1/t/a')).toMatchObject({ value: 51, isRetired: false });
    expect(await factOf(workbench, 'r1/t/size')).toMatchObject({ isRetired: false, bundled: null });
  });

  it('takes a price in another currency, and moves to another subject', async () => {
    const workbench = workbenchWithFacts();
    const fields = { value: 1, unit: 'CNY/千token', subjectId: 'n' };
    await workbench.call('updateFact', { factId: 'r1/t/free', fields });
    expect(await factOf(workbench, 'r1/t/free')).toMatchObject(fields);
  });

  it('that comes to nothing new is no edit', async () => {
    const workbench = workbenchWithFacts();
    expect(await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 50 } })).toEqual({
      facts: [],
      state: { revision: 0, undo: null, redo: null },
    });
    await workbench.call('resetFact', { factId: 'r1/t/a' });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/a'], isRetired: false });
    expect((await workbench.call('getFactsState', {})).revision).toBe(0);
    expect(workbench.events).toEqual([]);
  });

  it.each([
    [{ value: null }, /neither a value nor a text/],
    [{ unit: 'GPU' }, /GPU is no unit/],
    [{ metricId: 'size' }, /% is no unit for 参数量/],
    [{ metricId: 'm' }, /not something that is measured/],
    [{ subjectId: 'nobody' }, /There is no entity nobody/],
    [{ date: '2024-00' }, /no date/],
  ])('is refused with %j', async (fields, said) => {
    const workbench = workbenchWithFacts();
    expect(await refused(workbench, 'updateFact', { factId: 'r1/t/a', fields })).toMatch(said);
  });
});

it('refuses what is about facts that are not there, or not bundled', async () => {
  const workbench = workbenchWithFacts();
  const { factId } = await workbench.call('addFact', { draft: draftOf({}) });
  expect(await refused(workbench, 'getFact', { factId: 'r1/x' })).toBe('not-found: There is no fact r1/x');
  expect(await refused(workbench, 'updateFact', { factId: 'r1/x', fields: {} })).toMatch(/^not-found/);
  expect(await refused(workbench, 'resetFact', { factId })).toMatch(/^invalid-value: .* is a fact of your own/);
  const factIds = ['r1/t/a', 'r1/x'];
  expect(await refused(workbench, 'setFactsRetired', { factIds, isRetired: true })).toMatch(/^not-found/);
  expect((await factOf(workbench, 'r1/t/a')).isRetired).toBe(false);
});

describe('undo and redo of facts', () => {
  it('go back and forth across restarts; the history keeps everything', async () => {
    const workbench = workbenchWithFacts();
    const value = async () => (await factOf(workbench, 'r1/t/a')).value;
    for (const next of [51, 52, 53]) {
      await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: next } });
    }
    await workbench.call('undoFacts', {});
    workbench.restart();
    await workbench.call('undoFacts', {});
    expect(await value()).toBe(51);
    await workbench.call('redoFacts', {});
    workbench.restart();
    expect(await value()).toBe(52);
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 54 } });
    expect(await workbench.call('redoFacts', {})).toBe(null);
    const { edits } = await workbench.call('getFact', { factId: 'r1/t/a' });
    expect(edits.map(({ state, label }) => [state, formatMessage(label, 'en')])).toEqual([
      ['done', '模型甲 · 评测: 52 % → 54 %'],
      ['discarded', '模型甲 · 评测: 52 % → 53 %'],
      ['done', '模型甲 · 评测: 51 % → 52 %'],
      ['done', '模型甲 · 评测: 50 % → 51 %'],
    ]);
    for (let count = 0; count < 3; count += 1) await workbench.call('undoFacts', {});
    expect(await value()).toBe(50);
    expect(await workbench.call('undoFacts', {})).toBe(null);
  });

  it('are told to the others, with the facts that changed', async () => {
    const workbench = workbenchWithFacts();
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { value: 51 } }, 'me');
    await workbench.call('undoFacts', {}, 'me');
    expect(workbench.events).toMatchObject([
      { event: { event: 'factsEdited', factIds: ['r1/t/a'], state: { revision: 1 } }, except: 'me' },
      { event: { event: 'factsEdited', factIds: ['r1/t/a'], state: { revision: 2 } }, except: 'me' },
    ]);
  });
});

describe('facts found by a filter', () => {
  const filters: [Input<'findFacts'>['filter'], string[]][] = [
    [{}, ['r1/t/a', 'r1/t/size', 'r1/t/free', 'r1/b:n']],
    [{ exhibitId: 'r1/t' }, ['r1/t/a', 'r1/t/size', 'r1/t/free']],
    [{ sourceId: 'r2' }, []],
    [{ subjectIds: ['n'] }, ['r1/b:n']],
    [{ subjectIds: [] }, []],
    [{ metricIds: ['b', 'size'] }, ['r1/t/a', 'r1/t/size', 'r1/b:n']],
    [{ subjectIds: ['m', 'n'], metricIds: ['b'], sourceId: 'r1' }, ['r1/t/a', 'r1/b:n']],
    [{ state: 'own' }, ['r1/b:n']],
    [{ state: 'changed' }, ['r1/t/a', 'r1/t/free']],
    [{ state: 'retired' }, ['r1/t/free']],
    [{ state: 'in-use' }, ['r1/t/a', 'r1/t/size', 'r1/b:n']],
    [{ state: 'corrected', subjectIds: ['m'] }, ['r1/t/a']],
    [{ state: 'in-conflict' }, []],
    [{ text: 'Model M' }, ['r1/t/a', 'r1/t/size', 'r1/t/free']],
    [{ text: 'Model M', state: 'retired' }, ['r1/t/free']],
  ];
  it.each(filters)('%j', async (filter, expected) => {
    const workbench = workbenchWithFacts();
    await workbench.call('addFact', { draft: draftOf({ subject: 'n' }) });
    const correction = { value: 49, text: '', reason: { zh: '误印', en: 'misprint' } };
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { correction } });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/free'], isRetired: true });
    const found = await workbench.call('findFacts', { filter });
    expect([found.facts.map(({ id }) => id), found.total]).toEqual([expected, expected.length]);
  });

  it('come a page at a time', async () => {
    const workbench = workbenchWithFacts();
    const page = await workbench.call('findFacts', { filter: {}, offset: 1, limit: 1 });
    expect([page.facts.map(({ id }) => id), page.total]).toEqual([['r1/t/size'], 3]);
    expect((await workbench.call('findFacts', { filter: {}, offset: 9 })).facts).toEqual([]);
  });
});
