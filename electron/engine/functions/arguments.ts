/**
 * How functions read their arguments, as Excel does.
 *
 * A function that takes areas (`areas: true`) gets every reference as an Area, a single cell
 * included, because text and truth values in cells are skipped where typed ones are converted. Other
 * functions get the value itself. An argument left out is null and counts as 0, "" or FALSE.
 */
import { type Message, message } from '../../../shared/messages.ts';
import type { CalcErrorCode } from '../../../shared/values.ts';
import { toLogical, toNumber, toText } from '../coercion.ts';
import { type Argument, type Fault, fault, isArea, isFault, type Scalar } from '../scalar.ts';

export type Implementation = {
  /** Whether references come as areas. */
  readonly areas: boolean;
  /** The number of arguments has been checked against the catalogue by the parser. Never throws. */
  readonly run: (args: Argument[]) => Scalar;
};

/** A function of a fixed list of numbers; `defaults` are those of the last parameters. */
export function ofNumbers(
  name: string,
  parameters: number,
  compute: (numbers: number[]) => number | Fault,
  defaults: number[] = [],
): Implementation {
  const required = parameters - defaults.length;
  return {
    areas: false,
    run: (args) => {
      const numbers: number[] = [];
      for (let i = 0; i < parameters; i++) {
        const number = i < args.length ? numberOf(name, args[i]) : defaults[i - required];
        if (typeof number !== 'number') return number;
        numbers.push(number);
      }
      return checked(name, compute(numbers));
    },
  };
}

/** A function of any number of numbers, such as SUM. */
export function ofManyNumbers(name: string, compute: (numbers: number[]) => number | Fault): Implementation {
  return {
    areas: true,
    run: (args) => {
      const numbers = numbersOf(name, args);
      return isFaultIn(numbers) ? numbers : checked(name, compute(numbers));
    },
  };
}

/** The one value of an argument: a scalar, or an area of one. */
export function singleOf(name: string, argument: Argument, parameter = 'number'): Scalar {
  if (!isArea(argument)) return argument;
  if (argument.values.length === 1) return argument.values[0];
  return saying('#VALUE!', 'engine.oneValueExpected', { function: name, parameter, count: argument.values.length });
}

export function numberOf(name: string, argument: Argument): number | Fault {
  if (typeof argument === 'number') return argument;
  const value = singleOf(name, argument);
  const number = toNumber(value);
  return typeof value === 'string' && isFault(number) ? notNumber(name, value) : number;
}

export function logicalOf(name: string, argument: Argument): boolean | Fault {
  const value = singleOf(name, argument, 'logical');
  const logical = toLogical(value);
  if (typeof value !== 'string' || !isFault(logical)) return logical;
  return saying('#VALUE!', 'engine.argumentNotLogical', { function: name, text: shortened(value) });
}

export function textOfArgument(name: string, argument: Argument): string | Fault {
  return toText(singleOf(name, argument, 'text'));
}

/** All numbers of `args`: those in areas, and typed values converted; the first fault otherwise. */
export function numbersOf(name: string, args: Argument[]): number[] | Fault {
  const numbers: number[] = [];
  for (const argument of args) {
    if (isArea(argument)) {
      for (const value of argument.values) {
        if (typeof value === 'number') numbers.push(value);
        else if (isFault(value)) return value;
      }
    } else {
      const number = numberOf(name, argument);
      if (typeof number !== 'number') return number;
      numbers.push(number);
    }
  }
  return numbers;
}

export function isFaultIn(value: unknown[] | Fault): value is Fault {
  return !Array.isArray(value);
}

/** The result, or #NUM! where it is beyond what can be held. Never gives -0. */
export function checked(name: string, result: number | Fault): number | Fault {
  if (typeof result !== 'number') return result;
  return Number.isFinite(result) ? result + 0 : saying('#NUM!', 'engine.functionOverflow', { function: name });
}

export function outOfRange(
  name: string,
  parameter: string,
  value: number,
  allowed: string,
  code: CalcErrorCode = '#NUM!',
): Fault {
  return saying(code, 'engine.outOfRange', { function: name, parameter, value, allowed });
}

export function tooFew(code: CalcErrorCode, name: string, needed: number, count: number): Fault {
  return saying(code, 'engine.tooFewNumbers', { function: name, needed, count });
}

export function dividesByZero(name: string): Fault {
  return saying('#DIV/0!', 'engine.functionDivisionByZero', { function: name });
}

export function saying(code: CalcErrorCode, key: Message['key'], params: Message['params']): Fault {
  return fault(code, message(key, params));
}

function notNumber(name: string, text: string): Fault {
  return saying('#VALUE!', 'engine.argumentNotNumber', { function: name, text: shortened(text) });
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
