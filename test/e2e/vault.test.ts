/** The vault in a real browser: made, locked, opened, recovered, its passphrase changed, out and in again; in both languages. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { type Session, sessionForEachTest } from './session.ts';

const PASSPHRASE = '黄铜茶壶 seven badgers';
const OTHER = 'marmalade cathedral 铅垂线';

const WORDS = {
  en: {
    open: 'Open the vault',
    lock: /Lock the vault/,
    passphrase: 'Passphrase',
    newPassphrase: 'New passphrase',
    present: 'Present passphrase',
    again: 'Once more',
    make: 'Make it',
    kept: 'I have kept it',
    unlock: 'Unlock',
    settings: 'Vault',
    weak: /too weak/,
    differ: /passphrases differ/,
    wrong: /This is not the passphrase/,
    mistyped: /mistyped/,
    forgot: 'Forgot the passphrase?',
    recoveryKey: 'Recovery key',
    recovered: 'The vault was opened with the recovery key.',
    change: 'Change the passphrase',
    changeButton: 'Change the passphrase…',
    minutes: 'After how long without activity',
    oneMinute: '1 minute',
    locked: 'The vault is locked',
  },
  zh: {
    open: '打开保险库',
    lock: /锁定保险库/,
    passphrase: '口令',
    newPassphrase: '新口令',
    present: '现在的口令',
    again: '再输入一次',
    make: '建立',
    kept: '我已妥善保存',
    unlock: '解锁',
    settings: '保险库',
    weak: /口令太弱/,
    differ: /口令不同/,
    wrong: /口令不对/,
    mistyped: /恢复密钥有误/,
    forgot: '忘记口令？',
    recoveryKey: '恢复密钥',
    recovered: '保险库已用恢复密钥打开。',
    change: '更换口令',
    changeButton: '更换口令…',
    minutes: '无操作多久之后',
    oneMinute: '1 分钟',
    locked: '保险库已锁定',
  },
};
type Words = (typeof WORDS)['en'];

/** Each key derivation takes half a second, and much more where the machine has other things to do. */
function patient(session: Session): Session {
  session.context.setDefaultTimeout(45_000);
  return session;
}

async function makeVault(page: Page, t: Words, passphrase = PASSPHRASE): Promise<string> {
  await page.getByRole('navigation').getByRole('button', { name: t.open }).click();
  await page.getByLabel(t.passphrase, { exact: true }).fill(passphrase);
  await page.getByLabel(t.again).fill(passphrase);
  await page.getByRole('button', { name: t.make }).click();
  await page.locator('[data-recovery-key]').waitFor();
  const recoveryKey = (await page.locator('[data-recovery-key] span').allTextContents()).join(' ');
  await page.getByRole('button', { name: t.kept }).click();
  await page.getByRole('heading', { name: t.settings, exact: true }).waitFor();
  return recoveryKey;
}

async function unlock(page: Page, t: Words, passphrase: string): Promise<void> {
  await page.getByRole('heading', { name: t.locked }).waitFor();
  await page.getByLabel(t.passphrase, { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const t = WORDS[language];
  const session = sessionForEachTest({ locale: language === 'zh' ? 'zh-CN' : 'en-GB' });

  test('a vault is made, locked, opened, recovered and given another passphrase', { timeout: 300_000 }, async () => {
    const { page, restart } = patient(session());
    await page.getByRole('navigation').getByRole('button', { name: t.open }).click();
    await page.getByLabel(t.passphrase, { exact: true }).fill('woaini1314');
    await page.getByText(t.weak).waitFor();
    await page.getByLabel(t.again).fill('woaini1314');
    expect(await page.getByRole('button', { name: t.make }).isDisabled()).toBe(true);
    await page.getByLabel(t.passphrase, { exact: true }).fill(PASSPHRASE);
    await page.getByText(t.weak).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t.make }).click();
    await page.getByText(t.differ).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const recoveryKey = await makeVault(page, t);
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4} ){8}[0-9A-Z]{4}$/);

    // By keys; and what was shown once is not shown again.
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await page.getByRole('heading', { name: t.locked }).waitFor();
    expect(await page.locator('[data-recovery-key]').count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { name: t.locked }).waitFor();
    await unlock(page, t, 'guessed');
    await page.getByRole('alert').getByText(t.wrong).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await unlock(page, t, PASSPHRASE);
    await page.getByRole('heading', { name: t.settings, exact: true }).waitFor();
    // Open in every tab, and open still after a reload; locked after the program ended.
    await page.reload();
    await page.getByRole('heading', { name: t.settings, exact: true }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await restart('SIGKILL');
    await page.getByRole('navigation').getByRole('button', { name: t.open }).click();

    await page.getByRole('button', { name: t.forgot }).click();
    await page.getByLabel(t.recoveryKey).fill(recoveryKey.replace(/^./, (sign) => (sign === '0' ? '1' : '0')));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(t.mistyped).waitFor();
    await page.getByLabel(t.recoveryKey).fill(recoveryKey.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t.recovered }).waitFor();
    const form = page.getByRole('region', { name: t.change });
    await form.getByLabel(t.newPassphrase).fill(OTHER);
    await form.getByLabel(t.again).fill(OTHER);
    await form.getByRole('button', { name: t.change }).click();
    await page.getByRole('heading', { name: t.recovered }).waitFor({ state: 'detached' });

    await page.getByRole('navigation').getByRole('button', { name: t.lock }).click();
    await unlock(page, t, PASSPHRASE);
    await page.getByRole('alert').getByText(t.wrong).waitFor();
    await unlock(page, t, OTHER);
    await page.getByRole('button', { name: t.changeButton }).click();
    await page.getByLabel(t.present).fill('guessed');
    await page.getByLabel(t.newPassphrase).fill(PASSPHRASE);
    await page.getByLabel(t.again).fill(PASSPHRASE);
    await page.getByRole('button', { name: t.change, exact: true }).click();
    await page.getByRole('alert').getByText(t.wrong).waitFor();
    await page.getByLabel(t.present).fill(OTHER);
    await page.getByRole('button', { name: t.change, exact: true }).click();
    await page.getByRole('button', { name: t.changeButton }).waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await unlock(page, t, PASSPHRASE);
    await page.getByRole('heading', { name: t.settings, exact: true }).waitFor();
  });
});

describe('the vault', () => {
  const session = sessionForEachTest();
  const t = WORDS.en;

  test('locks itself in every tab when nobody is at work', { timeout: 300_000 }, async () => {
    const { page, newTab } = patient(session());
    await makeVault(page, t);
    await page.getByRole('combobox', { name: t.minutes }).click();
    await page.getByRole('option', { name: t.oneMinute, exact: true }).click();
    const other = await newTab();
    await other.getByRole('navigation').getByRole('button', { name: t.lock }).waitFor();
    await page.getByRole('heading', { name: t.locked }).waitFor({ timeout: 120_000 });
    await other.getByRole('navigation').getByRole('button', { name: t.open }).waitFor();
  });

  test('goes out as an encrypted file and becomes the vault of another folder; as text only when asked for twice', {
    timeout: 200_000,
  }, async () => {
    const { page, home } = patient(session());
    await makeVault(page, t);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as an encrypted file' }).click(),
    ]);
    const file = join(home, 'mine.plumbline-vault');
    await download.saveAs(file);

    await page.getByRole('button', { name: 'Export as Markdown…' }).click();
    const write = page.getByRole('button', { name: 'Export', exact: true });
    expect(await write.isDisabled()).toBe(true);
    await page.getByLabel('I want the unencrypted text all the same').check();
    expect(await write.isDisabled()).toBe(true);
    await page.getByLabel(t.present).fill(PASSPHRASE);
    const [text] = await Promise.all([page.waitForEvent('download'), write.click()]);
    expect(text.suggestedFilename()).toMatch(/\.zip$/);
    // They lie over the button below.
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('button', { name: 'Close' }).first().click();

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.getByLabel('Passphrase of “mine.plumbline-vault”').fill('guessed');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(t.wrong).waitFor();
    await page.getByLabel('Passphrase of “mine.plumbline-vault”').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText('Imported: 0 new').waitFor();
  });
});
