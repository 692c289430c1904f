/**
 * What a file says of a day, and what several files together say of it: each in the order of the imports, the
 * last word counts, and what a file does not say stays as it was.
 *
 *     foldStatement(held, said)   // the bar that stands after `said`
 *
 * Open, high and low belong to their close: a file that gives another close alone takes the old ones away, since a
 * close outside of them would be no price of that day.
 */

/** Prices in the series' currency, volume in shares; null where the file does not say it. */
export type Statement = {
  open: number | null;
  high: number | null;
  low: number | null;
  close: number;
  volume: number | null;
  marketCap: number | null;
};

const SAID = ['open', 'high', 'low', 'volume', 'marketCap'] as const;

/** Undefined `held`: nothing was said of the day before. */
export function foldStatement(held: Statement | undefined, said: Statement): Statement {
  if (held === undefined) return said;
  const isSameClose = held.close === said.close;
  return {
    open: said.open ?? (isSameClose ? held.open : null),
    high: said.high ?? (isSameClose ? held.high : null),
    low: said.low ?? (isSameClose ? held.low : null),
    close: said.close,
    volume: said.volume ?? held.volume,
    marketCap: said.marketCap ?? held.marketCap,
  };
}

/** Whether `said` leaves `held` as it is. */
export function isConfirmed(held: Statement, said: Statement): boolean {
  return held.close === said.close && SAID.every((field) => said[field] === null || said[field] === held[field]);
}

/** Which fields a statement has, as bits; it always has a close. */
export function fieldsOf(said: Statement): number {
  return SAID.reduce((bits, field, at) => (said[field] === null ? bits : bits | (1 << at)), 0);
}

/** What somebody said who confirmed these fields of `held`. */
export function onlyFields(held: Statement, fields: number): Statement {
  const said = { ...held };
  for (const [at, field] of SAID.entries()) if ((fields & (1 << at)) === 0) said[field] = null;
  return said;
}
