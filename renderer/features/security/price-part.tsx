/**
 * Prices of a security with ratings and targets marked on them, the brokers' and, while the vault is open, the
 * analyst's own; against the index that ratings are measured by.
 */
import { useMemo } from 'react';
import type { Rating } from '../../../shared/ratings.ts';
import { marketOf, type SecurityView } from '../../../shared/securities.ts';
import { PriceSection } from '../../bars/price-section.tsx';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useRatingsAnswer } from '../../ratings/ratings-store.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { useVault } from '../../vault/vault-store.ts';
import { ratingMarkers } from './rating-markers.ts';
import { securityTexts } from './security-texts.ts';

const NOTHING = {};

export function PricePart({ security }: { security: SecurityView }) {
  const local = useLocalText();
  const t = useTexts(securityTexts);
  const nameOf = useNameOf();
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const { answer: listed } = useRatingsAnswer('listRatings', { securityId: security.id });
  const { answer: listedOwn } = useRatingsAnswer('listOwnRatings', isOpen ? { securityId: security.id } : null);
  const { answer: known } = useRatingsAnswer('listScales', NOTHING);
  const market = marketOf(security.exchange);
  const chosen = known?.choices.find((choice) => choice.market === market)?.securityId;
  const named = known?.scales.flatMap(({ benchmarks }) => benchmarks).find((each) => each.market === market);
  // What was read of the vault goes when it locks.
  const own = isOpen ? listedOwn : undefined;
  const markers = useMemo(() => {
    const gradeOf = ({ scaleId, gradeId }: Pick<Rating, 'scaleId' | 'gradeId'>) => {
      const scale = known?.scales.find(({ id }) => id === scaleId);
      const grade = scale?.grades.find(({ id }) => id === gradeId);
      return grade === undefined ? '' : local(grade.name);
    };
    return [
      ...ratingMarkers(
        (listed ?? []).map(({ rating }) => rating),
        {
          isOwn: false,
          said: (rating) => `${nameOf(rating.brokerId)} ${gradeOf(rating)}`,
          targetText: String,
        },
      ),
      ...ratingMarkers(
        (own ?? []).map(({ rating }) => rating),
        {
          isOwn: true,
          said: (rating) => t('ownMark', { what: gradeOf(rating) }),
          targetText: (what) => t('ownMark', { what }),
        },
      ),
    ];
  }, [listed, own, known, nameOf, local, t]);
  return (
    <PriceSection
      securityId={security.id}
      hasQuote={false}
      benchmarkId={chosen ?? named?.securityIds[0]}
      markers={markers}
    />
  );
}
