/** The form for what a broker said: who, by which of their scales, and in which source. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Rating, RatingScale } from '../../shared/ratings.ts';
import type { Security } from '../../shared/securities.ts';
import { call } from '../api.ts';
import { useFactsData, useNameOf } from '../facts/use-facts-data.ts';
import { useTexts } from '../texts.ts';
import { citationOf } from '../ui/citation.ts';
import { RatingForm } from './rating-form.tsx';
import { editRatings } from './ratings-store.ts';
import { ratingsTexts } from './ratings-texts.ts';

type BrokerRatingFormProps = {
  security: Pick<Security, 'id' | 'kind' | 'currency'>;
  scales: readonly RatingScale[];
  /** The one that is changed; null for a new one. */
  rating: Rating | null;
  onClose: () => void;
};

export function BrokerRatingForm({ security, scales, rating, onClose }: BrokerRatingFormProps) {
  const t = useTexts(ratingsTexts);
  const nameOf = useNameOf();
  const { sources } = useFactsData();
  const fitting = useMemo(() => scales.filter(({ subjectKind }) => subjectKind === security.kind), [scales, security]);
  const brokers = [...new Set(fitting.map(({ brokerId }) => brokerId).filter(Boolean))];
  const [brokerId, setBroker] = useState(rating?.brokerId ?? brokers[0] ?? '');
  const [sourceId, setSource] = useState(rating?.sourceId ?? '');
  return (
    <RatingForm
      key={brokerId}
      label={rating === null ? t('add') : t('edit')}
      scales={fitting.filter((scale) => scale.brokerId === brokerId || scale.brokerId === '')}
      initial={{
        scaleId: rating?.scaleId ?? '',
        gradeId: rating?.brokerId === brokerId ? rating.gradeId : '',
        date: rating?.date ?? '',
        target: rating?.targetPrice?.toString() ?? '',
        currency: rating?.currency || security.currency,
        note: rating?.note ?? '',
      }}
      needsDate={false}
      onSave={async (typed) => {
        const put = call('putRating', {
          rating: { ...typed, id: rating?.id, securityId: security.id, brokerId, sourceId },
        });
        await put;
        await editRatings(put, ratingsTexts.didSave);
      }}
      onClose={onClose}
    >
      <Select
        w={150}
        label={t('broker')}
        value={brokerId}
        allowDeselect={false}
        data={brokers.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(next) => setBroker(next ?? '')}
      />
      <Select
        w={260}
        label={t('source')}
        value={sourceId}
        searchable
        data={[
          { value: '', label: t('noSource') },
          ...[...sources.values()].map((source) => ({ value: source.id, label: citationOf(source) })),
        ]}
        onChange={(next) => setSource(next ?? '')}
      />
    </RatingForm>
  );
}
