/**
 * A number as typed, in the unit of its line.
 *
 * | typed      | line's unit | stored          |
 * | ---------- | ----------- | --------------- |
 * | `1,234`    | any         | 1234            |
 * | `12%`      | `%`         | 12              |
 * | `12%`      | `USD`, none | 0.12            |
 * | `74.3万`   | none        | 743000          |
 * | `74.3万`   | `万元`      | 74.3            |
 * | `5 USD`    | `万美元`    | 0.0005          |
 * | `5 USD`    | none        | 5, and the line takes `USD` |
 * | `5 frobs`  | none        | the text        |
 */
import { AppError } from '../../shared/errors.ts';
import type { LocalText } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { NumberEntry } from '../../shared/number-entry.ts';
import type { Sheet } from '../../shared/sheet.ts';
import { PLAIN, ratioBetween, type Unit } from '../engine/units/unit.ts';
import { getUnit, unitWordsOf } from './units.ts';

/** Where content goes: the line's unit, and for messages its name and the scenario's. */
export type Place = {
  sheet: Pick<Sheet, 'customUnits'>;
  name: string;
  scenario: LocalText;
  unit: string;
  /** What a line without a unit takes from its formula; '' for none. */
  inferredUnit: () => string;
};

/** `content: null` empties the cell; `unit` is the line's, or the one that a line without takes from the number. */
export type ReadContent = { content: string | null; unit: string };

/** Throws AppError 'invalid-value' where the number's unit does not fit the line's. */
export function readNumber(entry: NumberEntry, typed: string, place: Place): ReadContent {
  if (entry.unit !== undefined) return readNumberWithUnit(entry.value, entry.unit, typed, place);
  const plain = { content: String(entry.value), unit: place.unit };
  const multiplierTyped = /\p{L}$/u.test(typed.trim());
  if (place.unit === '' || !(entry.percent || multiplierTyped)) return plain;
  const reading = unitWordsOf(place.sheet).read(place.unit);
  if (!reading.ok) return plain;
  const { unit } = reading;
  if (unit.dimension === PLAIN.dimension) return { ...plain, content: converted(entry.value, PLAIN, unit) };
  return { ...plain, content: written(entry.value / (multiplierTyped ? multiplierOf(unit) : 1)) };
}

function readNumberWithUnit(value: number, typedUnit: string, typed: string, place: Place): ReadContent {
  const from = unitWordsOf(place.sheet).read(typedUnit);
  const lineUnit = place.unit || place.inferredUnit();
  if (lineUnit === '') {
    return from.ok ? { content: String(value), unit: typedUnit } : { content: `'${typed}`, unit: '' };
  }
  const to = getUnit(place.sheet, lineUnit);
  if (!from.ok || from.unit.dimension !== to.dimension) {
    const params = { name: place.name, typed: typed.trim(), typedUnit, unit: lineUnit };
    throw new AppError('invalid-value', message('sheet.unitDoesNotFit', params), { name: place.name });
  }
  return { content: converted(value, from.unit, to), unit: place.unit };
}

/** 10000 of `万元`: the multiplier that was written in front of the first word, not one that is part of it (`kW`). */
function multiplierOf({ factors }: Unit): number {
  const [first] = factors;
  const [, times] = /^(\d+) /.exec(first?.atom.key ?? '') ?? [];
  return first?.power === 1 && times !== undefined ? Number(times) : 1;
}

function converted(value: number, from: Unit, to: Unit): string {
  const { times, over } = ratioBetween(from, to);
  return written((value * times) / over);
}

/** With the 15 digits that a double surely holds, so that `7%` is 7 and not 7.000000000000001. */
function written(value: number): string {
  return String(Number(value.toPrecision(15)));
}
