/** Ids made of names: without blanks and quotes, with room for a number behind them where one is taken. */

const LONGEST_ID = 200;

export function idOf(text: string): string {
  return text
    .trim()
    .replace(/["\s]+/gu, '-')
    .slice(0, LONGEST_ID - 8)
    .toWellFormed()
    .toLowerCase();
}

export function firstFree(stem: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const id = `${stem}~${number}`;
    if (!isTaken(id)) return id;
  }
}
