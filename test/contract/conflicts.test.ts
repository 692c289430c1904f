/** Facts that disagree, and the user's choice among them, through dispatch. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { DataFolder, type Reports } from './reports-for-test.ts';
import { sheetOf, valuesOf } from './sheet-for-test.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

/** Every conflict as `kind: id=state, …`. */
async function conflictsOf(workbench: TestWorkbench, state: 'all' | 'open' | 'chosen' = 'all'): Promise<string[]> {
  const conflicts = await workbench.call('listConflicts', { state });
  return conflicts.map(
    ({ kind, facts }) => `${kind}: ${facts.map(({ id, conflict }) => `${id}=${conflict}`).join(', ')}`,
  );
}

describe('a conflict', () => {
  const cases: [string, Reports, string[]][] = [
    [
      'is between figures of one topic that disagree',
      { r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 55 } } },
      ['value: r1/t/a=open, r2/t/a=open'],
    ],
    ['is not where they agree as printed', { r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 50.4 } } }, []],
    [
      'leaves out a fact that agrees with all',
      { r1: { 't/a': { value: 50 }, 't/c': { value: 40, qualifier: '>' } }, r2: { 't/a': { value: 55 } } },
      ['value: r1/t/a=open, r2/t/a=open'],
    ],
    [
      'has on its sides also those who agree with each other',
      { r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 50 } }, r3: { 't/a': { value: 60 } } },
      ['value: r1/t/a=open, r2/t/a=open, r3/t/a=open'],
    ],
    [
      'compares what was corrected',
      { r1: { 't/a': { value: 5, correction: { value: 50, reason: '漏印一位' } } }, r2: { 't/a': { value: 50 } } },
      [],
    ],
    [
      'is not between dates, settings, subjects or metrics',
      {
        r1: { 't/a': { value: 50 }, 't/b': { value: 51, date: '2024' }, 't/c': { value: 52, setting: '5-shot' } },
        r2: { 't/a': { value: 53, subject: 'n' }, 't/b': { value: 54, metric: 'size', unit: 'parameter' } },
      },
      [],
    ],
    [
      'takes settings that are written otherwise for one',
      {
        r1: { 't/a': { value: 50, setting: '0-shot, CoT' } },
        r2: { 't/a': { value: 55, setting: 'CoT，0-Shot' } },
      },
      ['value: r1/t/a=open, r2/t/a=open'],
    ],
    [
      'is of code words and dates too, not of free wording',
      {
        r1: {
          't/a': { text: 'open', metric: 'openness' },
          't/b': { text: '很强的模型', metric: 'openness', subject: 'n' },
        },
        r2: {
          't/a': { text: 'closed', metric: 'openness' },
          't/b': { text: '一般', metric: 'openness', subject: 'n' },
        },
      },
      ['value: r1/t/a=open, r2/t/a=open'],
    ],
    [
      'of settings is one score that two sources print under two',
      { r1: { 't/a': { value: 73.3, setting: '5-shot' } }, r2: { 't/a': { value: 73.3, setting: '0-shot' } } },
      ['setting: r1/t/a=open, r2/t/a=open'],
    ],
    [
      'of settings is not within a source, and not where a source has both',
      {
        r1: { 't/a': { value: 73.3, setting: '5-shot' }, 't/b': { value: 73.3, setting: '0-shot' } },
        r2: { 't/a': { value: 73.3, setting: '0-shot' } },
      },
      [],
    ],
    [
      'of settings is not where one is not printed, nor among prices',
      {
        r1: {
          't/a': { value: 73.3, setting: '5-shot' },
          't/p': { value: 1, unit: 'CNY/token', metric: 'price', setting: 'input' },
        },
        r2: { 't/a': { value: 73.3 }, 't/p': { value: 1, unit: 'CNY/token', metric: 'price', setting: 'output' } },
      },
      [],
    ],
  ];
  it.each(cases)('%s', async (_, reports, expected) => {
    expect(await conflictsOf(new DataFolder(reports).workbench())).toEqual(expected);
  });

  it('is shown with the fact, its exhibit and how far its sides are apart', async () => {
    const workbench = new DataFolder({ r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 55 } } }).workbench();
    const { conflict } = await workbench.call('getFact', { factId: 'r2/t/a' });
    expect(conflict).toMatchObject({
      topic: 'm b - ',
      kind: 'value',
      choice: null,
      facts: [{ value: 50 }, { value: 55 }],
    });
    expect(conflict?.spread).toBeCloseTo(10);
    expect(await workbench.call('listExhibits', { sourceId: 'r1' })).toMatchObject([
      { conflictCount: 1, factCount: 1 },
    ]);
    expect((await workbench.call('findFacts', { filter: { state: 'in-conflict' } })).total).toBe(2);
  });

  it('comes and goes with edits, and with a metric that becomes a benchmark', async () => {
    const reports = { r1: { 't/a': { value: 50 } }, r2: { 't/a': { value: 50 } } };
    const workbench = new DataFolder(reports).workbench();
    await workbench.call('updateFact', { factId: 'r2/t/a', fields: { value: 60 } });
    expect(await conflictsOf(workbench)).toEqual(['value: r1/t/a=open, r2/t/a=open']);
    await workbench.call('setFactsRetired', { factIds: ['r1/t/a'], isRetired: true });
    expect(await conflictsOf(workbench)).toEqual([]);
    await workbench.call('undoFacts', {});
    await workbench.call('updateFact', { factId: 'r2/t/a', fields: { value: 50, setting: '5-shot' } });
    await workbench.call('updateFact', { factId: 'r1/t/a', fields: { setting: '0-shot' } });
    expect(await conflictsOf(workbench)).toEqual(['setting: r1/t/a=open, r2/t/a=open']);

    for (const [sourceId, setting] of [
      ['r1', '5-shot'],
      ['r2', '0-shot'],
    ]) {
      const draft = { sourceId, subject: 'm', metric: 'own', value: 7, setting };
      await workbench.call('addFact', { draft });
    }
    expect(await conflictsOf(workbench)).toHaveLength(1);
    const entity = { id: 'own', kind: 'benchmark' as const, name: { zh: 'own', en: 'own' }, aliases: [] };
    await workbench.call('putEntity', { entity: { ...entity, organisationId: '', unit: '', better: 'higher' } });
    expect(await conflictsOf(workbench)).toHaveLength(2);
    await workbench.call('undoFacts', {});
    expect(await conflictsOf(workbench)).toHaveLength(1);
  });
});

describe('the choice of a side', () => {
  async function inConflict() {
    const reports: Reports = {
      r1: { 't/a': { value: 50 }, 't/z': { value: 1, subject: 'n' } },
      r2: { 't/a': { value: 50 } },
      r3: { 't/a': { value: 60 } },
    };
    const workbench = new DataFolder(reports).workbench();
    const [{ topic }] = await workbench.call('listConflicts', {});
    return { workbench, topic };
  }

  it('settles it, for those who agree as well, and is shown as a choice', async () => {
    const { workbench, topic } = await inConflict();
    const { facts, state } = await workbench.call('chooseFact', { topic, factId: 'r1/t/a', note: '原始论文' });
    expect(facts.map(({ id }) => id).sort()).toEqual(['r1/t/a', 'r2/t/a', 'r3/t/a']);
    expect(state.undo && formatMessage(state.undo, 'en')).toBe('50 % chosen (模型甲 · 评测)');
    expect(await conflictsOf(workbench)).toEqual(['value: r1/t/a=chosen, r2/t/a=chosen, r3/t/a=passed-over']);
    expect(await conflictsOf(workbench, 'open')).toEqual([]);
    expect(await conflictsOf(workbench, 'chosen')).toHaveLength(1);
    expect((await workbench.call('getFact', { factId: 'r3/t/a' })).conflict?.choice).toMatchObject({
      factId: 'r1/t/a',
      note: '原始论文',
    });
    expect((await workbench.call('getFact', { factId: 'r1/t/a' })).edits).toHaveLength(1);
  });

  it('is what formulas use, also of sheets that are open, and is taken back and undone', async () => {
    const { workbench, topic } = await inConflict();
    const sheetId = await sheetOf(workbench, {
      x: { unit: '%', cells: { base: '=FACT("r3/t/a")' } },
      y: { unit: '%', cells: { base: '=FACT("r1/t/z")' } },
    });
    const x = async () => (await valuesOf(workbench, sheetId)).x.base;
    expect(await x()).toBe(60);
    await workbench.call('chooseFact', { topic, factId: 'r1/t/a' });
    expect(await x()).toBe(50);
    const told = workbench.events.filter(({ event }) => event.event === 'sheetRecalculated');
    expect(told).toMatchObject([{ event: { sheetId, factIds: ['r3/t/a'] }, except: null }]);
    expect((await workbench.call('getFact', { factId: 'r3/t/a' })).uses).toMatchObject([
      { sheetId, lineLabel: { zh: 'x' } },
    ]);
    await workbench.call('chooseFact', { topic, factId: null });
    expect(await x()).toBe(60);
    await workbench.call('undoFacts', {});
    expect(await x()).toBe(50);
    await workbench.call('undoFacts', {});
    expect(await x()).toBe(60);
    expect(await conflictsOf(workbench, 'open')).toHaveLength(1);
  });

  it('holds no longer once the chosen fact is retired, and again when it is back', async () => {
    const { workbench, topic } = await inConflict();
    await workbench.call('chooseFact', { topic, factId: 'r3/t/a' });
    await workbench.call('updateFact', { factId: 'r2/t/a', fields: { value: 55 } });
    await workbench.call('setFactsRetired', { factIds: ['r3/t/a'], isRetired: true });
    expect(await conflictsOf(workbench)).toEqual(['value: r1/t/a=open, r2/t/a=open']);
    await workbench.call('undoFacts', {});
    expect(await conflictsOf(workbench)).toEqual(['value: r1/t/a=passed-over, r2/t/a=passed-over, r3/t/a=chosen']);
  });

  it('made twice is one edit; another note is another', async () => {
    const { workbench, topic } = await inConflict();
    await workbench.call('chooseFact', { topic, factId: 'r3/t/a' });
    await workbench.call('chooseFact', { topic, factId: 'r3/t/a' });
    expect((await workbench.call('getFactsState', {})).revision).toBe(1);
    await workbench.call('chooseFact', { topic, factId: 'r3/t/a', note: '新' });
    expect((await workbench.call('getFactsState', {})).revision).toBe(2);
  });

  it('stands in for nothing in another currency', async () => {
    const price = { metric: 'price', unit: 'CNY/token' };
    const workbench = new DataFolder({
      r1: { 't/a': { value: 1, ...price }, 't/b': { value: 9, ...price, unit: 'USD/token' } },
      r2: { 't/a': { value: 2, ...price } },
    }).workbench();
    const [{ topic }] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic, factId: 'r2/t/a' });
    const sheetId = await sheetOf(workbench, {
      x: { cells: { base: '=FACT("r1/t/a")' } },
      y: { cells: { base: '=FACT("r1/t/b")' } },
    });
    expect(await valuesOf(workbench, sheetId)).toEqual({ x: { base: 2 }, y: { base: 9 } });
  });

  it('of a setting leaves the figure as it is', async () => {
    const reports: Reports = {
      r1: { 't/a': { value: 73.3, setting: '5-shot' } },
      r2: { 't/a': { value: 73.3, setting: '0-shot' } },
    };
    const workbench = new DataFolder(reports).workbench();
    const [{ topic }] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic, factId: 'r1/t/a' });
    expect(await conflictsOf(workbench)).toEqual(['setting: r1/t/a=chosen, r2/t/a=passed-over']);
  });

  it('is made in several at once: one edit, one step back', async () => {
    const reports: Reports = {
      r1: { 't/a': { value: 73.3, setting: '5-shot' }, 't/b': { subject: 'n', value: 60, setting: '5-shot' } },
      r2: { 't/a': { value: 73.3, setting: '0-shot' }, 't/b': { subject: 'n', value: 60, setting: '0-shot' } },
    };
    const workbench = new DataFolder(reports).workbench();
    const open = await workbench.call('listConflicts', {});
    const choices = open.map(({ topic, facts }) => ({ topic, factId: facts[0].id }));
    const { state } = await workbench.call('chooseFacts', { choices, note: '以 r1 为准' });
    expect(state.undo && formatMessage(state.undo, 'en')).toMatch(/^2 conflicts decided/);
    expect(await conflictsOf(workbench, 'open')).toEqual([]);
    expect((await workbench.call('listConflicts', {})).map(({ choice }) => choice?.note)).toEqual(
      Array(2).fill('以 r1 为准'),
    );
    await workbench.call('undoFacts', {});
    expect(await conflictsOf(workbench, 'open')).toHaveLength(2);
    const [first, second] = choices;
    const wrong = { choices: [first, { ...second, factId: first.factId }] };
    expect((await workbench.refusal('chooseFacts', wrong)).message.key).toBe('fact.notInConflict');
    expect(await conflictsOf(workbench, 'open')).toHaveLength(2);
  });

  it('is refused where there is no conflict, and of a fact that is not in it', async () => {
    const { workbench, topic } = await inConflict();
    const refused = async (input: unknown) => (await workbench.refusal('chooseFact', input)).message.key;
    expect(await refused({ topic: 'm b 2024 ', factId: 'r1/t/a' })).toBe('fact.noConflict');
    expect(await refused({ topic, factId: 'r1/t/z' })).toBe('fact.notInConflict');
    expect(await refused({ topic, factId: 'nobody' })).toBe('fact.notInConflict');
    expect(await conflictsOf(workbench, 'open')).toHaveLength(1);
  });
});
