/** The marks of prices: those of their facts, and that a price is past or not the one used. */
import { useCallback } from 'react';
import type { Price } from '../../../shared/model-methods.ts';
import { type FactMark, FactMarks } from '../../facts/fact-marks.tsx';
import { factTexts } from '../../facts/fact-texts.ts';
import { useTexts } from '../../texts.ts';
import type { PriceRow } from './price-rows.ts';
import classes from './prices.module.css';
import { pricesTexts } from './prices-texts.ts';

type PriceMarksProps = { prices: readonly Price[]; standing: PriceRow['standing'] };

export function PriceMarks({ prices, standing }: PriceMarksProps) {
  const t = useTexts(pricesTexts);
  return (
    <span className={classes.marks}>
      <FactMarks marks={[...new Set(prices.flatMap(marksOfPrice))]} />
      {standing !== 'current' && <span className={classes.aside}>{t(standing)}</span>}
    </span>
  );
}

/** A function from a price to what is marked of it, in words. */
export function useMarkWords(): (price: Price) => string[] {
  const t = useTexts(factTexts);
  return useCallback((price) => marksOfPrice(price).map((mark) => t(`mark-${mark}`)), [t]);
}

function marksOfPrice({ conflict, isCorrected, isChanged, isOwn }: Price): FactMark[] {
  const marks: FactMark[] = [];
  if (conflict === 'open') marks.push('conflict');
  if (conflict === 'chosen') marks.push('chosen');
  if (isCorrected) marks.push('corrected');
  if (isChanged) marks.push('changed');
  if (isOwn) marks.push('own');
  return marks;
}
