/** The command line as a script sees it: arguments in, standard output, standard error and exit code out. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

// Most of the time goes into starting processes: as many at once as there are processors.
describe.concurrent('eval', { timeout: 120_000 }, () => {
  it.each([
    [['eval', '-2^2'], { value: 4, unit: '' }],
    [['eval', '1+2*3'], { value: 7, unit: '' }],
    [['eval', '=1+2'], { value: 3, unit: '' }],
    [['eval', '--', '-1'], { value: -1, unit: '' }],
    [['eval', 'a*b', '--let', 'a=3', '--let', 'b==a+1'], { value: 12, unit: '' }],
    [['eval', '--let', 'a=-2', '-a'], { value: 2, unit: '' }],
    [['eval', '"a"&"b"'], { value: 'ab', unit: '' }],
    [['eval', '1=1'], { value: true, unit: '' }],
    [['eval', 'FACT("002/图表14/cost:remark:gpu-rent")*2[GPU*h]'], { value: 2.72, unit: 'USD' }],
    [['eval', '单价 * 数量', '--let', '单价=3', '--let', '数量=1,000'], { value: 3000, unit: '' }],
  ])('%j', async (args, answer) => {
    const { status, stderr, json } = await run(args);
    expect({ status, stderr, answer: json() }).toEqual({ status: 0, stderr: '', answer });
  });

  it('converts units, asked or given', async () => {
    const lets = ['--let', '算力=36512 GPU*h', '--let', '租金=1.36 USD/(GPU*h)', '--let', '汇率=6.86 CNY/USD'];
    expect((await run(['eval', '算力*租金*汇率', ...lets, '--unit', '万元'])).json()).toEqual({
      value: expect.closeTo(34.06423552, 9),
      unit: '万元',
    });
    expect((await run(['eval', '算力*租金', ...lets])).json()).toMatchObject({ unit: 'USD' });
  });

  it.each([
    ['en', 'Division by zero'],
    ['zh', '除数为零'],
  ])('says in %s what an error value means', async (language, said) => {
    expect((await run(['eval', '1/0', '--lang', language])).json()).toEqual({
      value: '#DIV/0!',
      unit: '',
      error: { code: '#DIV/0!', message: said },
    });
    expect((await run(['eval', '1/0'], { env: { LANG: `${language}_XX.UTF-8` } })).json().error.message).toBe(said);
  });

  it.each([
    [['eval', '1+'], /value/],
    [['eval'], /formula/],
    [['eval', '1', '2'], /quotes/],
    [['eval', '1', '--let', 'x'], /NAME=VALUE/],
    [['eval', '1', '--unit', '(('], /./],
    [['eval', '1', '--unit'], /argument missing/],
    [['evil', '1'], /evil/],
    [['eval', '1', '--lang', 'fr'], /zh, en/],
  ])('%j fails with one clear line', async (args, said) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('--stdin answers each line in its place, bad ones too, and opens no store', async () => {
    const input = [
      '{"formula":"a*2","let":{"a":21}}',
      'no json',
      '{"formula":"1+"}',
      '',
      '{"formula":7}',
      '{"formula":"1/0"}',
      '{"formula":"a:c","let":{"a":1,"b":2,"c":3}}',
      '{"formula":"SUM(a:c)","let":{"a":1,"b":2,"c":"=a+b"}}',
    ].join('\n');
    const { status, stdout, stderr } = await run(['eval', '--stdin'], { input });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([status, stderr]).toEqual([0, '']);
    expect(answers).toHaveLength(8);
    expect(answers[0]).toEqual({ value: 42, unit: '' });
    expect(answers.slice(1, 5).map(({ error }) => error.code)).toEqual([
      'invalid-input',
      'formula-syntax',
      'invalid-input',
      'invalid-input',
    ]);
    expect(answers[5]).toMatchObject({ value: '#DIV/0!' });
    expect(answers[6].error.code).toBe('#VALUE!');
    expect(answers[7]).toEqual({ value: 6, unit: '' });
  });
});

describe.concurrent('sheets', { timeout: 120_000 }, () => {
  it('are made, listed, shown, called, described and imported', async () => {
    const home = folderForTest();
    const { sheetId } = (await run(['create', '002-exhibit-14'], { home })).json();
    expect((await run(['sheets'], { home })).json()).toMatchObject([{ id: sheetId, templateId: '002-exhibit-14' }]);
    const shown = (await run(['sheet', sheetId], { home })).json();
    expect(shown).toMatchObject({ id: sheetId, periods: [''], scenarios: [{ key: 'base', parent: null }, {}, {}] });

    const line = shown.lines.find(({ name }: { name: string }) => name === 'GPU租金');
    expect(line).toMatchObject({
      unit: 'USD/(GPU*h)',
      cells: [{ scenario: 'base', from: 'base', value: 1.36 }, {}, {}],
    });
    const cells = [{ lineId: line.id, scenarioId: shown.scenarios[0].id, period: '', content: '2' }];
    const call = await run(['call', 'setCells', JSON.stringify({ sheetId, cells })], { home });
    expect(call.json().changes).toHaveLength(1);

    const definition = (await run(['sheet', sheetId, '--definition'], { home })).stdout;
    const file = join(home, 'sheet.json');
    writeFileSync(file, definition);
    const imported = (await run(['import-sheet', file], { home })).json();
    expect((await run(['sheet', imported.sheetId, '--definition'], { home })).stdout).toBe(definition);
    expect(definition).not.toBe((await run(['sheet', '002-exhibit-14', '--definition'], { home })).stdout);
  });

  it('that are templates are shown without a store, also while another process holds it', async () => {
    const home = folderForTest();
    const store = openStore(home);
    const { lines } = (await run(['sheet', '002-exhibit-14'], { home })).json();
    const verdicts = lines.filter(({ reported }: { reported: unknown }) => reported);
    expect(verdicts.length).toBeGreaterThan(0);
    for (const { verdict } of verdicts) {
      expect(['agrees', 'agrees-as-rounded', 'differs']).toContain(verdict.kind);
    }
    const templates = (await run(['templates'], { home })).json();
    expect(templates.map(({ id }: { id: string }) => id)).toContain('002-exhibit-14');
    const refused = await run(['sheets', '--lang', 'zh'], { home });
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain(`数据文件夹 ${home} 正被另一个 Plumbline 使用`);
    store.close();
  });

  it.each([
    [['sheet', 'nope'], /no sheet nope/],
    [['create', 'nope'], /no template nope/],
    [['import-sheet', 'nope.json'], /nope\.json.*ENOENT/],
    [['call', 'nope'], /no method called nope/],
    [['call', 'openSheet', '{"sheetId"'], /line 1, column 11/],
    [['call', 'openSheet', '{"sheetId":7}'], /sheetId: should be of type string/],
    [['sheet'], /missing required argument/],
  ])('%j fails with one clear line', async (args, said) => {
    const { status, stdout, stderr } = await run(args, { home: folderForTest() });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('export to a workbook, or say why not', async () => {
    const home = folderForTest();
    const file = join(home, '成本.xlsx');
    const { path, cellCount } = (await run(['export', '002-exhibit-14', file], { home })).json();
    expect([path, cellCount > 10, statSync(file).size > 1000]).toEqual([file, true, true]);
    const before = readFileSync(file);
    const refused = await run(['export', '002-exhibit-14', join(file, 'below.xlsx')], { home });
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('below.xlsx');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(join(home, 'plumbline.sqlite'))).toBe(false);
  });
});
