/** Theses, one after the other: how each stands, what its condition gives now, its history, and what can be done with it. */
import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { ThesisView } from '../../shared/theses.ts';
import { call } from '../api.ts';
import { showFailure, showUndoable } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { FindingText } from './finding-text.tsx';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';
import { ThesisForm } from './thesis-form.tsx';
import { ThesisHistory } from './thesis-history.tsx';
import { ThesisSubjects } from './thesis-subjects.tsx';

type ThesisListProps = { theses: readonly ThesisView[]; withSubjects?: boolean };

export function ThesisList({ theses, withSubjects = false }: ThesisListProps) {
  return (
    <ul className={classes.list}>
      {theses.map((thesis) => (
        <ThesisItem key={thesis.id} thesis={thesis} withSubjects={withSubjects} />
      ))}
    </ul>
  );
}

function ThesisItem({ thesis, withSubjects }: { thesis: ThesisView; withSubjects: boolean }) {
  const t = useTexts(thesesTexts);
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  if (isEditing) {
    return (
      <li>
        <ThesisForm thesis={thesis} about={thesis.about} onClose={() => setEditing(false)} />
      </li>
    );
  }
  const { id, claim, state, due, probability, now, note } = thesis;
  const isTakenBack = state === 'met' && now.holds === false;
  const isLate = state === 'missed' && now.holds === true;
  return (
    <li className={classes.thesis}>
      <div className={classes.line}>
        <span className={classes.state} data-state={state}>
          {t(state)}
        </span>
        <strong className={classes.claim}>{claim}</strong>
        <span className={classes.due}>{due}</span>
        {probability !== null && <span className={classes.due}>{Math.round(probability * 1000) / 10}%</span>}
        <ActionIcon
          size={24}
          aria-label={t('edit', { claim })}
          title={t('edit', { claim })}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={14} />
        </ActionIcon>
        <ActionIcon
          size={24}
          aria-label={t('delete', { claim })}
          title={t('delete', { claim })}
          onClick={() => void deleteThesis(id)}
        >
          <Icon name="trash" size={14} />
        </ActionIcon>
      </div>
      <code className={classes.formula}>{thesis.condition}</code>
      {(isTakenBack || isLate) && <p className={classes.warning}>{t(isTakenBack ? 'noLonger' : 'heldLate')}</p>}
      <FindingText finding={now} />
      {note !== '' && <p className={classes.note}>{note}</p>}
      {withSubjects && <ThesisSubjects about={thesis.about} />}
      <div className={classes.actions}>
        <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('history')}
        </Button>
        {state === 'open' && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => void attempt(call('withdrawThesis', { thesisId: id }))}
          >
            {t('withdraw')}
          </Button>
        )}
        {state !== 'open' && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => void attempt(call('reopenThesis', { thesisId: id }))}
          >
            {t('reopen')}
          </Button>
        )}
      </div>
      {isOpen && <ThesisHistory history={thesis.history} />}
    </li>
  );
}

async function attempt(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (failure) {
    showFailure(failure);
  }
}

async function deleteThesis(thesisId: string): Promise<void> {
  try {
    const thesis = await call('deleteThesis', { thesisId });
    showUndoable(thesesTexts.deleted, {}, () => void attempt(call('restoreThesis', { thesis })));
  } catch (failure) {
    showFailure(failure);
  }
}
