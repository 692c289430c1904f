/** Means, spread, order and counts. */
import { numberFromText } from '../../../shared/number-entry.ts';
import { isSameNumber } from '../arithmetic.ts';
import { type Argument, type Fault, isArea, isFault, type Scalar } from '../scalar.ts';
import {
  checked,
  type Implementation,
  isFaultIn,
  numberOf,
  numbersOf,
  ofManyNumbers,
  outOfRange,
  saying,
  tooFew,
} from './arguments.ts';

function mean(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

/** In two passes, so that numbers that are large beside their differences lose no digits. */
function squaredDeviations(numbers: number[]): number {
  const centre = mean(numbers);
  return numbers.reduce((total, number) => total + (number - centre) ** 2, 0);
}

function variance(name: string, numbers: number[], ofSample: boolean): number | Fault {
  const needed = ofSample ? 2 : 1;
  if (numbers.length < needed) return tooFew('#DIV/0!', name, needed, numbers.length);
  return squaredDeviations(numbers) / (numbers.length - needed + 1);
}

function deviation(name: string, numbers: number[], ofSample: boolean): number | Fault {
  const squared = variance(name, numbers, ofSample);
  return typeof squared === 'number' ? Math.sqrt(squared) : squared;
}

function ascending(numbers: number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

function median(numbers: number[]): number | Fault {
  if (numbers.length === 0) return tooFew('#NUM!', 'MEDIAN', 1, 0);
  const sorted = ascending(numbers);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
}

function geometricMean(numbers: number[]): number | Fault {
  if (numbers.length === 0) return tooFew('#NUM!', 'GEOMEAN', 1, 0);
  const wrong = numbers.find((number) => number <= 0);
  if (wrong !== undefined) return outOfRange('GEOMEAN', 'number', wrong, '> 0');
  return Math.exp(mean(numbers.map(Math.log)));
}

/** A function of an array and one number. */
function ofArray(name: string, compute: (sorted: number[], k: number) => number | Fault): Implementation {
  return {
    areas: true,
    run: ([array, second]) => {
      const numbers = numbersOf(name, [array]);
      if (isFaultIn(numbers)) return numbers;
      const k = numberOf(name, second);
      if (typeof k !== 'number') return k;
      return numbers.length === 0 ? tooFew('#NUM!', name, 1, 0) : checked(name, compute(ascending(numbers), k));
    },
  };
}

function nth(name: string, sorted: number[], k: number, index: (place: number) => number): number | Fault {
  const place = Math.floor(k);
  if (place < 1 || place > sorted.length) return outOfRange(name, 'k', k, `1 … ${sorted.length}`);
  return sorted[index(place)];
}

function percentile(sorted: number[], k: number): number | Fault {
  if (k < 0 || k > 1) return outOfRange('PERCENTILE.INC', 'k', k, '0 … 1');
  const place = k * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

function rank([first, list, third]: Argument[]): Scalar {
  const value = numberOf('RANK.EQ', first);
  if (typeof value !== 'number') return value;
  const numbers = numbersOf('RANK.EQ', [list]);
  if (isFaultIn(numbers)) return numbers;
  const isAscending = third === undefined ? 0 : numberOf('RANK.EQ', third);
  if (typeof isAscending !== 'number') return isAscending;
  if (!numbers.some((number) => isSameNumber(number, value))) {
    return saying('#N/A', 'engine.rankNotFound', { function: 'RANK.EQ', value });
  }
  const isBefore = (number: number) => (isAscending === 0 ? number > value : number < value);
  return 1 + numbers.filter((number) => isBefore(number) && !isSameNumber(number, value)).length;
}

/** Typed arguments count where they can be read as a number, cells where they hold one. */
function isCounted(value: Scalar, isTyped: boolean): boolean {
  if (typeof value === 'number') return true;
  if (!isTyped || isFault(value)) return false;
  return typeof value !== 'string' || numberFromText(value) !== null;
}

function countWhere(args: Argument[], holds: (value: Scalar, isTyped: boolean) => boolean): number {
  let count = 0;
  for (const argument of args) {
    if (isArea(argument)) count += argument.values.filter((value) => holds(value, false)).length;
    else if (holds(argument, true)) count++;
  }
  return count;
}

function extreme(numbers: number[], isBetter: (a: number, b: number) => boolean): number {
  return numbers.length === 0 ? 0 : numbers.reduce((best, number) => (isBetter(number, best) ? number : best));
}

export const statisticsFunctions: Record<string, Implementation> = {
  AVERAGE: ofManyNumbers('AVERAGE', (all) => (all.length === 0 ? tooFew('#DIV/0!', 'AVERAGE', 1, 0) : mean(all))),
  COUNT: { areas: true, run: (args) => countWhere(args, isCounted) },
  COUNTA: { areas: true, run: (args) => countWhere(args, (value, isTyped) => isTyped || value !== null) },
  GEOMEAN: ofManyNumbers('GEOMEAN', geometricMean),
  LARGE: ofArray('LARGE', (sorted, k) => nth('LARGE', sorted, k, (place) => sorted.length - place)),
  MAX: ofManyNumbers('MAX', (numbers) => extreme(numbers, (a, b) => a > b)),
  MEDIAN: ofManyNumbers('MEDIAN', median),
  MIN: ofManyNumbers('MIN', (numbers) => extreme(numbers, (a, b) => a < b)),
  'PERCENTILE.INC': ofArray('PERCENTILE.INC', percentile),
  'RANK.EQ': { areas: true, run: rank },
  SMALL: ofArray('SMALL', (sorted, k) => nth('SMALL', sorted, k, (place) => place - 1)),
  'STDEV.P': ofManyNumbers('STDEV.P', (numbers) => deviation('STDEV.P', numbers, false)),
  'STDEV.S': ofManyNumbers('STDEV.S', (numbers) => deviation('STDEV.S', numbers, true)),
  'VAR.P': ofManyNumbers('VAR.P', (numbers) => variance('VAR.P', numbers, false)),
  'VAR.S': ofManyNumbers('VAR.S', (numbers) => variance('VAR.S', numbers, true)),
};
