/**
 * All functions by name. Those that decide which of their arguments are calculated at all are not
 * here but in the evaluator.
 */
import type { Implementation } from './arguments.ts';
import { financeFunctions } from './finance.ts';
import { logicFunctions } from './logic.ts';
import { mathFunctions } from './math.ts';
import { roundingFunctions } from './rounding.ts';
import { statisticsFunctions } from './statistics.ts';

export type { Implementation } from './arguments.ts';

/** By name in capitals, as the parser gives it. */
export const functionTable: ReadonlyMap<string, Implementation> = new Map(
  [roundingFunctions, mathFunctions, statisticsFunctions, logicFunctions, financeFunctions].flatMap(Object.entries),
);

/** Evaluated where the tree is walked, because they leave arguments uncalculated: FACT and SERIES are resolved before. */
export const lazyFunctions: ReadonlySet<string> = new Set('CHOOSE FACT IF IFERROR IFNA IFS SERIES SWITCH'.split(' '));
