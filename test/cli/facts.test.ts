/** Facts on the command line: JSON with every field on standard output, refusals in one line. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idsNamed } from '../../electron/cli/fact-commands.ts';
import { factViewSchema } from '../../shared/facts.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

const facts = z.array(factViewSchema);

describe.concurrent('facts', { timeout: 120_000 }, () => {
  it('are printed with every field, narrowed by source, exhibit, subject and metric under any name', async () => {
    const home = folderForTest();
    const all = await run(['facts'], { home });
    expect([all.status, all.stderr]).toEqual([0, '']);
    const printed = facts.parse(all.json());
    expect(new Set(printed.map(({ sourceId }) => sourceId)).size).toBeGreaterThanOrEqual(5);

    const narrowed = facts.parse(
      (await run(['facts', '--subject', 'GPT-4 Omni', '--metric', 'mmlu'], { home })).json(),
    );
    expect(narrowed.length).toBeGreaterThan(0);
    expect(new Set(narrowed.map(({ subjectId, metricId }) => `${subjectId} ${metricId}`))).toEqual(
      new Set(['gpt-4o mmlu']),
    );
    const exhibit = facts.parse((await run(['facts', '--source', '002', '--exhibit', '002/图表14'], { home })).json());
    expect(exhibit).toEqual(printed.filter(({ place }) => place === '002/图表14'));
    expect((await run(['facts', '--source', '000', '--exhibit', '002/图表14'], { home })).stdout).toBe('[]\n');
  });

  it('have exhibits, conflicts and a search', async () => {
    const home = folderForTest();
    const exhibits = (await run(['exhibits', '--source', '002'], { home })).json();
    expect(exhibits).toContainEqual(expect.objectContaining({ id: '002/图表14', sourceId: '002', kind: 'table' }));
    const [conflict] = (await run(['conflicts'], { home })).json();
    expect(conflict).toMatchObject({ topic: expect.any(String), choice: null });
    expect(facts.parse(conflict.facts).length).toBeGreaterThan(1);
    const found = (await run(['search', 'GPT-4', 'Omni', '--limit', '3'], { home })).json();
    expect(found).toMatchObject({ hits: [{ kind: 'entity', id: 'gpt-4o' }, {}, {}], isComplete: false });
  });

  it.each([
    [['facts', '--source', '999'], /no source 999/],
    [['facts', '--exhibit', '002/none'], /no exhibit 002\/none/],
    [['facts', '--subject', 'zzz'], /Nothing is called “zzz”/],
    [['facts', '--metric', 'zzz'], /No metric is called “zzz”/],
    [['exhibits', '--source', '999'], /no source 999/],
    [['search'], /missing required argument/],
    [['search', 'x', '--limit', 'many'], /limit/],
  ])('%j fails with one clear line', async (args, said) => {
    const { status, stdout, stderr } = await run(args, { home: folderForTest() });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a name on the command line', () => {
  const entity = (id: string, zh: string, en: string, aliases: string[] = []) => {
    const rest = { kind: 'model' as const, organisationId: '', unit: '', better: '' as const };
    return { id, origin: 'own' as const, name: { zh, en }, aliases, ...rest };
  };
  const entities = [
    entity('qwen', '通义千问', 'Qwen', ['Tongyi Qianwen']),
    entity('qwen-2.0', '通义千问 2.0', 'Qwen 2.0'),
    entity('gpt-4o', 'GPT-4o', 'GPT-4o', ['GPT-4 Omni']),
  ];

  it.each([
    ['通义千问', ['qwen']],
    ['tongyi qianwen', ['qwen']],
    ['gpt4 omni', ['gpt-4o']],
    ['千问', ['qwen', 'qwen-2.0']],
    ['千问 2.0', ['qwen-2.0']],
    ['omni', ['gpt-4o']],
  ])('%s', (text, ids) => {
    expect(idsNamed(entities, text, 'cli.noSubject')).toEqual(ids);
  });

  it.each(['gemini', '', '·'])('%j means nothing', (text) => {
    expect(() => idsNamed(entities, text, 'cli.noSubject')).toThrow();
  });
});
