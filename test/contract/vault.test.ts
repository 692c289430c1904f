/** The vault as pages and commands see it: made, opened, locked, its keys changed, and what is said of each failure. */
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../shared/messages.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const PASSPHRASE = '铅垂线 hangs true, 基座 too';
const OTHER = 'marmalade cathedral 黄铜 seven';

async function withVault() {
  const workbench = new TestWorkbench();
  const { recoveryKey } = await workbench.call('createVault', { passphrase: PASSPHRASE });
  return { workbench, recoveryKey };
}

const stateOf = async (workbench: TestWorkbench) => (await workbench.call('getVaultStatus', {})).state;

describe('the vault', () => {
  it('is made once, locks, and opens by passphrase and recovery key, telling everyone each time', async () => {
    const workbench = new TestWorkbench();
    expect(await stateOf(workbench)).toBe('none');
    const { recoveryKey, status } = await workbench.call('createVault', { passphrase: PASSPHRASE });
    expect(status).toMatchObject({ state: 'open', recordCount: 0, faults: [], keyStore: 'unavailable' });
    expect((await workbench.refusal('createVault', { passphrase: PASSPHRASE })).code).toBe('vault-exists');

    expect(await workbench.call('lockVault', {})).toMatchObject({ state: 'locked', changedAt: null });
    const wrong = await workbench.refusal('unlockVault', { by: { passphrase: OTHER } });
    expect([wrong.code, wrong.message.key]).toEqual(['wrong-passphrase', 'vault.wrongPassphrase']);
    expect(await stateOf(workbench)).toBe('locked');
    await workbench.call('unlockVault', { by: { recoveryKey } });
    expect(await stateOf(workbench)).toBe('open');
    await workbench.call('lockVault', {});
    await workbench.call('unlockVault', { by: { passphrase: PASSPHRASE } });

    workbench.restart();
    expect(await stateOf(workbench)).toBe('locked');
    const told = workbench.events.filter(({ event }) => event.event.startsWith('vault'));
    expect(told.map(({ event, except }) => [event.event, except])).toEqual(
      ['vaultOpened', 'vaultLocked', 'vaultOpened', 'vaultLocked', 'vaultOpened', 'vaultLocked'].map((name) => [
        name,
        null,
      ]),
    );
  });

  it('changes its passphrase and recovery key for whoever proves to own it, and the former ones open nothing', async () => {
    const { workbench, recoveryKey } = await withVault();
    const change = { proof: { passphrase: OTHER }, passphrase: OTHER };
    expect((await workbench.refusal('changePassphrase', change)).code).toBe('wrong-passphrase');
    // Forgotten: the recovery key proves it.
    await workbench.call('changePassphrase', { proof: { recoveryKey }, passphrase: OTHER });
    const renewed = await workbench.call('newRecoveryKey', { proof: { passphrase: OTHER } });
    workbench.restart();
    for (const by of [{ passphrase: PASSPHRASE }, { recoveryKey }]) {
      expect((await workbench.refusal('unlockVault', { by })).code).toBe('wrong-passphrase');
    }
    await workbench.call('unlockVault', { by: { recoveryKey: renewed.recoveryKey } });
    expect(await workbench.call('setAutoLock', { minutes: 3 })).toMatchObject({ autoLockMinutes: 3, faults: [] });
    workbench.restart();
    const opened = await workbench.call('unlockVault', { by: { passphrase: OTHER } });
    expect(opened).toMatchObject({ autoLockMinutes: 3, faults: [] });
  });

  it('asks for the key before anything that needs it', async () => {
    const workbench = new TestWorkbench();
    const proof = { passphrase: PASSPHRASE };
    const calls = [
      ['unlockVault', { by: proof }],
      ['changePassphrase', { proof, passphrase: OTHER }],
      ['newRecoveryKey', { proof }],
      ['setAutoLock', { minutes: 5 }],
      ['setKeyStore', { isOn: true }],
      ['acceptVaultFaults', {}],
    ] as const;
    for (const [method, input] of calls) expect((await workbench.refusal(method, input)).code).toBe('vault-missing');
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    await workbench.call('lockVault', {});
    for (const [method, input] of calls.slice(1)) {
      expect((await workbench.refusal(method, input)).code).toBe('vault-locked');
    }
    await workbench.call('unlockVault', { by: proof });
    expect((await workbench.refusal('setKeyStore', { isOn: true })).code).toBe('key-store');
    expect((await workbench.refusal('unlockVault', { by: { isByKeyStore: true } })).code).toBe('key-store');
  });

  it('stays locked where it was locked while it was being opened', async () => {
    const { workbench } = await withVault();
    await workbench.call('lockVault', {});
    const opening = workbench.dispatch('unlockVault', { by: { passphrase: PASSPHRASE } });
    await workbench.call('lockVault', {});
    expect(await opening).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    expect(await stateOf(workbench)).toBe('locked');
  });
});

describe('a passphrase', () => {
  it.each<[passphrase: string, reason: MessageKey | null]>([
    ['', 'vault.emptyPassphrase'],
    [' \u3000\t ', 'vault.emptyPassphrase'],
    ['a', 'vault.weak.short'],
    ['x9$K', 'vault.weak.short'],
    ['password', 'vault.weak.common'],
    ['P@ssw0rd', 'vault.weak.common'],
    ['5201314', 'vault.weak.common'],
    ['qazwsxedc', 'vault.weak.common'],
    ['hijklmnopqrst', 'vault.weak.sequence'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'vault.weak.repeat'],
    ['哈哈哈哈哈哈哈哈', 'vault.weak.repeat'],
    ['20240719', 'vault.weak.date'],
    ['床前明月光', 'vault.weak.common'],
    ['疑是地上霜', 'vault.weak.common'],
    ['woaini1314', 'vault.weak.common'],
    ['woaibeijing', 'vault.weak.common'],
    ['zhongguo123', 'vault.weak.common'],
    ['我爱北京天安门', 'vault.weak.common'],
    ['一二三四五六七八', 'vault.weak.common'],
    ['我爱你密码', 'vault.weak.common'],
    ['correct horse battery staple', null],
    ['铅垂线 hangs true', null],
    ['黄铜茶壶里养了三只蓝色的獾', null],
    ['kuanghuo lanse chahu qiuqian', null],
    ['v7!Rk2#pQz9$', null],
  ])('“%s” is judged: %s', async (passphrase, reason) => {
    const workbench = new TestWorkbench();
    const strength = await workbench.call('checkPassphrase', { passphrase });
    expect(strength.reason?.key ?? null).toBe(reason);
    expect(strength.isStrongEnough).toBe(reason === null);
    if (reason === null) return;
    const refused = await workbench.refusal('createVault', { passphrase });
    expect([refused.code, refused.message.key]).toEqual(['weak-passphrase', reason]);
    expect(refused.details.guessesLog10).toBe(strength.guessesLog10);
    expect(await stateOf(workbench)).toBe('none');
  });

  it('is the same however its signs are composed, and as long as anybody likes', async () => {
    const workbench = new TestWorkbench();
    const typed = `caf\u00e9 ${'铅垂线'.repeat(200)}`;
    await workbench.call('createVault', { passphrase: typed });
    await workbench.call('lockVault', {});
    await workbench.call('unlockVault', { by: { passphrase: typed.normalize('NFD') } });
    expect((await workbench.refusal('unlockVault', { by: { passphrase: 'x'.repeat(1001) } })).code).toBe(
      'invalid-input',
    );
  });
});

describe('an open vault', () => {
  it('locks itself after its minutes without activity, and after the machine slept', async () => {
    const { workbench } = await withVault();
    await workbench.call('setAutoLock', { minutes: 2 });
    await workbench.call('lockVault', {});
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      await workbench.call('unlockVault', { by: { passphrase: PASSPHRASE } });
      vi.advanceTimersByTime(100_000);
      await workbench.call('keepVaultOpen', {});
      vi.advanceTimersByTime(100_000);
      expect(await stateOf(workbench)).toBe('open');
      vi.advanceTimersByTime(30_000);
      expect(await stateOf(workbench)).toBe('locked');

      await workbench.call('unlockVault', { by: { passphrase: PASSPHRASE } });
      vi.advanceTimersByTime(5_000);
      vi.setSystemTime(Date.now() + 90_000);
      vi.advanceTimersByTime(1_000);
      expect(await stateOf(workbench)).toBe('locked');
    } finally {
      vi.useRealTimers();
    }
  });
});
