/** The scorecard on the command line: JSON on standard output, refusals in one line. */
import { describe, expect, it } from 'vitest';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { run } from './run-command.ts';

describe('the scorecard', { timeout: 120_000 }, () => {
  it('tells the bundled ratings with their scales, and that nothing follows from them', async () => {
    const { status, stderr, json } = await run(['scorecard', '--broker', '天风证券'], { home: folderForTest() });
    expect([status, stderr]).toEqual([0, '']);
    const { ratings, groups } = json();
    expect(ratings).toMatchObject([
      {
        broker: 'TF Securities',
        security: 'Computer industry',
        grade: 'Outperform',
        date: '2024-03-09',
        standing: { state: 'lapsed', to: '2024-09-09' },
        outcome: { untold: 'no-prices' },
        factId: '004/首页/rating:computer',
      },
    ]);
    expect(groups[0]).toMatchObject({
      by: 'all',
      ended: 0,
      conclusion: null,
      note: 'Fewer than 10 ended ratings that are independent: nothing is concluded',
    });
  });

  it.each([
    [
      ['--broker', '无此'],
      'No broker is called “无此”, nor has these words in a name. Look for names with the search command.\n',
    ],
    [['--from', '2024/7/1'], '2024/7/1 is no date that exists. Write it like 2024-07-19.\n'],
  ])('refuses %j', async (args, said) => {
    expect(await run(['scorecard', ...args], { home: folderForTest() })).toMatchObject({ status: 1, stderr: said });
  });

  it('refuses a security that is not there, and finds one by its name', async () => {
    const home = folderForTest();
    const unknown = await run(['scorecard', '--security', '没有的公司'], { home });
    expect([unknown.status, unknown.stdout]).toEqual([1, '']);
    expect(unknown.stderr).toMatch(/没有的公司/);
    const { json } = await run(['scorecard', '--security', '计算机行业'], { home });
    expect(json().ratings).toHaveLength(4);
  });
});
