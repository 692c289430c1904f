/**
 * Dates of facts in order: each is as precise as its source (`2024`, `2024Q2`, `2024-05`, `2024-05-21`, a
 * week as `2024-07-19/2024-07-25`), and where they are put on one line each stands at its first day.
 */

/** `2024-04-01` of `2024Q2`; '' of a fact without a date. */
export function firstDay(date: string): string {
  const [first] = date.split('/');
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(first) ?? [];
  if (quarter !== undefined) return `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  return first === '' ? '' : `${first}-01-01`.slice(0, 10);
}
