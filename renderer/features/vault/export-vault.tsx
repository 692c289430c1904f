/** The vault out: as one encrypted file, or, asked for twice, as plain Markdown. */
import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../api.ts';
import { exportAs } from '../../shell/jobs.ts';
import { useTexts } from '../../texts.ts';
import { PassphraseInput } from '../../vault/passphrase-input.tsx';
import { vaultTexts } from '../../vault/vault-texts.ts';
import { Section } from './section.tsx';
import classes from './vault-screen.module.css';
import { vaultScreenTexts } from './vault-screen-texts.ts';

export function ExportVault() {
  const t = useTexts(vaultScreenTexts);
  const [isText, setText] = useState(false);
  const exportEncrypted = () =>
    void exportAs(
      vaultScreenTexts.vaultTitle,
      ({ path, jobId }) => call('exportVault', { path, jobId }),
      'plumbline-vault',
    );
  return (
    <Section title={t('out')} hint={t('outHint')}>
      {isText ? (
        <AsText onClose={() => setText(false)} />
      ) : (
        <div className={classes.buttons}>
          <Button variant="default" onClick={exportEncrypted}>
            {t('outEncrypted')}
          </Button>
          <Button variant="default" onClick={() => setText(true)}>
            {t('outText')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function AsText({ onClose }: { onClose: () => void }) {
  const t = useTexts(vaultScreenTexts);
  const tVault = useTexts(vaultTexts);
  const [isSure, setSure] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void exportAs(
      vaultScreenTexts.outTextTitle,
      ({ path, jobId }) => call('exportVaultText', { path, jobId, isConfirmed: true, proof: { passphrase } }),
      'zip',
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.warning}>{t('outTextWarning')}</p>
      <Checkbox
        size="xs"
        label={t('outTextSure')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      <PassphraseInput
        label={tVault('formerPassphrase')}
        value={passphrase}
        autoComplete="current-password"
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" color="red" disabled={!isSure || passphrase === ''}>
          {t('write')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
