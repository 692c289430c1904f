/** A field for a passphrase, which can be shown while it is typed. */
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../texts.ts';
import { vaultTexts } from './vault-texts.ts';

const LONGEST = 1000;

export function PassphraseInput(props: PasswordInputProps) {
  const t = useTexts(vaultTexts);
  return (
    <PasswordInput
      maxLength={LONGEST}
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
      {...props}
    />
  );
}
