/** Sums, products, powers and logarithms. */
import { powerOf } from '../arithmetic.ts';
import { type Area, type Argument, type Fault, isArea, isFault, type Scalar } from '../scalar.ts';
import { dividesByZero, type Implementation, ofManyNumbers, ofNumbers, outOfRange, saying } from './arguments.ts';

function sum(numbers: number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function logarithm(name: string, value: number, base: number): number | Fault {
  if (value <= 0) return outOfRange(name, 'number', value, '> 0');
  if (base <= 0) return outOfRange(name, 'base', base, '> 0');
  if (base === 1) return dividesByZero(name);
  if (base === 10) return Math.log10(value);
  return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

function asArea(argument: Argument): Area {
  return isArea(argument) ? argument : { area: true, values: [argument], columns: 1 };
}

/** What is no number counts as 0. */
function sumProduct(args: Argument[]): Scalar {
  const areas = args.map(asArea);
  const [{ values, columns }] = areas;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    let product = 1;
    for (const area of areas) {
      if (area.values.length !== values.length || area.columns !== columns) {
        return saying('#VALUE!', 'engine.shapesDiffer', { function: 'SUMPRODUCT' });
      }
      const value = area.values[i];
      if (isFault(value)) return value;
      product *= typeof value === 'number' ? value : 0;
    }
    total += product;
  }
  return Number.isFinite(total) ? total + 0 : saying('#NUM!', 'engine.functionOverflow', { function: 'SUMPRODUCT' });
}

export const mathFunctions: Record<string, Implementation> = {
  EXP: ofNumbers('EXP', 1, ([value]) => Math.exp(value)),
  LN: ofNumbers('LN', 1, ([value]) => (value > 0 ? Math.log(value) : outOfRange('LN', 'number', value, '> 0'))),
  LOG: ofNumbers('LOG', 2, ([value, base]) => logarithm('LOG', value, base), [10]),
  LOG10: ofNumbers('LOG10', 1, ([value]) => logarithm('LOG10', value, 10)),
  PI: ofNumbers('PI', 0, () => Math.PI),
  POWER: ofNumbers('POWER', 2, ([base, exponent]) => powerOf(base, exponent)),
  PRODUCT: ofManyNumbers('PRODUCT', (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1))),
  SQRT: ofNumbers('SQRT', 1, ([value]) => (value < 0 ? outOfRange('SQRT', 'number', value, '≥ 0') : Math.sqrt(value))),
  SUM: ofManyNumbers('SUM', sum),
  SUMPRODUCT: { areas: true, run: sumProduct },
  SUMSQ: ofManyNumbers('SUMSQ', (numbers) => numbers.reduce((total, number) => total + number * number, 0)),
};
