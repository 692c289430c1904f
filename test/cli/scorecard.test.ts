/** The scorecard on the command line: JSON on standard output, refusals in one line. */
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { loadBundled } from '../../electron/store/load-bundled.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { Vault } from '../../electron/vault/vault.ts';
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

  it('tells the own ratings to who has the passphrase', async () => {
    const home = folderForTest();
    const none = await run(['scorecard', '--own', '--passphrase-fd', '0'], { home, input: 'x\n' });
    expect([none.status, none.stdout]).toEqual([1, '']);
    const PASSPHRASE = 'lantern orchid gravel sixteen';
    const store = openStore(home);
    loadBundled(store.db, dataFolder);
    const vault = new Vault(store.db, () => '2024-03-10T00:00:00.000Z');
    await vault.create(PASSPHRASE);
    const rating = {
      id: '00000000-0000-4000-8000-000000000001',
      securityId: '688111.SH',
      scaleId: 'guosen/stock',
      gradeId: 'outperform',
      date: '2024-03-10',
      targetPrice: null,
      currency: '',
      note: '',
      createdAt: '2024-03-10T00:00:00.000Z',
    };
    vault.write([{ put: 'ownRating', record: rating }]);
    store.close();
    const wrong = await run(['scorecard', '--own', '--passphrase-fd', '0'], { home, input: 'wrong\n' });
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    const { json } = await run(['scorecard', '--own', '--passphrase-fd', '0'], { home, input: `${PASSPHRASE}\n` });
    expect(json().ratings).toMatchObject([{ isOwn: true, broker: null, securityId: '688111.SH', grade: 'Outperform' }]);
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
