/**
 * Time value of money, with Excel's signs: money paid out is negative.
 *
 * All annuity functions solve one equation, g = (1 + rate)^nper:
 * pv·g + pmt·(1 + rate·type)·(g - 1)/rate + fv = 0.
 */
import { type Argument, type Fault, isFault, type Scalar } from '../scalar.ts';
import {
  checked,
  dividesByZero,
  type Implementation,
  isFaultIn,
  numberOf,
  numbersOf,
  ofNumbers,
  outOfRange,
  saying,
} from './arguments.ts';
import { findRoot } from './find-root.ts';

/** (g - 1)/rate: what 1 paid at the end of each period grows to. */
function annuityFactor(rate: number, periods: number): number {
  if (rate === 0) return periods;
  // Accurate where the rate is small; below -100 % there is no logarithm.
  return (rate > -1 ? Math.expm1(periods * Math.log1p(rate)) : (1 + rate) ** periods - 1) / rate;
}

/** Payments count one period more when made at its beginning. */
function timing(rate: number, type: number): number {
  return type === 0 ? 1 : 1 + rate;
}

function payment([rate, periods, presentValue, futureValue, type]: number[]): number | Fault {
  const divisor = timing(rate, type) * annuityFactor(rate, periods);
  if (divisor === 0) return outOfRange('PMT', 'nper', periods, '≠ 0');
  return -(presentValue * (1 + rate) ** periods + futureValue) / divisor;
}

function presentValue([rate, periods, pmt, futureValue, type]: number[]): number | Fault {
  const growth = (1 + rate) ** periods;
  if (growth === 0) return dividesByZero('PV');
  return -(futureValue + pmt * timing(rate, type) * annuityFactor(rate, periods)) / growth;
}

function futureValue([rate, periods, pmt, present, type]: number[]): number {
  return -(present * (1 + rate) ** periods + pmt * timing(rate, type) * annuityFactor(rate, periods));
}

function periodCount([rate, pmt, present, future, type]: number[]): number | Fault {
  if (rate <= -1) return outOfRange('NPER', 'rate', rate, '> -1');
  if (rate === 0)
    return pmt === 0 ? saying('#NUM!', 'engine.noSolution', { function: 'NPER' }) : -(present + future) / pmt;
  const payments = pmt * timing(rate, type);
  const growth = (payments - future * rate) / (present * rate + payments);
  if (!(growth > 0)) return saying('#NUM!', 'engine.noSolution', { function: 'NPER' });
  return Math.log(growth) / Math.log1p(rate);
}

function interestRate([periods, pmt, present, future, type, guess]: number[]): number | Fault {
  if (periods <= 0) return outOfRange('RATE', 'nper', periods, '> 0');
  if (guess <= -1) return outOfRange('RATE', 'guess', guess, '> -1');
  const value = (rate: number) =>
    present * (1 + rate) ** periods + pmt * timing(rate, type) * annuityFactor(rate, periods) + future;
  const slope = (rate: number) => {
    const step = 1e-6 * (1 + rate);
    return (value(rate + step) - value(rate - step)) / (2 * step);
  };
  return findRoot(value, slope, guess) ?? saying('#NUM!', 'engine.noSolution', { function: 'RATE' });
}

/** The first flow is one period away; `rate` is not -1. */
function netPresentValue(rate: number, flows: number[]): number {
  let value = 0;
  for (let i = flows.length - 1; i >= 0; i--) value = (value + flows[i]) / (1 + rate);
  return value;
}

function npv([first, ...rest]: Argument[]): Scalar {
  const rate = numberOf('NPV', first);
  if (isFault(rate)) return rate;
  const flows = numbersOf('NPV', rest);
  if (isFaultIn(flows)) return flows;
  return rate === -1 ? dividesByZero('NPV') : checked('NPV', netPresentValue(rate, flows));
}

function irr([values, second]: Argument[]): Scalar {
  const flows = numbersOf('IRR', [values]);
  if (isFaultIn(flows)) return flows;
  const guess = second === undefined ? 0.1 : numberOf('IRR', second);
  if (isFault(guess)) return guess;
  if (guess <= -1) return outOfRange('IRR', 'guess', guess, '> -1', '#VALUE!');
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) {
    return saying('#NUM!', 'engine.cashFlowSigns', { function: 'IRR' });
  }
  const value = (rate: number) => netPresentValue(rate, flows);
  const weighted = flows.map((flow, index) => -flow * (index + 1));
  const slope = (rate: number) => netPresentValue(rate, weighted) / (1 + rate);
  return findRoot(value, slope, guess) ?? saying('#NUM!', 'engine.noSolution', { function: 'IRR' });
}

export const financeFunctions: Record<string, Implementation> = {
  FV: ofNumbers('FV', 5, futureValue, [0, 0]),
  IRR: { areas: true, run: irr },
  NPER: ofNumbers('NPER', 5, periodCount, [0, 0]),
  NPV: { areas: true, run: npv },
  PMT: ofNumbers('PMT', 5, payment, [0, 0]),
  PV: ofNumbers('PV', 5, presentValue, [0, 0]),
  RATE: ofNumbers('RATE', 6, interestRate, [0, 0, 0.1]),
};
