/** The vault on the command line; passphrases come from a descriptor or the terminal, never from where others see them. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askHidden } from '../../electron/cli/passphrase.ts';
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import { run, runWithPassphrases } from './run-command.ts';

const PASSPHRASE = '铅垂线 hangs true, 基座 too';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function makeVault() {
  const host = { kind: 'browser' as const, log: () => undefined };
  const workbench = openWorkbench({ home, dataFolder, host });
  const call = async (method: string, input: object) => {
    const result = await workbench.dispatch(method, input, 'test');
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  await call('createVault', { passphrase: PASSPHRASE });
  const noteId = '3f2a91c0-0000-4000-8000-000000000001';
  await call('putNote', { noteId, text: '# 豆包的日活', about: [], revision: 0 });
  return { workbench, call };
}

describe('plumbline vault', () => {
  it('says how it stands, and has it locked by whoever has it open', { timeout: 180_000 }, async () => {
    expect((await run(['vault', 'status'], { home })).json()).toMatchObject({ state: 'none' });
    expect((await run(['vault', 'lock'], { home })).json()).toEqual({ state: 'none' });
    const { workbench, call } = await makeVault();
    expect((await run(['vault', 'status'], { home })).json()).toEqual({ state: 'open' });
    expect((await run(['vault', 'lock'], { home })).json()).toEqual({ state: 'locked' });
    expect(await call('getVaultStatus', {})).toMatchObject({ state: 'locked' });
    expect((await run(['vault', 'lock'], { home })).json()).toEqual({ state: 'locked' });
    workbench.close();
    // A crash leaves the mark of an open vault behind: nobody has it open for all that.
    writeFileSync(join(home, 'vault.open'), '');
    expect((await run(['vault', 'status'], { home })).json()).toMatchObject({ state: 'locked', recordCount: 1 });
    expect((await run(['vault', 'lock'], { home })).json()).toEqual({ state: 'locked' });
    expect(existsSync(join(home, 'vault.open'))).toBe(false);
  });

  it('goes out and comes in on another machine, encrypted and as text', { timeout: 180_000 }, async () => {
    (await makeVault()).workbench.close();
    const file = join(home, 'out.plumbline-vault');
    const wrong = await runWithPassphrases('guessed\n', ['vault', 'export', file], home);
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('This is not the passphrase')]);
    expect(existsSync(file)).toBe(false);
    const done = await runWithPassphrases(`${PASSPHRASE}\n`, ['vault', 'export', file], home);
    expect(JSON.parse(done.stdout)).toMatchObject({ recordCount: 1, unreadableCount: 0 });
    const zip = join(home, 'out.zip');
    expect(
      JSON.parse((await runWithPassphrases(PASSPHRASE, ['vault', 'export', '--text', zip], home)).stdout),
    ).toMatchObject({
      fileCount: 1,
    });

    const other = join(home, 'other');
    const text = await runWithPassphrases(PASSPHRASE, ['vault', 'import', zip], other);
    expect([text.status, text.stderr]).toEqual([1, expect.stringContaining('There is no vault yet')]);
    const adopted = await runWithPassphrases(PASSPHRASE, ['vault', 'import', file], other);
    expect(JSON.parse(adopted.stdout)).toMatchObject({ isAdopted: true, added: 1 });
    const again = await runWithPassphrases(`${PASSPHRASE}\n${PASSPHRASE}\n`, ['vault', 'import', file], other);
    expect(JSON.parse(again.stdout)).toMatchObject({ isAdopted: false, added: 0, same: 1 });
    expect(JSON.parse((await runWithPassphrases(PASSPHRASE, ['vault', 'import', zip], other)).stdout)).toMatchObject({
      same: 1,
    });
    expect(readFileSync(file).includes('豆包')).toBe(false);
  });

  it('takes no passphrase from where others see it, and says where it takes it from', {
    timeout: 120_000,
  }, async () => {
    const export_ = ['vault', 'export', join(home, 'file')];
    (await makeVault()).workbench.close();
    const none = await run(export_, { home, env: { PLUMBLINE_PASSPHRASE: PASSPHRASE } });
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('--passphrase-fd')]);
    const bad = await run([...export_, '--passphrase-fd', '77'], { home });
    expect([bad.status, bad.stderr]).toEqual([1, expect.stringContaining('file descriptor 77')]);
    const argument = await run(['call', 'createVault', JSON.stringify({ passphrase: PASSPHRASE })], { home });
    expect([argument.status, argument.stderr]).toEqual([1, expect.stringContaining('can be seen by other processes')]);
    const input = await run(['call', 'unlockVault', '-'], {
      home,
      input: JSON.stringify({ by: { passphrase: PASSPHRASE } }),
    });
    expect(input.json()).toMatchObject({ state: 'open' });
  });
});

describe('the question on the terminal', () => {
  const terminal = () =>
    Object.assign(new PassThrough(), {
      raw: [] as boolean[],
      setRawMode(isRaw: boolean) {
        this.raw.push(isRaw);
        return this;
      },
    });

  it.each([
    ['as typed', ['pass', ' word\r'], 'pass word'],
    ['Chinese, in pieces', ['铅', '垂线\n'], '铅垂线'],
    ['with a sign taken back', ['ab\u007f铅\u007fc\r'], 'ac'],
    ['begun anew', ['wrong\u0015right\r'], 'right'],
    ['empty', ['\r'], ''],
  ])('is answered %s, without a trace on the screen', async (_, pieces, answer) => {
    const [input, output] = [terminal(), new PassThrough()];
    const asked = askHidden('Passphrase: ', input as never, output);
    for (const piece of pieces) {
      input.write(piece);
      await delay(1);
    }
    expect(await asked).toBe(answer);
    expect(input.raw).toEqual([true, false]);
    expect(String(output.read())).toBe('Passphrase: \n');
  });

  it('ends with Ctrl+C', async () => {
    const input = terminal();
    const asked = askHidden('Passphrase: ', input as never, new PassThrough());
    input.write('abc\u0003');
    await expect(asked).rejects.toThrow(/cancelled/);
    expect(input.raw).toEqual([true, false]);
  });
});
