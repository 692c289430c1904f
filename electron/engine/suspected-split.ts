/**
 * A jump in prices that trading does not make: a split, bonus shares or a consolidation that the file did not adjust
 * for, or adjusted prices of which one part was adjusted anew.
 */
import type { Exchange } from '../../shared/securities.ts';

/**
 * The largest change from one close to the next that counts as trading, as a share: on the mainland a little above
 * the widest daily limit of the exchange (20 % on STAR and ChiNext, 30 % in Beijing); elsewhere, where there is no
 * limit, what a split of one into two can look like on a day on which it also rises or falls.
 */
export function largestChange(exchange: Exchange): { down: number; up: number } {
  if (exchange === 'SH' || exchange === 'SZ') return { down: -0.22, up: 0.22 };
  if (exchange === 'BJ') return { down: -0.32, up: 0.32 };
  return { down: -0.4, up: 0.8 };
}

/** Over a longer pause than this, a suspension or a file of months, prices may have gone anywhere. */
const LONGEST_PAUSE_DAYS = 11;

/**
 * The index of the first close in `from`…`to` (both inclusive) that jumps from the one before it; null where none does.
 * Days since 1970-01-01, ascending.
 */
export function suspectedSplit(
  { days, closes }: { days: readonly number[]; closes: readonly number[] },
  exchange: Exchange,
  from: number,
  to: number,
): number | null {
  const { down, up } = largestChange(exchange);
  for (let at = Math.max(from, 1); at <= to; at += 1) {
    const change = closes[at] / closes[at - 1] - 1;
    if ((change < down || change > up) && days[at] - days[at - 1] <= LONGEST_PAUSE_DAYS) return at;
  }
  return null;
}
