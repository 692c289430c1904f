/** Chooses a passphrase: typed twice, with its strength; the form's button stays closed to a weak one. */
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { failureText } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { PassphraseInput } from './passphrase-input.tsx';
import { StrengthMeter, usePassphraseStrength } from './strength-meter.tsx';
import classes from './vault.module.css';
import { vaultTexts } from './vault-texts.ts';

type NewPassphraseProps = {
  label: string;
  button: string;
  /** Fields before those of the new passphrase. */
  before?: ReactNode;
  /** Beside the button. */
  after?: ReactNode;
  /** Throws where it is refused. */
  onChosen: (passphrase: string) => Promise<void>;
};

export function NewPassphrase({ label, button, before, after, onChosen }: NewPassphraseProps) {
  const t = useTexts(vaultTexts);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isDifferent, setDifferent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const strength = usePassphraseStrength(passphrase);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setDifferent(passphrase !== repeated);
    if (passphrase !== repeated) return;
    setBusy(true);
    try {
      await onChosen(passphrase);
    } catch (refused) {
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {before}
      <PassphraseInput
        label={label}
        value={passphrase}
        autoComplete="new-password"
        autoFocus={before === undefined}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <StrengthMeter strength={strength} />
      <PassphraseInput
        label={t('repeat')}
        value={repeated}
        autoComplete="new-password"
        error={isDifferent && passphrase !== repeated ? t('differs') : undefined}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          loading={isBusy}
          disabled={passphrase === '' || repeated === '' || strength?.isStrongEnough === false}
        >
          {button}
        </Button>
        {after}
      </div>
    </form>
  );
}
