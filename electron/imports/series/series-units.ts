/**
 * The unit of a series' values, and the factors by which values in others are brought to it.
 *
 * A multiplier alone (万, 千) counts in the unit of the metric. A percentage among plain numbers, or dollars
 * among yuan, is refused: nothing says what the column means then.
 */
import type { Entity } from '../../../shared/facts.ts';
import { type Message, message } from '../../../shared/messages.ts';
import { CURRENCIES } from '../../engine/units/atoms.ts';
import { convert, exact } from '../../engine/units/convert.ts';
import { UnitWords } from '../../engine/units/unit-words.ts';

const words = new UnitWords();
const isPercent = (unit: string) => unit === '%';

/** A unit as written, for a metric; '' takes the metric's own. */
export function unitOfSeries(written: string, metric: Entity): { unit: string; factor: number } | Message {
  const multiplier = written === '' ? 1 : multiplierOf(written);
  if (multiplier !== null) {
    // Dollars or yuan: nothing but the file or the user can say.
    if (isMoney(metric)) return message('import.unitMissing', { metric: metric.id });
    return { unit: metric.unit, factor: multiplier };
  }
  const reading = words.read(written);
  if (!reading.ok) return reading.fault.message;
  if (metric.unit === '' || isComparable(written, metric.unit)) return { unit: written, factor: 1 };
  return message('import.unitOfOther', { unit: written, metricUnit: metric.unit, metric: metric.id });
}

/** What a value in `from` is multiplied by to be in `to`; null where it cannot be brought to it. */
export function factorBetween(from: string, to: string): number | null {
  if (from === to) return 1;
  if (isPercent(from) !== isPercent(to)) return null;
  return convert(1, from, to);
}

export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : exact(value * factor);
}

function isMoney({ id, unit }: Entity): boolean {
  return id === 'revenue' || CURRENCIES.has(unit);
}

/** 10,000 of 万; null of anything that is a unit. */
function multiplierOf(written: string): number | null {
  if (isPercent(written)) return null;
  const reading = words.read(written);
  if (!reading.ok || reading.unit.dimension !== '') return null;
  const { times, over } = reading.unit.scale;
  return times / over;
}

/** The same dimension, any currency for every other. */
function isComparable(a: string, b: string): boolean {
  if (isPercent(a) !== isPercent(b)) return false;
  const [first, second] = [a, b].map((unit) => {
    const reading = words.read(unit);
    return reading.ok ? reading.unit.dimension.split(' ').map(moneyAlike).sort().join(' ') : unit;
  });
  return first === second;
}

function moneyAlike(part: string): string {
  const [base, power] = part.split('^');
  return CURRENCIES.has(base) ? `money^${power}` : part;
}
