/** All rating scales: the brokers' as their reports print them, and the user's own, which are made and changed here. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RatingScale } from '../../../shared/ratings.ts';
import { call } from '../../api.ts';
import { ScaleCard } from '../../ratings/grade-badge.tsx';
import { editRatings, useRatingsAnswer } from '../../ratings/ratings-store.ts';
import { useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EMPTY_SCALE, entryOfScale, type ScaleEntry } from './scale-entry.ts';
import { ScaleForm } from './scale-form.tsx';
import classes from './scorecard.module.css';
import { scorecardTexts } from './scorecard-texts.ts';

type Editing = { scaleId: string; entry: ScaleEntry };

export function ScalesView() {
  const t = useTexts(scorecardTexts);
  const { answer, failure, retry } = useRatingsAnswer('listScales', {});
  const [editing, setEditing] = useState<Editing | null>(null);
  if (failure !== null) {
    return <Failed className={classes.state} failure={failure} onRetry={retry} />;
  }
  const begin = (entry: ScaleEntry, scaleId: string = newScaleId()) => setEditing({ scaleId, entry });
  return (
    <div className={classes.scales}>
      <div className={classes.scalesHead}>
        <p className={classes.hint}>{t('scalesIntro')}</p>
        <Button variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => begin(EMPTY_SCALE)}>
          {t('newScale')}
        </Button>
      </div>
      {editing !== null && (
        <ScaleForm
          key={editing.scaleId}
          scaleId={editing.scaleId}
          initial={editing.entry}
          onClose={() => setEditing(null)}
        />
      )}
      <div className={classes.cards}>
        {answer?.scales.map((scale) => (
          <section key={scale.id} className={classes.scale}>
            <ScaleCard scale={scale} />
            <div className={classes.buttons}>
              {scale.origin === 'own' && (
                <>
                  <Button variant="default" onClick={() => begin(entryOfScale(scale), scale.id)}>
                    {t('editScale')}
                  </Button>
                  <Button variant="default" onClick={() => void remove(scale)}>
                    {t('deleteScale')}
                  </Button>
                </>
              )}
              <Button variant="subtle" onClick={() => begin(asNew(entryOfScale(scale)))}>
                {t('copyScale')}
              </Button>
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

function remove({ id }: RatingScale) {
  return editRatings(call('deleteScale', { scaleId: id }), scorecardTexts.didDeleteScale);
}

function asNew(entry: ScaleEntry): ScaleEntry {
  return { ...entry, name: '', brokerId: '' };
}

function newScaleId(): string {
  return `own/${crypto.randomUUID()}`;
}
