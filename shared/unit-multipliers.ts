/** Words for multiples of a unit (万USD, 百万次, bn USD), for the engine and for what is drawn of series. */

/** In front of a word, or alone as a plain number; longer ones first. */
export const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
  ['trillion', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
  ['十', 10],
  ['bn', 1e9],
  ['mn', 1e6],
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
];
