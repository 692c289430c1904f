/** Takes an earlier import back, asked for twice. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts.ts';
import { importTexts } from './import-texts.ts';

type WithdrawButtonProps = { file: string; isWithdrawn: boolean; onWithdraw: () => Promise<unknown> };

export function WithdrawButton({ file, isWithdrawn, onWithdraw }: WithdrawButtonProps) {
  const t = useTexts(importTexts);
  const [isAsked, setAsked] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const withdraw = async () => {
    setWithdrawing(true);
    await onWithdraw();
    setWithdrawing(false);
    setAsked(false);
  };
  if (isWithdrawn) return t('withdrawn');
  if (!isAsked) {
    return (
      <Button size="compact-xs" variant="default" aria-label={t('withdrawOf', { file })} onClick={() => setAsked(true)}>
        {t('withdraw')}
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-xs" color="red" loading={isWithdrawing} autoFocus onClick={() => void withdraw()}>
        {t('withdrawSurely')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
        {t('keep')}
      </Button>
    </>
  );
}
