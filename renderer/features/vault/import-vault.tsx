/** Into the vault: an encrypted export, which asks for its own passphrase, or Markdown. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { VaultImport, VaultProof } from '../../../shared/vault-methods.ts';
import { call, hasNativeDialogs, pathOf, releasePath } from '../../api.ts';
import { failureText, showNotice } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { chooseFile } from '../../ui/file-input.ts';
import { Icon } from '../../ui/icon.tsx';
import { PassphraseInput } from '../../vault/passphrase-input.tsx';
import { loadVault } from '../../vault/vault-store.ts';
import { Section } from './section.tsx';
import classes from './vault-screen.module.css';
import { vaultScreenTexts } from './vault-screen-texts.ts';

const ENDINGS = '.plumbline-vault,.md,.markdown,.zip';
const TEXT = /\.(md|markdown|zip)$/i;

export function ImportVault({ hint }: { hint: string }) {
  const t = useTexts(vaultScreenTexts);
  const [file, setFile] = useState<File | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  const take = async (work: () => Promise<VaultImport>) => {
    setBusy(true);
    setFailure(null);
    try {
      const { added, same, both } = await work();
      showNotice(vaultScreenTexts.taken, { added, same, both });
      setFile(null);
      await loadVault();
    } catch (refused) {
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File) => {
    setFailure(null);
    if (!TEXT.test(chosen.name)) setFile(chosen);
    else void take(() => importText(chosen));
  };
  return (
    <Section title={t('in')} hint={hint}>
      {file === null ? (
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<Icon name="import" size={14} />}
          onClick={() => chooseFile(ENDINGS, choose)}
        >
          {t('chooseFile')}
        </Button>
      ) : (
        <EncryptedFile
          name={file.name}
          isBusy={isBusy}
          onProof={(proof) => void take(() => importEncrypted(file, proof))}
          onClose={() => setFile(null)}
        />
      )}
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
    </Section>
  );
}

type EncryptedFileProps = { name: string; isBusy: boolean; onProof: (proof: VaultProof) => void; onClose: () => void };

function EncryptedFile({ name, isBusy, onProof, onClose }: EncryptedFileProps) {
  const t = useTexts(vaultScreenTexts);
  const [typed, setTyped] = useState('');
  const [isRecovering, setRecovering] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onProof(isRecovering ? { recoveryKey: typed } : { passphrase: typed });
  };
  const field = {
    value: typed,
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {isRecovering ? (
        <TextInput
          key="recovery"
          label={t('fileRecoveryKey', { name })}
          autoComplete="off"
          maxLength={200}
          {...field}
        />
      ) : (
        <PassphraseInput key="passphrase" label={t('fileKey', { name })} autoComplete="off" {...field} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy} disabled={typed === ''}>
          {t('take')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <button
          type="button"
          className={classes.link}
          onClick={() => {
            setRecovering(!isRecovering);
            setTyped('');
          }}
        >
          {t(isRecovering ? 'usePassphrase' : 'useRecoveryKey')}
        </button>
      </div>
    </form>
  );
}

async function importEncrypted(file: File, proof: VaultProof): Promise<VaultImport> {
  const path = await pathOf(file);
  try {
    return await call('importVault', { path, proof, jobId: crypto.randomUUID() });
  } finally {
    releasePath(path);
  }
}

/** A tab sends the text itself: what it hands over as a file would lie in a temporary one. */
async function importText(file: File): Promise<VaultImport> {
  const jobId = crypto.randomUUID();
  if (hasNativeDialogs()) return call('importVaultText', { file: { path: await pathOf(file) }, jobId });
  return call('importVaultText', { file: { name: file.name, base64: await base64Of(file) }, jobId });
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // A data address: what it is, and after the comma the content.
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
