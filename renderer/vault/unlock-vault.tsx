/** Opens the vault: by passphrase, by this computer's key store, or, where the passphrase is forgotten, by the recovery key. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { failureText } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { PassphraseInput } from './passphrase-input.tsx';
import classes from './vault.module.css';
import { unlockVault, useVault } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

export function UnlockVault() {
  const t = useTexts(vaultTexts);
  const keyStore = useVault(({ status }) => status?.keyStore);
  const [typed, setTyped] = useState('');
  const [isRecovering, setRecovering] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const unlock = async (by: VaultProof | { isByKeyStore: true }) => {
    setBusy(true);
    setFailure(null);
    try {
      await unlockVault(by);
    } catch (refused) {
      setFailure(refused);
      setBusy(false);
      field.current?.select();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void unlock(isRecovering ? { recoveryKey: typed } : { passphrase: typed });
  };
  const change = () => {
    setRecovering(!isRecovering);
    setTyped('');
    setFailure(null);
  };
  const shared = {
    ref: field,
    value: typed,
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('unlock')}>
      {keyStore === 'gone' && <p className={classes.notice}>{t('keyStoreGone')}</p>}
      {isRecovering ? (
        <TextInput
          key="recovery"
          label={t('recoveryKey')}
          description={t('recoveryKeyHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          classNames={{ input: classes.typedKey }}
          {...shared}
        />
      ) : (
        <PassphraseInput key="passphrase" label={t('passphrase')} autoComplete="current-password" {...shared} />
      )}
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy} disabled={typed === ''}>
          {t('unlock')}
        </Button>
        {keyStore === 'on' && !isRecovering && (
          <Button variant="default" disabled={isBusy} onClick={() => void unlock({ isByKeyStore: true })}>
            {t('unlockByKeyStore')}
          </Button>
        )}
        <button type="button" className={classes.link} onClick={change}>
          {t(isRecovering ? 'backToPassphrase' : 'forgot')}
        </button>
      </div>
    </form>
  );
}
