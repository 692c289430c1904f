/** Models and their scores through dispatch: what is used of several facts, units, choices, and what is known of a model. */
import { describe, expect, it, test } from 'vitest';
import { DataFolder, ENTITIES, type Reports } from './reports-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const WITH_MEASURES: typeof ENTITIES = {
  ...ENTITIES,
  'm-7b': { kind: 'model' },
  parameters: { kind: 'measure', unit: 'parameter' },
  'context-length': { kind: 'measure', unit: 'token' },
  'release-date': { kind: 'measure' },
  license: { kind: 'measure' },
  elo: { kind: 'benchmark' },
  people: { kind: 'other' },
};

const workbenchOf = (reports: Reports) => new DataFolder(reports, WITH_MEASURES).workbench();

/** Every score as `model benchmark [setting] value standing`. */
async function scoresOf(workbench: TestWorkbench): Promise<string[]> {
  const { scores } = await workbench.call('getBenchmarks', {});
  return scores.map(({ modelId, benchmarkId, setting, value, standing }) =>
    [modelId, benchmarkId, `[${setting}]`, value, standing].join(' '),
  );
}

describe('of several scores of one model, benchmark and setting', () => {
  test.each<[what: string, reports: Reports, expected: string[]]>([
    [
      'one is used, others agree as printed or disagree',
      { r1: { 't/a': { value: 88.6 } }, r2: { 't/a': { value: 88.6 }, 't/b': { value: 71 } } },
      ['m b [] 88.6 used', 'm b [] 88.6 agrees', 'm b [] 71 disagrees'],
    ],
    [
      'what most sources print is used',
      { r1: { 't/a': { value: 71 } }, r2: { 't/a': { value: 88.6 } }, r3: { 't/a': { value: 88.6 } } },
      ['m b [] 71 disagrees', 'm b [] 88.6 used', 'm b [] 88.6 agrees'],
    ],
    [
      'the latest date is used, however many are older',
      {
        r1: { 't/a': { value: 50, date: '2024-01' }, 't/b': { value: 50, date: '2024-01' } },
        r2: { 't/a': { value: 60, date: '2024-05' } },
      },
      ['m b [] 50 older', 'm b [] 50 older', 'm b [] 60 used'],
    ],
    [
      'the correction is used, not the print',
      {
        r1: { 't/a': { value: 886, correction: { value: 88.6, reason: '漏印小数点' } } },
        r2: { 't/a': { value: 88.6 } },
      },
      ['m b [] 88.6 used', 'm b [] 88.6 agrees'],
    ],
    [
      'settings stand apart, but not for their spelling',
      {
        r1: { 't/a': { value: 80, setting: '5-shot, CoT' }, 't/b': { value: 70, setting: '0-shot' } },
        r2: { 't/a': { value: 80, setting: 'CoT，5-Shot' } },
      },
      ['m b [5-shot, CoT] 80 used', 'm b [0-shot] 70 used', 'm b [5-shot, CoT] 80 agrees'],
    ],
    [
      'a text and another dimension are no scores; other units of the same are converted',
      {
        r1: {
          't/a': { text: '很好' },
          't/b': { value: 5, unit: 'CNY' },
          't/c': { subject: 'n', value: 0.5, unit: '' },
          't/d': { subject: 'people', metric: 'elo', value: 1243, unit: '' },
        },
      },
      ['n b [] 50 used', 'people elo [] 1243 used'],
    ],
  ])('%s', async (_, reports, expected) => {
    expect(await scoresOf(workbenchOf(reports))).toEqual(expected);
  });

  it('the one that the user chose is used, until they take it back', async () => {
    const workbench = workbenchOf({ r1: { 't/a': { value: 71 } }, r2: { 't/a': { value: 88.6 } } });
    const [conflict] = await workbench.call('listConflicts', {});
    for (const [factId, expected] of [
      ['r1/t/a', ['m b [] 71 used', 'm b [] 88.6 disagrees']],
      ['r2/t/a', ['m b [] 71 disagrees', 'm b [] 88.6 used']],
    ] as const) {
      await workbench.call('chooseFact', { topic: conflict.topic, factId });
      expect(await scoresOf(workbench)).toEqual(expected);
      const { scores } = await workbench.call('getBenchmarks', {});
      expect(scores.map(({ conflict: state }) => state).toSorted()).toEqual(['chosen', 'passed-over']);
    }
  });

  it('a newer one is used before an older one that the user chose', async () => {
    const workbench = workbenchOf({
      r1: { 't/a': { value: 71, date: '2024-03' }, 't/b': { value: 80, date: '2024-06' } },
      r2: { 't/a': { value: 88.6, date: '2024-03' } },
    });
    const [conflict] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic: conflict.topic, factId: 'r1/t/a' });
    expect(await scoresOf(workbench)).toEqual(['m b [] 71 older', 'm b [] 80 used', 'm b [] 88.6 older']);
  });

  it('a retired one is not there', async () => {
    const workbench = workbenchOf({ r1: { 't/a': { value: 71 } }, r2: { 't/a': { value: 88.6 } } });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/a'], isRetired: true });
    expect(await scoresOf(workbench)).toEqual(['m b [] 88.6 used']);
  });
});

describe('what is known of a model', () => {
  it('is in plain units, with the facts that it hangs from', async () => {
    const { models } = await workbenchOf({
      r1: {
        't/p': { metric: 'parameters', value: 4050, unit: '亿parameter' },
        't/c': { metric: 'context-length', value: 128, unit: 'Ktoken' },
        't/d': { metric: 'release-date', text: '2024-07' },
        't/e': { metric: 'release-date', text: '2024-07-23' },
        't/f': { metric: 'release-date', text: '2025', setting: 'planned' },
      },
    }).call('getBenchmarks', {});
    expect(models).toMatchObject([
      {
        entityId: 'm',
        organisationId: 'lab',
        parameters: { factId: 'r1/t/p', value: 405e9, unit: 'parameter' },
        contextLength: { factId: 'r1/t/c', value: 128_000, unit: 'token' },
        releaseDate: { factId: 'r1/t/e', text: '2024-07-23', setting: '' },
        openness: '',
        opennessFactId: null,
      },
    ]);
  });

  test.each<[facts: Reports[string], ofModel: string, ofMember: string]>([
    [{ 't/o': { metric: 'openness', text: 'open' } }, 'open r1/t/o', 'open r1/t/o'],
    [
      { 't/o': { metric: 'openness', text: 'closed' }, 't/p': { subject: 'm-7b', metric: 'openness', text: 'open' } },
      'closed r1/t/o',
      'open r1/t/p',
    ],
    [{ 't/l': { metric: 'license', text: 'Proprietary' } }, 'closed r1/t/l', 'closed r1/t/l'],
    [{ 't/l': { subject: 'm-7b', metric: 'license', text: 'Apache 2.0' }, 't/a': { value: 1 } }, ' ', 'open r1/t/l'],
    [{ 't/l': { metric: 'license', text: '免费可商用' } }, ' ', ' '],
  ])('openness is said by a statement, a licence or the family: %j', async (facts, ofModel, ofMember) => {
    const known = { ...facts, 't/x': { subject: 'm-7b', value: 50 } };
    const { models } = await workbenchOf({ r1: known }).call('getBenchmarks', {});
    const said = models.map(({ entityId, openness, opennessFactId }) => [
      entityId,
      `${openness} ${opennessFactId ?? ''}`,
    ]);
    expect(Object.fromEntries(said)).toEqual({ m: ofModel, 'm-7b': ofMember });
  });
});

it('the bundled reports give their matrix', async () => {
  const { models, benchmarks, scores } = await new TestWorkbench().call('getBenchmarks', {});
  const shown = (modelId: string, benchmarkId: string) =>
    scores
      .filter((score) => score.modelId === modelId && score.benchmarkId === benchmarkId && score.standing === 'used')
      .map(({ setting, value }) => `${setting} ${value}`);
  expect(shown('llama-3.1-405b', 'math')).toEqual(['0-shot, CoT 73.8']);
  expect(shown('nemotron-4-340b', 'mmlu')).toContain('0-shot, non-CoT 78.7');
  expect(models.find(({ entityId }) => entityId === 'llama-3.1-405b')?.parameters?.value).toBe(405e9);
  expect(models.find(({ entityId }) => entityId === 'llama-3.1-8b')?.openness).toBe('open');
  expect(new Set(scores.map(({ benchmarkId }) => benchmarkId)).size).toBe(benchmarks.length);
});
