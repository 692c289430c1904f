/**
 * The theses about an object, for its page. Private: where the vault is locked it offers to unlock it.
 *
 *     <ThesesSection about="security:688111.SH" />
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts.ts';
import { FailedLine } from '../ui/failed.tsx';
import { Icon } from '../ui/icon.tsx';
import { useAnswer } from '../use-answer.ts';
import { VaultGate } from '../vault/vault-gate.tsx';
import { followTheses } from './follow-theses.ts';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';
import { ThesisForm } from './thesis-form.tsx';
import { ThesisList } from './thesis-list.tsx';

export function ThesesSection({ about }: { about: string }) {
  return (
    <VaultGate isCompact>
      <Theses about={about} />
    </VaultGate>
  );
}

function Theses({ about }: { about: string }) {
  const t = useTexts(thesesTexts);
  const { answer, failure, retry } = useAnswer('listTheses', { about }, followTheses);
  const [isAdding, setAdding] = useState(false);
  if (failure !== null) {
    return <FailedLine failure={failure} onRetry={retry} />;
  }
  return (
    <div className={classes.section}>
      {answer?.length === 0 && !isAdding && <p className={classes.hint}>{t('none')}</p>}
      {answer !== undefined && answer.length > 0 && <ThesisList theses={answer} />}
      {isAdding ? (
        <ThesisForm thesis={null} about={[about]} onClose={() => setAdding(false)} />
      ) : (
        <Button
          className={classes.add}
          variant="subtle"
          size="compact-xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      )}
    </div>
  );
}
