/** How strong the passphrase being typed is, why it would be refused, and what would make it stronger. */
import { useEffect, useState } from 'react';
import type { PassphraseStrength } from '../../shared/vault-methods.ts';
import { call } from '../api.ts';
import { useMessageText, useTexts } from '../texts.ts';
import classes from './vault.module.css';
import { vaultTexts } from './vault-texts.ts';

const PAUSE_MS = 120;
/** Tries as a power of ten at which each of the bar's four parts is full. */
const STEPS = [3, 6, 10, 13];

/** The strength of what is typed, a moment after it was typed; null of nothing typed. */
export function usePassphraseStrength(passphrase: string): PassphraseStrength | null {
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  useEffect(() => {
    if (passphrase === '') {
      setStrength(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      call('checkPassphrase', { passphrase }).then(
        (answer) => isCurrent && setStrength(answer),
        // The workbench checks again when the vault is made.
        () => isCurrent && setStrength(null),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return strength;
}

export function StrengthMeter({ strength }: { strength: PassphraseStrength | null }) {
  const t = useTexts(vaultTexts);
  const said = useMessageText();
  const level = strength === null ? 0 : STEPS.filter((step) => strength.guessesLog10 >= step).length;
  return (
    <div className={classes.strength} data-level={strength === null ? undefined : level}>
      <div
        className={classes.bar}
        role="meter"
        aria-label={t('strength')}
        aria-valuemin={0}
        aria-valuemax={STEPS.length}
        aria-valuenow={level}
      >
        {STEPS.map((step, index) => (
          <span key={step} data-full={index < level || undefined} />
        ))}
      </div>
      <div className={classes.verdict} aria-live="polite">
        {strength === null ? (
          t('passphraseHint')
        ) : (
          <>
            {strength.reason === null ? <TimeToGuess seconds={strength.seconds} /> : said(strength.reason)}
            {strength.suggestions.map((suggestion) => (
              <div key={suggestion.key}>{said(suggestion)}</div>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

function TimeToGuess({ seconds }: { seconds: number }) {
  const t = useTexts(vaultTexts);
  const [unit, length] = (
    [
      ['years', YEAR],
      ['days', DAY],
      ['hours', HOUR],
      ['minutes', MINUTE],
      ['seconds', 1],
    ] as const
  ).find(([, least]) => seconds >= 2 * least) ?? ['moment', 1];
  const time = seconds > 1000 * YEAR ? t('ages') : t(unit, { count: Math.round(seconds / length) });
  return <>{t('guessedIn', { time })}</>;
}
