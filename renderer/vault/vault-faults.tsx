/** What is not as it should be in an open vault, and the button that takes it as it is. */
import { Button } from '@mantine/core';
import type { VaultStatus } from '../../shared/vault.ts';
import { useTexts } from '../texts.ts';
import classes from './vault.module.css';
import { acceptVaultFaults } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

type Fault = VaultStatus['faults'][number];
const MOST_SHOWN = 20;

export function VaultFaults({ faults }: { faults: readonly Fault[] }) {
  const t = useTexts(vaultTexts);
  const nameOf = ({ recordId }: Fault) => {
    if (recordId === 'header') return t('head');
    return recordId.startsWith('manifest') ? t('part') : t('record', { id: recordId.slice(0, 8) });
  };
  const isUnknownOnly = faults.every(({ fault }) => fault === 'unknown-kind');
  return (
    <details className={classes.faults}>
      <summary>{faults.length === 1 ? t('faultsTitleOne') : t('faultsTitle', { count: faults.length })}</summary>
      <p>{t('faultsWhy')}</p>
      <ul>
        {faults.slice(0, MOST_SHOWN).map((fault) => (
          <li key={fault.recordId}>
            {nameOf(fault)}: {t(`fault-${fault.fault}`)}
          </li>
        ))}
        {faults.length > MOST_SHOWN && <li>…</li>}
      </ul>
      {!isUnknownOnly && (
        <Button variant="default" onClick={() => void acceptVaultFaults()}>
          {t('acceptFaults')}
        </Button>
      )}
    </details>
  );
}
