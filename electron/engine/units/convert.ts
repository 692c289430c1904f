/** A value brought from one unit to another, outside any sheet. */
import { ratioBetween } from './unit.ts';
import { UnitWords } from './unit-words.ts';

const words = new UnitWords();

/** The value in the unit `to`; null where that measures something else or one of them cannot be read. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const [given, wanted] = [words.read(from), words.read(to)];
  if (!given.ok || !wanted.ok || given.unit.dimension !== wanted.unit.dimension) return null;
  const { times, over } = ratioBetween(given.unit, wanted.unit);
  return times === over ? value : exact((value * times) / over);
}

/** Without the noise of the last binary digits: 0.0008 a thousand is 0.8 a million. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}
