/** The analyst's own rating of a security with its history. Private: stands in a VaultGate. */
import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { Quote } from '../../shared/price-bars.ts';
import type { RatingScale } from '../../shared/ratings.ts';
import type { Security } from '../../shared/securities.ts';
import { failureText } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { GradeBadge } from './grade-badge.tsx';
import { RatingForm } from './rating-form.tsx';
import { useStandingText } from './rating-words.ts';
import classes from './ratings.module.css';
import { deleteOwnRating, putOwnRating, useRatingsAnswer } from './ratings-store.ts';
import { ratingsTexts } from './ratings-texts.ts';
import { TargetCell } from './target-cell.tsx';

type OwnRatingsProps = {
  security: Pick<Security, 'id' | 'kind' | 'currency'>;
  scales: readonly RatingScale[];
  /** Last close, to say how far the target is; null where it is not known. */
  price: Pick<Quote, 'close' | 'currency' | 'day'> | null;
};

export function OwnRatings({ security, scales, price }: OwnRatingsProps) {
  const t = useTexts(ratingsTexts);
  const standingText = useStandingText();
  const [isGiving, setGiving] = useState(false);
  const { answer, failure, retry } = useRatingsAnswer('listOwnRatings', { securityId: security.id });
  const scaleOf = (scaleId: string) => scales.find(({ id }) => id === scaleId);
  const last = answer?.[0]?.rating;
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('own')}</h3>
        <div className={classes.space} />
        {!isGiving && (
          <Button variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => setGiving(true)}>
            {t('addOwn')}
          </Button>
        )}
      </div>
      {isGiving && (
        <RatingForm
          label={t('addOwn')}
          scales={scales.filter(({ subjectKind }) => subjectKind === security.kind)}
          initial={{
            scaleId: last?.scaleId ?? '',
            gradeId: '',
            date: localDay(),
            target: '',
            currency: last?.currency || security.currency,
            note: '',
          }}
          needsDate
          dateHint={t('ownDateHint')}
          onSave={(typed) => putOwnRating({ ...typed, securityId: security.id })}
          onClose={() => setGiving(false)}
        />
      )}
      {failure !== null && (
        <p role="alert" className={classes.empty}>
          {failureText(failure)} <Button onClick={retry}>{t('retry')}</Button>
        </p>
      )}
      {answer?.length === 0 && !isGiving && <p className={classes.empty}>{t('noOwn')}</p>}
      {answer !== undefined && answer.length > 0 && (
        <>
          <table className={classes.table} aria-label={t('own')}>
            <thead>
              <tr>
                <th>{t('date')}</th>
                <th>{t('grade')}</th>
                <th>{t('target')}</th>
                <th>{t('state')}</th>
                <th>{t('note')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {answer.map(({ rating, standing }) => {
                const isPast = standing.state !== 'in-force';
                return (
                  <tr key={rating.id} className={isPast ? classes.lapsed : undefined}>
                    <td>{rating.date}</td>
                    <td>
                      <GradeBadge
                        scale={scaleOf(rating.scaleId)}
                        gradeId={rating.gradeId}
                        isLapsed={isPast}
                        isFocusable
                      />
                    </td>
                    <td>
                      <TargetCell rating={rating} price={isPast ? null : price} />
                    </td>
                    <td>{standingText(standing)}</td>
                    <td>
                      <span className={classes.note}>{rating.note}</span>
                    </td>
                    <td>
                      <div className={classes.actions}>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={`${t('remove')} ${rating.date}`}
                          onClick={() => void deleteOwnRating(rating.id)}
                        >
                          <Icon name="trash" size={14} />
                        </ActionIcon>
                      </div>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className={classes.aside}>{t('ownKept')}</p>
        </>
      )}
    </>
  );
}

/** Today where the user is, as an ISO date. */
function localDay(): string {
  const now = new Date();
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
