/** Under the chart: jumps that look like splits, and gaps. */
import { useMemo } from 'react';
import { splitRatio } from '../../shared/bar-checks.ts';
import { labelAt } from '../../shared/periods.ts';
import type { Bars } from '../../shared/price-bars.ts';
import { priceText } from '../securities/quote-text.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './bars.module.css';
import { barsTexts } from './bars-texts.ts';
import { oddities } from './price-points.ts';

const SHOWN = 5;

export function PriceRemarks({ bars }: { bars: Bars }) {
  const t = useTexts(barsTexts);
  const remarks = useMemo(() => {
    const day = (at: number) => labelAt('day', bars.days[at]);
    const { jumps, gaps } = oddities(bars);
    return [
      ...jumps.map(({ at, factor }) => ({
        at,
        said: t('looksLikeSplit', {
          day: day(at),
          before: priceText(bars.close[at - 1]),
          close: priceText(bars.close[at]),
          ratio: splitRatio(factor),
        }),
      })),
      ...gaps.map(({ at, missing }) => ({ at, said: t('gap', { first: day(at - 1), last: day(at), missing }) })),
    ].toSorted((a, b) => b.at - a.at);
  }, [bars, t]);
  if (remarks.length === 0) return null;
  return (
    <ul className={classes.remarks} aria-label={t('remarks')}>
      {remarks.slice(0, SHOWN).map(({ said }) => (
        <li key={said}>
          <Icon name="warning" size={14} /> {said}
        </li>
      ))}
      {remarks.length > SHOWN && (
        <li className={classes.soft}>{t('moreRemarks', { count: remarks.length - SHOWN })}</li>
      )}
    </ul>
  );
}
