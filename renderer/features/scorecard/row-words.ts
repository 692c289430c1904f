/** What a row of the scorecard says of an outcome, in words and figures; the same in the table and in what leaves it. */
import { useCallback } from 'react';
import type { HorizonReading, Reading, ScorecardRow } from '../../../shared/scorecard.ts';
import { ratingsTexts } from '../../ratings/ratings-texts.ts';
import { useTexts } from '../../texts.ts';
import { fullNumber } from '../../ui/number-text.ts';
import { scorecardTexts } from './scorecard-texts.ts';

/** What is judged: the end of the horizon, or what there is so far. */
export function judged({ outcome }: ScorecardRow): { reading: Reading; isEnded: boolean } | null {
  const ended = outcome.atTo?.reading ?? null;
  if (ended !== null) return { reading: ended, isEnded: true };
  return outcome.soFar === null ? null : { reading: outcome.soFar, isEnded: false };
}

/** In percent, for a column of numbers. */
export function percentOf(reading: Reading | null | undefined): number | null {
  return reading ? Number((reading.excess * 100).toPrecision(12)) : null;
}

/** Why an end of the horizon has no reading; '' where it has one. */
export function useHorizonText(): (at: HorizonReading | null) => string {
  const t = useTexts(scorecardTexts);
  const said = useTexts(ratingsTexts);
  return useCallback(
    (at) => {
      if (at === null || at.reading !== null) return '';
      if (at.state === 'suspected-split') return said('untold-suspected-split');
      return t(at.state === 'pending' ? 'pending' : 'noDays', { day: at.on });
    },
    [t, said],
  );
}

export function useTargetText(): (row: ScorecardRow) => string {
  const t = useTexts(scorecardTexts);
  return useCallback(
    ({ outcome: { target }, targetPrice, currency }) => {
      if (targetPrice === null) return '';
      const price = `${fullNumber(targetPrice)} ${currency}`;
      if (target === null) return t('target-unknown', { price });
      const text = t(`target-${target.state}`, { price, day: target.day ?? '' });
      return target.reason === '' ? text : `${text}: ${t(`target-reason-${target.reason}`)}`;
    },
    [t],
  );
}

/** Why nothing can be told, and every remark. */
export function useRemarksText(): (row: ScorecardRow) => string[] {
  const said = useTexts(ratingsTexts);
  return useCallback(
    ({ outcome, remarks }) => [
      ...(outcome.untold === null ? [] : [said(`untold-${outcome.untold}`)]),
      ...remarks.map((remark) => said(`remark-${remark}`)),
    ],
    [said],
  );
}
