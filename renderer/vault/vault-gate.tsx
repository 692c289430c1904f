/**
 * Stands before everything private: shows its children while the vault is open, and otherwise asks to make or to
 * unlock it.
 *
 *     <VaultGate><NotesScreen /></VaultGate>
 *     <VaultGate isCompact><OwnRating /></VaultGate>       one line, in a section of a page
 *
 * What was read from the vault is dropped by its own store on the event `vaultLocked`.
 */
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { failureText, showNotice } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { UnlockVault } from './unlock-vault.tsx';
import classes from './vault.module.css';
import { VaultFaults } from './vault-faults.tsx';
import { changePassphrase, createVault, keepPassphrase, loadVault, useVault } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

type VaultGateProps = { children: ReactNode; isCompact?: boolean };

export function VaultGate({ children, isCompact = false }: VaultGateProps) {
  const t = useTexts(vaultTexts);
  const { status, failure, recoveryKey, recoveredBy } = useVault();
  const [isAsking, setAsking] = useState(false);
  if (recoveryKey !== null && !isCompact)
    return (
      <Centre>
        <RecoveryKey recoveryKey={recoveryKey} />
      </Centre>
    );
  if (status?.state === 'open') {
    return (
      <>
        {!isCompact && status.faults.length > 0 && <VaultFaults faults={status.faults} />}
        {!isCompact && recoveredBy !== null && <AfterRecovery recoveryKey={recoveredBy} />}
        {children}
      </>
    );
  }
  if (status === null && failure === null) {
    return isCompact ? null : (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  if (status === null) {
    return (
      <div className={classes.state} role="alert">
        <p>{failureText(failure)}</p>
        <Button onClick={() => void loadVault()}>{t('retry')}</Button>
      </div>
    );
  }
  if (isCompact) {
    return (
      <div className={classes.compact}>
        <p className={classes.compactLine}>
          <Icon name="lock" size={14} />
          {status.state === 'none' ? t('createCompact') : t('unlockTitle')}
          {status.state === 'none' ? (
            // Its recovery key needs room, and a moment of attention.
            <button type="button" className={classes.link} onClick={() => goTo({ screen: 'vault' })}>
              {t('createTitle')}
            </button>
          ) : (
            <button
              type="button"
              className={classes.link}
              aria-expanded={isAsking}
              onClick={() => setAsking(!isAsking)}
            >
              {t('unlock')}
            </button>
          )}
        </p>
        {isAsking && <UnlockVault />}
      </div>
    );
  }
  return (
    <Centre>
      <section className={classes.card}>
        <h1 className={classes.title}>
          <Icon name="lock" size={18} />
          {t(status.state === 'none' ? 'createTitle' : 'unlockTitle')}
        </h1>
        {status.state === 'none' && <p className={classes.why}>{t('createWhy')}</p>}
        {status.state === 'none' ? (
          <NewPassphrase label={t('passphrase')} button={t('create')} onChosen={createVault} />
        ) : (
          <UnlockVault />
        )}
      </section>
    </Centre>
  );
}

function Centre({ children }: { children: ReactNode }) {
  return <div className={classes.centre}>{children}</div>;
}

/** Whoever opened it with the recovery key has forgotten the passphrase. */
function AfterRecovery({ recoveryKey }: { recoveryKey: string }) {
  const t = useTexts(vaultTexts);
  const choose = async (passphrase: string) => {
    await changePassphrase({ recoveryKey }, passphrase);
    showNotice(vaultTexts.passphraseChanged);
  };
  return (
    <section className={classes.recovered} aria-label={t('changePassphrase')}>
      <h2 className={classes.title}>{t('recovered')}</h2>
      <p className={classes.why}>{t('recoveredWhy')}</p>
      <NewPassphrase
        label={t('newPassphrase')}
        button={t('changePassphrase')}
        onChosen={choose}
        after={
          <Button variant="default" onClick={keepPassphrase}>
            {t('keepPassphrase')}
          </Button>
        }
      />
    </section>
  );
}
