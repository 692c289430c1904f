/**
 * The value of a cell that holds no formula, as typed, in its line's unit.
 */
import { message } from '../../shared/messages.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import { fault, type Scalar } from './scalar.ts';
import { PLAIN, printUnit, ratioBetween, type Unit } from './units/unit.ts';
import type { UnitWords } from './units/unit-words.ts';

/** `unit` is that of the entry itself (`36512 GPU*h`), null where it has none or is no number. */
export type Input = { value: Scalar; unit: Unit | null; isPercent: boolean };

const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const SIGNIFICANT_DIGITS = 15;

/** A number followed by a word that is no unit is text. */
export function readInput(text: string, words: UnitWords): Input {
  if (PLAIN_NUMBER.test(text)) return { value: Number(text) + 0, unit: null, isPercent: false };
  const entry = parseEntry(text);
  switch (entry.kind) {
    case 'number': {
      if (entry.unit === undefined) return { value: entry.value, unit: null, isPercent: entry.percent === true };
      const reading = words.read(entry.unit);
      return { value: reading.ok ? entry.value : text, unit: reading.ok ? reading.unit : null, isPercent: false };
    }
    case 'boolean':
      return { value: entry.value, unit: null, isPercent: false };
    case 'text':
      return { value: entry.text, unit: null, isPercent: false };
    default:
      return { value: null, unit: null, isPercent: false };
  }
}

/** The input in the unit of its line: `12%` is 12 on a line in %, an entry with a unit is converted. */
export function inUnitOfLine({ value, unit, isPercent }: Input, lineUnit: Unit): Scalar {
  if (typeof value !== 'number') return value;
  if (isPercent && lineUnit.dimension === '') return rounded(convert(value, PLAIN, lineUnit));
  if (unit === null) return value;
  if (unit.dimension === lineUnit.dimension) return convert(value, unit, lineUnit);
  const params = { given: printUnit(unit), declared: printUnit(lineUnit) };
  return fault('#UNIT!', message(lineUnit.dimension === '' ? 'engine.unitOfPlainLine' : 'engine.unitOfEntry', params));
}

function convert(value: number, from: Unit, to: Unit): number {
  const { times, over } = ratioBetween(from, to);
  return (value * times) / over;
}

/** 0.07 times 100 is 7, and not 7.000000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
