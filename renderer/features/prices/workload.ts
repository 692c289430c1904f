/** What a workload costs by model: tokens in and out a day at the prices in force. */
import { parseEntry } from '../../../shared/number-entry.ts';
import { type PriceCurrency, perMillion, type TokenDirection } from '../../../shared/prices.ts';
import type { PriceRow } from './price-rows.ts';

/** Tokens a day, and days of a month. */
export type Workload = { tokensIn: number; tokensOut: number; days: number };

export type WorkloadCost = {
  row: PriceRow;
  /** Null where `missing` says why. */
  perDay: number | null;
  perMonth: number | null;
  inPart: number | null;
  outPart: number | null;
  /** Directions that the workload needs and no source prices, or `rate` where only the exchange rate lacks. */
  missing: readonly (TokenDirection | 'rate')[];
};

const MILLION = 1e6;

/** `1.5亿` as 150,000,000; null of what is no count. */
export function parseCount(typed: string): number | null {
  const entry = parseEntry(typed);
  const isCount = entry.kind === 'number' && entry.value >= 0 && entry.percent === undefined;
  if (!isCount || entry.currency !== undefined) return null;
  return entry.unit === undefined || /^tokens?$/i.test(entry.unit) ? entry.value : null;
}

/** The cheapest first; what cannot be reckoned comes last. */
export function workloadCosts(
  rows: readonly PriceRow[],
  workload: Workload,
  currency: PriceCurrency,
): readonly WorkloadCost[] {
  const priced = rows.filter(
    ({ input, output, standing }) => standing === 'current' && (input !== null || output !== null),
  );
  return priced
    .map((row) => costOf(row, workload, currency))
    .toSorted((a, b) => (a.perDay ?? Number.POSITIVE_INFINITY) - (b.perDay ?? Number.POSITIVE_INFINITY) || 0);
}

function costOf(row: PriceRow, { tokensIn, tokensOut, days }: Workload, currency: PriceCurrency): WorkloadCost {
  const parts = (['input', 'output'] as const).map((direction) => {
    const tokens = direction === 'input' ? tokensIn : tokensOut;
    const price = row[direction];
    if (tokens === 0) return { cost: 0, lacks: null };
    if (price === null) return { cost: null, lacks: direction };
    const each = perMillion(price, currency);
    return each === null ? { cost: null, lacks: 'rate' as const } : { cost: (tokens / MILLION) * each, lacks: null };
  });
  const [inPart, outPart] = parts.map(({ cost }) => (cost === null ? null : exact(cost)));
  const missing = [...new Set(parts.flatMap(({ lacks }) => lacks ?? []))];
  if (inPart === null || outPart === null) return { row, perDay: null, perMonth: null, inPart, outPart, missing };
  const perDay = exact(inPart + outPart);
  return { row, perDay, perMonth: exact(perDay * days), inPart, outPart, missing };
}

/** Without the noise of the last binary digits. */
function exact(value: number): number {
  return Number(value.toPrecision(14));
}
