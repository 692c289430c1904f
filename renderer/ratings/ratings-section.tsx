/** The ratings of a security: what brokers said and how each stands, and the analyst's own while the vault is open. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { isPeriodLabel } from '../../shared/periods.ts';
import type { Quote } from '../../shared/price-bars.ts';
import type { ListedRating } from '../../shared/rating-methods.ts';
import type { Rating } from '../../shared/ratings.ts';
import type { Security } from '../../shared/securities.ts';
import { call } from '../api.ts';
import { openFact } from '../facts/open-fact.ts';
import { useNameOf } from '../facts/use-facts-data.ts';
import { failureText } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { VaultGate } from '../vault/vault-gate.tsx';
import { BenchmarkChoices } from './benchmark-choices.tsx';
import { BrokerRatingForm } from './broker-rating-form.tsx';
import { GradeBadge } from './grade-badge.tsx';
import { OwnRatings } from './own-ratings.tsx';
import { useStandingText } from './rating-words.ts';
import classes from './ratings.module.css';
import { editRatings, followRatings, useRatingsAnswer } from './ratings-store.ts';
import { ratingsTexts } from './ratings-texts.ts';
import { TargetCell } from './target-cell.tsx';

type RatingsSectionProps = { security: Pick<Security, 'id' | 'kind' | 'currency' | 'exchange'> };

export function RatingsSection({ security }: RatingsSectionProps) {
  const t = useTexts(ratingsTexts);
  useEffect(followRatings, []);
  const { id } = security;
  const listed = useRatingsAnswer('listRatings', { securityId: id });
  const scales = useRatingsAnswer('listScales', {});
  const quotes = useRatingsAnswer('getQuotes', { securityIds: useMemo(() => [id], [id]) });
  const [form, setForm] = useState<{ rating: Rating | null } | null>(null);
  const failure = listed.failure ?? scales.failure;
  const price = quotes.answer?.[0] ?? null;
  if (security.kind === 'index') return null;
  return (
    <section className={classes.section} aria-label={t('ratings')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('brokers')}</h3>
        <div className={classes.space} />
        <Button
          variant="subtle"
          onClick={() => goTo({ screen: 'scorecard', query: new URLSearchParams({ security: id }).toString() })}
        >
          {t('scorecard')}
        </Button>
        {form === null && (
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setForm({ rating: null })}
          >
            {t('add')}
          </Button>
        )}
      </div>
      {form !== null && scales.answer !== undefined && (
        <BrokerRatingForm
          key={form.rating?.id ?? ''}
          security={security}
          scales={scales.answer.scales}
          rating={form.rating}
          onClose={() => setForm(null)}
        />
      )}
      {failure !== null && (
        <p role="alert" className={classes.empty}>
          {failureText(failure)}{' '}
          <Button
            onClick={() => {
              listed.retry();
              scales.retry();
            }}
          >
            {t('retry')}
          </Button>
        </p>
      )}
      {listed.answer === undefined && failure === null && <p className={classes.empty}>{t('loading')}</p>}
      {listed.answer?.length === 0 && <p className={classes.empty}>{t('noRatings')}</p>}
      {listed.answer !== undefined && listed.answer.length > 0 && scales.answer !== undefined && (
        <BrokerTable
          ratings={listed.answer}
          scaleOf={(scaleId) => scales.answer?.scales.find((scale) => scale.id === scaleId)}
          price={price}
          onEdit={(rating) => setForm({ rating })}
        />
      )}
      {scales.answer !== undefined && listed.answer !== undefined && (
        <BenchmarkChoices
          security={security}
          scales={scales.answer}
          scaleIds={listed.answer.map(({ rating }) => rating.scaleId)}
        />
      )}
      <VaultGate isCompact>
        {scales.answer !== undefined && <OwnRatings security={security} scales={scales.answer.scales} price={price} />}
      </VaultGate>
    </section>
  );
}

type BrokerTableProps = {
  ratings: readonly ListedRating[];
  scaleOf: (scaleId: string) => Parameters<typeof GradeBadge>[0]['scale'];
  price: Pick<Quote, 'close' | 'currency' | 'day'> | null;
  onEdit: (rating: Rating) => void;
};

function BrokerTable({ ratings, scaleOf, price, onEdit }: BrokerTableProps) {
  const t = useTexts(ratingsTexts);
  const nameOf = useNameOf();
  const standingText = useStandingText();
  return (
    <table className={classes.table} aria-label={t('brokers')}>
      <thead>
        <tr>
          <th>{t('broker')}</th>
          <th>{t('grade')}</th>
          <th>{t('date')}</th>
          <th>{t('target')}</th>
          <th>{t('state')}</th>
          <th>{t('note')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {ratings.map(({ rating, standing }) => {
          const isPast = standing.state === 'lapsed' || standing.state === 'replaced';
          const name = `${nameOf(rating.brokerId)} ${rating.date}`.trim();
          return (
            <tr key={rating.id} className={isPast ? classes.lapsed : undefined}>
              <td>{nameOf(rating.brokerId)}</td>
              <td>
                <GradeBadge scale={scaleOf(rating.scaleId)} gradeId={rating.gradeId} isLapsed={isPast} isFocusable />
              </td>
              <td>
                <RatingDate rating={rating} isDatedByUser={rating.isDatedByUser} />
              </td>
              <td>
                <TargetCell rating={rating} price={isPast ? null : price} />
              </td>
              <td>{standingText(standing)}</td>
              <td>
                {rating.factId === null ? (
                  <span className={classes.note}>{rating.note}</span>
                ) : (
                  <button
                    type="button"
                    className={classes.link}
                    title={t('showSource')}
                    onClick={() => rating.factId !== null && openFact(rating.factId)}
                  >
                    {rating.note}
                  </button>
                )}
              </td>
              <td>
                {rating.origin === 'own' && (
                  <div className={classes.actions}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`${t('edit')} ${name}`}
                      onClick={() => onEdit(rating)}
                    >
                      <Icon name="edit" size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`${t('remove')} ${name}`}
                      onClick={() =>
                        void editRatings(call('deleteRating', { ratingId: rating.id }), ratingsTexts.didDelete)
                      }
                    >
                      <Icon name="trash" size={14} />
                    </ActionIcon>
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The date of the report, or one that the user gives where it has none. */
function RatingDate({ rating, isDatedByUser }: { rating: Rating; isDatedByUser: boolean }) {
  const t = useTexts(ratingsTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isOpen = rating.origin === 'bundled' && (rating.date === '' || isDatedByUser);
  if (!isOpen) return <>{rating.date}</>;
  if (typed === null) {
    return (
      <button
        type="button"
        className={classes.link}
        title={isDatedByUser ? t('datedByUser') : undefined}
        onClick={() => setTyped(rating.date)}
      >
        {rating.date === '' ? t('giveDate') : `${rating.date} *`}
      </button>
    );
  }
  const date = typed.trim();
  const save = async () => {
    if (!isDay(date)) {
      setRefused(true);
      return;
    }
    if (date !== rating.date) {
      const put = call('setRatingDate', { ratingId: rating.id, date });
      if (!(await editRatings(put, ratingsTexts.didDate))) return;
    }
    setTyped(null);
  };
  return (
    <TextInput
      w={120}
      aria-label={t('giveDate')}
      placeholder={t('dateHint')}
      autoFocus
      value={typed}
      error={isRefused && !isDay(date) ? t('badDate') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** Empty takes the date away. */
function isDay(text: string): boolean {
  return text === '' || isPeriodLabel('day', text);
}
