/**
 * How good stated probabilities were: what was said would happen with so much probability, and what did.
 *
 *     brierScore([{ probability: 0.8, outcome: true }])          // 0.04
 *     calibrationBins(forecasts)                                 // ten bins: how often it came true among what was said
 */
export type Forecast = {
  /** From 0 to 1. */
  probability: number;
  outcome: boolean;
};

export type CalibrationBin = {
  /** low ≤ probability < high; the last bin has 1 as well. */
  low: number;
  high: number;
  count: number;
  /** Mean of the probabilities, and the share that came true; null of an empty bin. */
  said: number | null;
  happened: number | null;
};

/** The mean of (probability − outcome)²: 0 is perfect, 0.25 is what always saying one half gives (Brier 1950). Null of none. */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  const squares = forecasts.map(({ probability, outcome }) => (probability - Number(outcome)) ** 2);
  return mean(squares);
}

/** `count` bins of equal width from 0 to 1, empty ones included. */
export function calibrationBins(forecasts: readonly Forecast[], count = 10): CalibrationBin[] {
  const binOf = ({ probability }: Forecast) => Math.min(count - 1, Math.floor(probability * count));
  const filled = Map.groupBy(forecasts, binOf);
  return Array.from({ length: count }, (_, at) => {
    const inBin = filled.get(at) ?? [];
    const isEmpty = inBin.length === 0;
    return {
      low: at / count,
      high: (at + 1) / count,
      count: inBin.length,
      said: isEmpty ? null : mean(inBin.map(({ probability }) => probability)),
      happened: isEmpty ? null : mean(inBin.map(({ outcome }) => Number(outcome))),
    };
  });
}

/** Of one value or more. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
