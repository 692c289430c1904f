/** What an import did, with the ways on: what shows it, taking it back, the next file. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type OutcomePaneProps = {
  title: string;
  file: string;
  /** Null where nothing was taken. */
  importId: number | null;
  counts: ReactNode;
  /** The button of what shows the import. */
  show: ReactNode;
  /** False where it was refused. */
  withdraw: (importId: number, file: string) => Promise<boolean>;
  onNext: () => void;
};

export function OutcomePane({ title, file, importId, counts, show, withdraw, onNext }: OutcomePaneProps) {
  const t = useTexts(importTexts);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const takeBack = async (made: number) => {
    setWithdrawing(true);
    if (await withdraw(made, file)) onNext();
    setWithdrawing(false);
  };
  return (
    <section className={classes.outcome} aria-label={title}>
      <div role="status">
        <h2 className={classes.outcomeTitle}>
          <Icon name="check" /> {t(importId === null ? 'importedNothing' : 'imported', { file })}
        </h2>
      </div>
      <p className={classes.summary}>{counts}</p>
      <div className={classes.buttons}>
        {show}
        {importId !== null && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" size={14} />}
            loading={isWithdrawing}
            onClick={() => void takeBack(importId)}
          >
            {t('takeBack')}
          </Button>
        )}
        <Button variant="default" onClick={onNext}>
          {t('nextFile')}
        </Button>
      </div>
    </section>
  );
}
