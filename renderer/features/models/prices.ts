/** What a model costs now, and the cheapest that reaches a score. */
import type { Price, Score } from '../../../shared/model-methods.ts';

export type Currency = 'CNY' | 'USD';

/** Per million tokens. */
export type ModelPrice = {
  input: Price;
  output: Price;
  /** Of a token on average, at the mix of input and output. */
  blended: number;
};

/** By model, of those that have a price both ways: the latest, and one without conditions before one with. */
export function currentPrices(prices: readonly Price[], mix: number, currency: Currency): Map<string, ModelPrice> {
  const usable = prices.filter((price) => price.isUsed && priceIn(price, currency) !== null);
  const byModel = Map.groupBy(usable, ({ modelId }) => modelId);
  return new Map(
    [...byModel].flatMap(([modelId, own]) => {
      const [input, output] = [latest(own, 'input'), latest(own, 'output')];
      if (input === undefined || output === undefined) return [];
      const [ofInput, ofOutput] = [priceIn(input, currency), priceIn(output, currency)];
      if (ofInput === null || ofOutput === null) return [];
      const blended = (ofInput * mix + ofOutput) / (mix + 1);
      return [[modelId, { input, output, blended: Number(blended.toPrecision(12)) }] as const];
    }),
  );
}

/** Null where there is no exchange rate. */
export function priceIn({ cnyPerMillion, usdPerMillion }: Price, currency: Currency): number | null {
  return currency === 'CNY' ? cnyPerMillion : usdPerMillion;
}

function latest(prices: readonly Price[], direction: 'input' | 'output'): Price | undefined {
  const [first] = prices
    .filter((price) => price.direction === direction || price.direction === 'both')
    .toSorted((a, b) => b.date.localeCompare(a.date) || Number(a.setting !== '') - Number(b.setting !== ''));
  return first;
}

export type CheapestQuestion = {
  /** Of one benchmark. */
  scores: readonly Score[];
  setting: string;
  least: number;
  better: 'higher' | 'lower' | '';
  prices: ReadonlyMap<string, ModelPrice>;
};

export type Ranked = { modelId: string; score: Score; price: ModelPrice };

export type CheapestAnswer = {
  /** Cheapest first. */
  ranked: Ranked[];
  /** Reach the score, but no source gives what they cost. */
  withoutPrice: string[];
  /** Have a score in other settings only: not compared. */
  otherSetting: { modelId: string; settings: string[] }[];
  below: number;
};

/** Every model that has a score in the benchmark is in one part of the answer. */
export function findCheapest({ scores, setting, least, better, prices }: CheapestQuestion): CheapestAnswer {
  const answer: CheapestAnswer = { ranked: [], withoutPrice: [], otherSetting: [], below: 0 };
  const usable = scores.filter(({ conflict }) => conflict !== 'passed-over');
  for (const [modelId, own] of Map.groupBy(usable, (score) => score.modelId)) {
    const score = own.find((each) => each.setting === setting && each.standing === 'used');
    const price = prices.get(modelId);
    if (score === undefined) {
      answer.otherSetting.push({ modelId, settings: [...new Set(own.map((each) => each.setting))] });
    } else if (better === 'lower' ? score.value > least : score.value < least) answer.below += 1;
    else if (price === undefined) answer.withoutPrice.push(modelId);
    else answer.ranked.push({ modelId, score, price });
  }
  answer.ranked.sort((a, b) => a.price.blended - b.price.blended || b.score.value - a.score.value);
  return answer;
}
