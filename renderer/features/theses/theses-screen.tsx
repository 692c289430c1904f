/** The thesis ledger: all theses by their state, and how good the probabilities were. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { thesisStateSchema } from '../../../shared/theses.ts';
import { failureText } from '../../shell/notices.tsx';
import { replaceQuery } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { followTheses } from '../../theses/follow-theses.ts';
import { thesesTexts } from '../../theses/theses-texts.ts';
import { ThesisForm } from '../../theses/thesis-form.tsx';
import { ThesisList } from '../../theses/thesis-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAnswer } from '../../use-answer.ts';
import { VaultGate } from '../../vault/vault-gate.tsx';
import { Calibration } from './calibration.tsx';
import classes from './theses-screen.module.css';

export default function ThesesScreen({ route: { query = '' } }: { route: { query?: string } }) {
  const t = useTexts(thesesTexts);
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('ledger')}</h1>
      <VaultGate>
        <Ledger wanted={new URLSearchParams(query).get('state') ?? 'all'} />
      </VaultGate>
    </div>
  );
}

function Ledger({ wanted }: { wanted: string }) {
  const t = useTexts(thesesTexts);
  const { answer, failure, retry } = useAnswer('listTheses', {}, followTheses);
  const [isAdding, setAdding] = useState(false);
  const state = thesisStateSchema.options.find((each) => each === wanted) ?? 'all';
  const countOf = (each: string) => answer?.filter((thesis) => each === 'all' || thesis.state === each).length ?? 0;
  const shown = answer?.filter((thesis) => state === 'all' || thesis.state === state) ?? [];
  return (
    <div className={classes.body}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          data={(['all', ...thesisStateSchema.options] as const).map((each) => ({
            value: each,
            label: `${t(each)} ${countOf(each)}`,
          }))}
          value={state}
          onChange={(next) => replaceQuery(next === 'all' ? '' : new URLSearchParams({ state: next }).toString())}
        />
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      {isAdding && <ThesisForm thesis={null} about={[]} onClose={() => setAdding(false)} />}
      {failure !== null && (
        <p role="alert">
          {failureText(failure)} <Button onClick={retry}>{t('retry')}</Button>
        </p>
      )}
      {answer !== undefined && shown.length === 0 && !isAdding && (
        <p className={classes.empty}>{t(answer.length === 0 ? 'none' : 'noneOfState')}</p>
      )}
      <ThesisList theses={shown} withSubjects />
      {countOf('all') > 0 && <Calibration />}
    </div>
  );
}
