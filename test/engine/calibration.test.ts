/** Stated probabilities against what came true. */
import { expect, test } from 'vitest';
import { brierScore, calibrationBins, type Forecast } from '../../electron/engine/calibration.ts';

const said = (probability: number, outcome: boolean): Forecast => ({ probability, outcome });

test.each<[string, Forecast[], number | null]>([
  ['of none', [], null],
  ['of certainty that held', [said(1, true), said(0, false)], 0],
  ['of certainty that failed', [said(1, false)], 1],
  ['of one half', [said(0.5, true), said(0.5, false)], 0.25],
  // 0.2² and 0.7², halved.
  ['of two', [said(0.8, true), said(0.7, false)], 0.265],
])('the Brier score %s', (_, forecasts, score) => {
  if (score === null) expect(brierScore(forecasts)).toBeNull();
  else expect(brierScore(forecasts)).toBeCloseTo(score, 12);
});

test('bins hold what lies from their lower bound up to the next, and the last one certainty', () => {
  const bins = calibrationBins([said(0, false), said(0.1, true), said(0.19, false), said(0.95, true), said(1, true)]);
  expect(bins.map(({ count }) => count)).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(bins[1]).toEqual({ low: 0.1, high: 0.2, count: 2, said: expect.closeTo(0.145, 12), happened: 0.5 });
  expect(bins[2]).toEqual({ low: 0.2, high: 0.3, count: 0, said: null, happened: null });
});
