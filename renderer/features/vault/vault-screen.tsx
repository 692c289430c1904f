/** The vault's own screen: made or unlocked here like anywhere, and then its settings. */
import { Button, Select, Switch } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { VaultStatus } from '../../../shared/vault.ts';
import { call } from '../../api.ts';
import { failureText, showNotice } from '../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { NewPassphrase } from '../../vault/new-passphrase.tsx';
import { PassphraseInput } from '../../vault/passphrase-input.tsx';
import { VaultGate } from '../../vault/vault-gate.tsx';
import {
  adoptFrom,
  changePassphrase,
  loadVault,
  lockVault,
  renewRecoveryKey,
  useVault,
} from '../../vault/vault-store.ts';
import { vaultTexts } from '../../vault/vault-texts.ts';
import { ExportVault } from './export-vault.tsx';
import { ImportVault } from './import-vault.tsx';
import { Section } from './section.tsx';
import classes from './vault-screen.module.css';
import { vaultScreenTexts } from './vault-screen-texts.ts';

export default function VaultScreen() {
  const t = useTexts(vaultScreenTexts);
  const { status, failure } = useVault();
  // How many records there are, and when it was last changed: nobody tells of each change.
  useEffect(() => void loadVault(), []);
  return (
    <div className={classes.screen}>
      <VaultGate>{status !== null && <Settings status={status} />}</VaultGate>
      {(status?.state === 'none' || (status === null && failure !== null)) && (
        <div className={classes.beside}>
          <ImportVault hint={t(status === null ? 'inBroken' : 'inNone')} />
        </div>
      )}
    </div>
  );
}

function Settings({ status }: { status: VaultStatus }) {
  const t = useTexts(vaultScreenTexts);
  const language = useLanguage();
  const moment = (at: string | null) =>
    at === null
      ? '—'
      : new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className={classes.settings}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <Button variant="default" leftSection={<Icon name="lock" size={14} />} onClick={() => void lockVault()}>
          {t('lock')}
        </Button>
      </header>
      <p className={classes.hint} title={t('changedHint')}>
        {t('summary', {
          count: status.recordCount,
          created: moment(status.createdAt),
          changed: moment(status.changedAt),
        })}
      </p>
      <AutoLock minutes={status.autoLockMinutes} />
      <KeyStore state={status.keyStore} />
      <Passphrase />
      <Recovery />
      <ExportVault />
      <ImportVault hint={t('inHint')} />
    </div>
  );
}

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240];

function AutoLock({ minutes }: { minutes: number }) {
  const t = useTexts(vaultScreenTexts);
  const options = [...new Set([...MINUTES, minutes])].toSorted((a, b) => a - b);
  const textOf = (count: number) => {
    if (count % 60 !== 0) return count === 1 ? t('minute') : t('minutes', { count });
    return count === 60 ? t('hour') : t('hours', { count: count / 60 });
  };
  return (
    <Section title={t('autoLock')} hint={t('autoLockHint')}>
      <Select
        label={t('autoLockAfter')}
        className={classes.field}
        value={String(minutes)}
        data={options.map((count) => ({ value: String(count), label: textOf(count) }))}
        onChange={(chosen) => void adoptFrom(call('setAutoLock', { minutes: Number(chosen) }))}
      />
    </Section>
  );
}

function KeyStore({ state }: { state: VaultStatus['keyStore'] }) {
  const t = useTexts(vaultScreenTexts);
  const tVault = useTexts(vaultTexts);
  const set = (isOn: boolean) => void adoptFrom(call('setKeyStore', { isOn }));
  if (state === 'on' || state === 'off') {
    return (
      <Section title={t('keyStore')} hint={t('keyStoreHint')}>
        <Switch
          size="xs"
          label={t('keyStoreUse')}
          checked={state === 'on'}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      </Section>
    );
  }
  return (
    <Section title={t('keyStore')} hint={state === 'gone' ? tVault('keyStoreGone') : t('keyStoreUnavailable')}>
      {state === 'gone' && (
        <Button variant="default" onClick={() => set(false)}>
          {t('keyStoreOff')}
        </Button>
      )}
    </Section>
  );
}

function Passphrase() {
  const t = useTexts(vaultScreenTexts);
  const tVault = useTexts(vaultTexts);
  const [isChanging, setChanging] = useState(false);
  const [former, setFormer] = useState('');
  const close = () => {
    setChanging(false);
    setFormer('');
  };
  const change = async (passphrase: string) => {
    await changePassphrase({ passphrase: former }, passphrase);
    showNotice(vaultTexts.passphraseChanged);
    close();
  };
  return (
    <Section title={t('passphrase')} hint={t('passphraseHint')}>
      {isChanging ? (
        <NewPassphrase
          label={tVault('newPassphrase')}
          button={tVault('changePassphrase')}
          onChosen={change}
          before={
            <PassphraseInput
              label={tVault('formerPassphrase')}
              value={former}
              autoComplete="current-password"
              autoFocus
              onChange={(event) => setFormer(event.currentTarget.value)}
            />
          }
          after={
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
          }
        />
      ) : (
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      )}
    </Section>
  );
}

function Recovery() {
  const t = useTexts(vaultScreenTexts);
  const tVault = useTexts(vaultTexts);
  const [isRenewing, setRenewing] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const renew = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      // From here on the gate shows the new key in place of the settings.
      await renewRecoveryKey({ passphrase });
    } catch (refused) {
      setFailure(refused);
      setBusy(false);
    }
  };
  return (
    <Section title={t('recoveryKey')} hint={t('recoveryHint')}>
      {isRenewing ? (
        <form className={classes.form} onSubmit={(event) => void renew(event)}>
          <PassphraseInput
            label={tVault('formerPassphrase')}
            value={passphrase}
            autoComplete="current-password"
            autoFocus
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {failure !== null && (
            <p role="alert" className={classes.refusal}>
              {failureText(failure)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button type="submit" loading={isBusy} disabled={passphrase === ''}>
              {t('make')}
            </Button>
            <Button variant="default" onClick={() => setRenewing(false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button variant="default" onClick={() => setRenewing(true)}>
          {t('renew')}
        </Button>
      )}
    </Section>
  );
}
