/** Private notes on the command line: nothing without the passphrase, and nothing of it where others see it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { newRecoveryKey } from '../../electron/vault/recovery-key.ts';
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
  const made = await workbench.dispatch('createVault', { passphrase: PASSPHRASE }, 'test');
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { recoveryKey } = made.value as { recoveryKey: string };
  for (const [at, text] of ['# 豆包的日活\n过千万', '# DAU\n豆包日活的口径', '# other'].entries()) {
    const noteId = `3f2a91c0-0000-4000-8000-00000000000${at}`;
    await workbench.dispatch('putNote', { noteId, text, about: [], revision: 0 }, 'test');
  }
  workbench.close();

  const found = await search(PASSPHRASE, '豆包', '日活', '--limit', '1');
  expect(found).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(found.stdout)).toMatchObject({ total: 2, hits: [{ note: { title: '豆包的日活' } }] });
  expect(await search(recoveryKey.toLowerCase(), '豆包', '日活', '--limit', '1')).toEqual(found);
  for (const [typed, said] of [
    ['not it', /not the passphrase/],
    [recoveryKey.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), /recovery key is mistyped/],
    [newRecoveryKey(), /recovery key is another vault’s/],
  ] as const) {
    const wrong = await search(typed, '日活');
    expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(said) });
  }
  const unasked = await run(['notes', 'search', '日活'], { home });
  expect(unasked).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/terminal/) });
});
