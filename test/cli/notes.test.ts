/** Private notes on the command line: nothing without the passphrase, and nothing of it where others see it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import { run, runWithPassphrases } from './run-command.ts';

const PASSPHRASE = '铅垂线 hangs true, 基座 too';

it('finds notes once the vault is open', { timeout: 120_000 }, async () => {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const search = (passphrase: string, ...args: string[]) =>
    runWithPassphrases(passphrase, ['notes', 'search', ...args], home);
  expect((await search(PASSPHRASE, '日活')).stderr).toMatch(/There is no vault yet/);

  const workbench = openWorkbench({ home, dataFolder, host: { kind: 'browser', log: () => undefined } });
  await workbench.dispatch('createVault', { passphrase: PASSPHRASE }, 'test');
  for (const [at, text] of ['# 豆包的日活\n过千万', '# DAU\n豆包日活的口径', '# other'].entries()) {
    const noteId = `3f2a91c0-0000-4000-8000-00000000000${at}`;
    await workbench.dispatch('putNote', { noteId, text, about: [], revision: 0 }, 'test');
  }
  workbench.close();

  const found = await search(PASSPHRASE, '豆包', '日活', '--limit', '1');
  expect(found).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(found.stdout)).toMatchObject({ total: 2, hits: [{ note: { title: '豆包的日活' } }] });
  const wrong = await search('not it', '日活');
  expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/not the passphrase/) });
  const unasked = await run(['notes', 'search', '日活'], { home });
  expect(unasked).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/terminal/) });
});
