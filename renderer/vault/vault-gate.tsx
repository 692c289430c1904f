/**
 * Stands before everything private: shows its children while the vault is open, and otherwise asks to make or to
 * unlock it.
 *
 *     <VaultGate><NotesScreen /></VaultGate>
 *     <VaultGate isCompact><OwnRating /></VaultGate>       one line, in a section of a page
 *     <VaultPrompt holds={[t('notes'), t('risks')]}>…</VaultPrompt>
 *         one line for all compact gates of a page, which then show nothing themselves
 *
 * What was read from the vault is dropped by its own store on the event `vaultLocked`.
 */
import { Button, Loader } from '@mantine/core';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { failureText, showNotice } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { Failed } from '../ui/failed.tsx';
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
  const isAskedFor = useContext(IsAskedFor);
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
  if (isCompact && isAskedFor) return null;
  if (status === null) {
    return <Failed className={classes.state} failure={failure} onRetry={() => void loadVault()} />;
  }
  if (isCompact) {
    const isNone = status.state === 'none';
    return <Prompt isNone={isNone}>{t(isNone ? 'createCompact' : 'unlockTitle')}</Prompt>;
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

/** Whether a page asks for all its gates. */
const IsAskedFor = createContext(false);

type VaultPromptProps = {
  /** What the page has in the vault. */
  holds: readonly string[];
  children: ReactNode;
};

export function VaultPrompt({ holds, children }: VaultPromptProps) {
  const t = useTexts(vaultTexts);
  const language = useLanguage();
  const { status, failure } = useVault();
  const isNone = status?.state === 'none';
  const what = new Intl.ListFormat(language).format(holds);
  return (
    <IsAskedFor value={true}>
      {(status?.state === 'locked' || isNone || failure !== null) && (
        <div className={classes.prompt}>
          {status === null ? (
            <p role="alert">
              {failureText(failure)} <Button onClick={() => void loadVault()}>{t('retry')}</Button>
            </p>
          ) : (
            <Prompt isNone={isNone}>{t(isNone ? 'createFor' : 'lockedWith', { what })}</Prompt>
          )}
        </div>
      )}
      {children}
    </IsAskedFor>
  );
}

function Prompt({ isNone, children }: { isNone: boolean; children: ReactNode }) {
  const t = useTexts(vaultTexts);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={classes.compact}>
      <p className={classes.compactLine}>
        <Icon name="lock" size={14} />
        {children}
        {isNone ? (
          // Its recovery key needs room, and a moment of attention.
          <button type="button" className={classes.link} onClick={() => goTo({ screen: 'vault' })}>
            {t('createTitle')}
          </button>
        ) : (
          <button type="button" className={classes.link} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {t('unlock')}
          </button>
        )}
      </p>
      {isAsking && <UnlockVault />}
    </div>
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
