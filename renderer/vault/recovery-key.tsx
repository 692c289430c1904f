/** The recovery key, shown once: to be printed or copied, and gone when the user has kept it. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { useLanguage, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './vault.module.css';
import { forgetRecoveryKey, useVault } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

export function RecoveryKey({ recoveryKey }: { recoveryKey: string }) {
  const t = useTexts(vaultTexts);
  const language = useLanguage();
  const createdAt = useVault(({ status }) => status?.createdAt ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(recoveryKey);
      showNotice(vaultTexts.copied);
    } catch (failure) {
      showFailure(failure);
    }
  };
  const date = createdAt === null ? '' : new Date(createdAt).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <section className={classes.card} data-print aria-labelledby="recovery-key">
      <h1 id="recovery-key" className={classes.title} ref={heading} tabIndex={-1}>
        {t('recoveryTitle')}
      </h1>
      <p className={classes.why}>{t('recoveryWhy')}</p>
      <p className={classes.key} data-recovery-key>
        {groupsOf(recoveryKey).map((group) => (
          <span key={group.at}>{group.text}</span>
        ))}
      </p>
      <p className={classes.made}>{t('madeOn', { date })}</p>
      <div className={classes.buttons} data-screen-only>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={14} />}
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </Button>
        <Button variant="default" leftSection={<Icon name="copy" size={14} />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button onClick={forgetRecoveryKey}>{t('keptIt')}</Button>
      </div>
    </section>
  );
}

function groupsOf(recoveryKey: string): { at: number; text: string }[] {
  return recoveryKey.split('-').map((text, at) => ({ at, text }));
}
