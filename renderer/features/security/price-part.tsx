/** Prices of a security with the brokers' ratings and targets marked on them, against the index that ratings are measured by. */
import { useMemo } from 'react';
import { marketOf, type SecurityView } from '../../../shared/securities.ts';
import type { PriceMarker } from '../../bars/price-option.ts';
import { PriceSection } from '../../bars/price-section.tsx';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useRatingsAnswer } from '../../ratings/ratings-store.ts';
import { useLocalText } from '../../texts.ts';

const NOTHING = {};

export function PricePart({ security }: { security: SecurityView }) {
  const local = useLocalText();
  const nameOf = useNameOf();
  const { answer: listed } = useRatingsAnswer('listRatings', { securityId: security.id });
  const { answer: known } = useRatingsAnswer('listScales', NOTHING);
  const market = marketOf(security.exchange);
  const chosen = known?.choices.find((choice) => choice.market === market)?.securityId;
  const named = known?.scales.flatMap(({ benchmarks }) => benchmarks).find((each) => each.market === market);
  const markers = useMemo(
    () =>
      (listed ?? []).flatMap(({ rating }): PriceMarker[] => {
        if (rating.date === '') return [];
        const scale = known?.scales.find(({ id }) => id === rating.scaleId);
        const grade = scale?.grades.find(({ id }) => id === rating.gradeId);
        const said = `${nameOf(rating.brokerId)} ${grade === undefined ? '' : local(grade.name)}`;
        const mark: PriceMarker = { day: rating.date, label: said, kind: 'rating' };
        const { targetPrice } = rating;
        if (targetPrice === null) return [mark];
        return [mark, { day: rating.date, label: String(targetPrice), kind: 'target', price: targetPrice }];
      }),
    [listed, known, nameOf, local],
  );
  return (
    <PriceSection
      securityId={security.id}
      hasQuote={false}
      benchmarkId={chosen ?? named?.securityIds[0]}
      markers={markers}
    />
  );
}
