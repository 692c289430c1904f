/** Truth values, texts, and questions about values. Those that choose what to calculate are lazy (table.ts). */
import { message } from '../../../shared/messages.ts';
import { textOf } from '../arithmetic.ts';
import { toText } from '../coercion.ts';
import { type Argument, fault, isArea, isFault, type Scalar } from '../scalar.ts';
import { type Implementation, logicalOf, numberOf, outOfRange, saying, singleOf, textOfArgument } from './arguments.ts';

/** AND, OR, XOR: of the truth values and numbers in cells, and of all typed arguments. */
function ofLogicals(name: string, decide: (trueCount: number, count: number) => boolean): Implementation {
  return {
    areas: true,
    run: (args) => {
      let trueCount = 0;
      let count = 0;
      for (const argument of args) {
        const values = isArea(argument) ? argument.values : [logicalOf(name, argument)];
        for (const value of values) {
          if (isFault(value)) return value;
          if (typeof value !== 'boolean' && typeof value !== 'number') continue;
          count++;
          if (value !== false && value !== 0) trueCount++;
        }
      }
      if (count === 0) return saying('#VALUE!', 'engine.noLogicals', { function: name });
      return decide(trueCount, count);
    },
  };
}

/** A question about a value, faults included. */
function about(name: string, holds: (value: Scalar) => boolean): Implementation {
  return {
    areas: false,
    run: ([argument]) =>
      isArea(argument) && argument.values.length !== 1 ? singleOf(name, argument, 'value') : holds(single(argument)),
  };
}

function single(argument: Argument): Scalar {
  return isArea(argument) ? argument.values[0] : argument;
}

function not([argument]: Argument[]): Scalar {
  const logical = logicalOf('NOT', argument);
  return isFault(logical) ? logical : !logical;
}

function concat(args: Argument[]): Scalar {
  let joined = '';
  for (const argument of args) {
    for (const value of isArea(argument) ? argument.values : [argument]) {
      const text = toText(value);
      if (isFault(text)) return text;
      joined += text;
    }
  }
  return textOf(joined);
}

/** A function of a text and whole numbers, none below `least`. */
function ofText(name: string, parameters: [string, number][], cut: (text: string, ...numbers: number[]) => Scalar) {
  return {
    areas: false,
    run: ([first, ...rest]: Argument[]): Scalar => {
      const text = textOfArgument(name, first);
      if (isFault(text)) return text;
      const numbers: number[] = [];
      for (const [index, [parameter, least]] of parameters.entries()) {
        const number = index < rest.length ? numberOf(name, rest[index]) : 1;
        if (isFault(number)) return number;
        if (number < least) return outOfRange(name, parameter, number, `≥ ${least}`, '#VALUE!');
        numbers.push(Math.trunc(number));
      }
      return cut(text, ...numbers);
    },
  };
}

export const logicFunctions: Record<string, Implementation> = {
  AND: ofLogicals('AND', (trueCount, count) => trueCount === count),
  CONCAT: { areas: true, run: concat },
  ISBLANK: about('ISBLANK', (value) => value === null),
  ISERROR: about('ISERROR', isFault),
  ISLOGICAL: about('ISLOGICAL', (value) => typeof value === 'boolean'),
  ISNA: about('ISNA', (value) => isFault(value) && value.error === '#N/A'),
  ISNUMBER: about('ISNUMBER', (value) => typeof value === 'number'),
  ISTEXT: about('ISTEXT', (value) => typeof value === 'string'),
  LEFT: ofText('LEFT', [['num_chars', 0]], (text, count) => text.slice(0, count)),
  LEN: ofText('LEN', [], (text) => text.length),
  MID: ofText(
    'MID',
    [
      ['start_num', 1],
      ['num_chars', 0],
    ],
    (text, start, count) => text.slice(start - 1, start - 1 + count),
  ),
  NA: { areas: false, run: () => fault('#N/A', message('engine.notAvailable')) },
  NOT: { areas: false, run: not },
  OR: ofLogicals('OR', (trueCount) => trueCount > 0),
  RIGHT: ofText('RIGHT', [['num_chars', 0]], (text, count) => (count === 0 ? '' : text.slice(-count))),
  XOR: ofLogicals('XOR', (trueCount) => trueCount % 2 === 1),
};
