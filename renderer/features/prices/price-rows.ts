/** Rows of the table of prices: a model under one setting, with what its tokens cost in and out. */
import { firstDay } from '../../../shared/fact-dates.ts';
import type { FreeTier, Price } from '../../../shared/model-methods.ts';
import { currentPrice, isOfDirection } from '../../../shared/prices.ts';

export type PriceRow = {
  key: string;
  modelId: string;
  setting: string;
  input: Price | null;
  output: Price | null;
  /** What sources say of use without payment, where this row is the one to say it. */
  freeTiers: readonly FreeTier[];
  /** `past`: later prices are known. `beside`: another price of the same date is used. */
  standing: 'current' | 'past' | 'beside';
};

/** What is in force now, and with `withPast` every other price; models that are merely free to use come last. */
export function priceRows(prices: readonly Price[], freeTiers: readonly FreeTier[], withPast: boolean): PriceRow[] {
  const tiers = Map.groupBy(freeTiers, ({ modelId }) => modelId);
  const groups = [...Map.groupBy(prices, ({ modelId, setting }) => `${modelId} ${setting}`)];
  const said = new Set<string>();
  const rows = groups.flatMap(([key, own]) => {
    const [{ modelId, setting }] = own;
    const [input, output] = [currentPrice(own, 'input') ?? null, currentPrice(own, 'output') ?? null];
    const freeOfModel = said.has(modelId) ? [] : (tiers.get(modelId) ?? []);
    said.add(modelId);
    const current: PriceRow = { key, modelId, setting, input, output, freeTiers: freeOfModel, standing: 'current' };
    return withPast ? [current, ...pastRows(own, current)] : [current];
  });
  const free = [...tiers].filter(([modelId]) => !said.has(modelId));
  return [
    ...rows,
    ...free.map(([modelId, own]) => ({
      key: `${modelId} free`,
      modelId,
      setting: '',
      input: null,
      output: null,
      freeTiers: own,
      standing: 'current' as const,
    })),
  ];
}

/** By date, the latest first; what disagrees with a price in use has a row of its own. */
function pastRows(prices: readonly Price[], { key, modelId, setting, input, output }: PriceRow): PriceRow[] {
  const left = prices.filter((price) => price !== input && price !== output);
  const byDate = [...Map.groupBy(left, ({ date, isUsed, factId }) => (isUsed ? date : `${date} ${factId}`))];
  return byDate
    .toSorted(([a], [b]) => (firstDay(b) < firstDay(a) ? -1 : 1))
    .map(([date, own]) => ({
      key: `${key} ${date}`,
      modelId,
      setting,
      input: own.find((price) => isOfDirection(price, 'input')) ?? null,
      output: own.find((price) => isOfDirection(price, 'output')) ?? null,
      freeTiers: [],
      standing: own.every(({ isUsed }) => isUsed) ? 'past' : 'beside',
    }));
}

/** The facts of a row, each once. */
export function factsOfRow({ input, output }: Pick<PriceRow, 'input' | 'output'>): Price[] {
  const both = [input, output].filter((price) => price !== null);
  return both.length === 2 && both[0].factId === both[1].factId ? [both[0]] : both;
}
