/** What scales and standings say, in words: bands, horizons, states. */
import { useCallback } from 'react';
import type { RatingStanding } from '../../shared/rating-state.ts';
import type { Grade, RatingScale } from '../../shared/ratings.ts';
import { useTexts } from '../texts.ts';
import { signedPercent } from '../ui/number-text.ts';
import { ratingsTexts } from './ratings-texts.ts';

/** `10%`, `−5%`: bounds are round. */
export function boundText(share: number): string {
  return `${share < 0 ? '−' : ''}${Number((Math.abs(share) * 100).toFixed(4))}%`;
}

/** `+12.3%`; zero has no sign. */
export function excessText(share: number): string {
  return share === 0 ? '0%' : signedPercent(share);
}

export function useBandText(): (band: Grade['band']) => string {
  const t = useTexts(ratingsTexts);
  return useCallback(
    (band) => {
      if (band === null) return t('noView');
      const { low, high } = band;
      if (low === null) return high === null ? t('noView') : t('bandBelow', { high: boundText(high) });
      if (high === null) return t('bandAbove', { low: boundText(low) });
      return t('bandBetween', { low: boundText(low), high: boundText(high) });
    },
    [t],
  );
}

export function useHorizonText(): (horizon: RatingScale['horizon']) => string {
  const t = useTexts(ratingsTexts);
  return useCallback(
    ({ from, to }) => (from === null ? t('horizonTo', { to }) : t('horizonBetween', { from, to })),
    [t],
  );
}

/** `in force, until 2024-09-09`. */
export function useStandingText(): (standing: RatingStanding) => string {
  const t = useTexts(ratingsTexts);
  return useCallback(
    ({ state, to }) => {
      if (to === null) return t(`state-${state}`);
      if (state === 'lapsed') return t('lapsedOn', { day: to });
      return state === 'in-force' ? `${t('state-in-force')} · ${t('lapsesOn', { day: to })}` : t(`state-${state}`);
    },
    [t],
  );
}
