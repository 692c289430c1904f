/**
 * Prices of models in two currencies at one exchange rate, who changed them when, and what is free. Figures
 * are those in use: corrected where the print is wrong, and without what the user passed over in a conflict.
 */
import { firstDay } from '../../shared/fact-dates.ts';
import { type FactView, figureOf } from '../../shared/facts.ts';
import type { FreeTier, Price } from '../../shared/model-methods.ts';
import type { Handlers } from '../dispatch.ts';
import { measure } from '../engine/fact-agreement.ts';
import { rankFacts } from '../engine/fact-standing.ts';
import {
  findCuts,
  inBothCurrencies,
  type PerMillion,
  readExchangeRate,
  readPerMillion,
  type StatedChange,
} from '../engine/prices.ts';
import { settingKey } from '../store/fact-rows.ts';
import { factsOfMetrics } from '../store/prices.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';

const DIRECTIONS: Readonly<Record<string, Price['direction']>> = {
  'price-input': 'input',
  'price-output': 'output',
  price: 'both',
};
const USD_CNY = 'usd-cny';

export function priceHandlers({ store }: Context): Pick<Handlers, 'getPrices'> {
  const { db } = store;
  return {
    getPrices: ({ rateFactId }) => {
      const rates = listRates(db);
      const rate = rates.find(({ id }) => id === rateFactId) ?? rates[0] ?? null;
      const cnyPerUsd = rate === null ? null : rateOf(rate);
      const { true: readable = [], false: leftOut = [] } = Object.groupBy(inUse(db, Object.keys(DIRECTIONS)), (fact) =>
        priceInFact(fact) === null ? 'false' : 'true',
      );
      const prices = pricesOf(readable, cnyPerUsd);
      return {
        rate,
        cnyPerUsd,
        rates,
        prices,
        cuts: findCuts(prices, inUse(db, ['price-change']).flatMap(statedChange)),
        freeTiers: inUse(db, ['free-quota']).map(freeTier),
        leftOut: leftOut.map(({ id, subjectId, unit }) => ({ factId: id, modelId: subjectId, unit })),
      };
    },
  };
}

function inUse(db: Db, metricIds: readonly string[]): FactView[] {
  return factsOfMetrics(db, metricIds).filter(({ conflict }) => conflict !== 'passed-over');
}

/** The latest first; of one date the user's own before those that came with the program, the newest of them first. */
function listRates(db: Db): FactView[] {
  const rates = factsOfMetrics(db, ['exchange-rate']).filter(
    (fact) => fact.subjectId === USD_CNY && rateOf(fact) !== null,
  );
  const { own = [], bundled = [] } = Object.groupBy(rates, ({ origin }) => origin);
  return [...own.toReversed(), ...bundled].toSorted(
    (a, b) =>
      Number(a.conflict === 'passed-over') - Number(b.conflict === 'passed-over') ||
      compareText(firstDay(b.date), firstDay(a.date)),
  );
}

function rateOf(fact: FactView): number | null {
  const { value } = figureOf(fact);
  return value === null ? null : readExchangeRate(value, fact.unit);
}

function pricesOf(facts: readonly FactView[], rate: number | null): Price[] {
  const alike = Map.groupBy(facts, (fact) => `${fact.subjectId} ${fact.metricId} ${settingKey(fact.setting)}`);
  return [...alike.values()].flatMap((group) => {
    const [{ setting }] = group;
    const byDate = [...Map.groupBy(group, ({ date }) => date)].toSorted(([a], [b]) =>
      compareText(firstDay(a), firstDay(b)),
    );
    return byDate.flatMap(([, ofDate]) =>
      rankFacts(ofDate).flatMap(({ fact, standing }) => priceOf(fact, setting, standing === 'used', rate) ?? []),
    );
  });
}

function priceInFact(fact: FactView): PerMillion | null {
  const { value } = figureOf(fact);
  return value === null ? null : readPerMillion(value, fact.unit);
}

/** `setting` is spelled alike for all that are under one. */
function priceOf(fact: FactView, setting: string, isUsed: boolean, rate: number | null): Price | null {
  const { value } = figureOf(fact);
  const read = priceInFact(fact);
  if (value === null || read === null) return null;
  const { id, subjectId, metricId, date, unit, qualifier, sourceId, place, conflict } = fact;
  return {
    factId: id,
    modelId: subjectId,
    direction: DIRECTIONS[metricId],
    setting,
    date,
    value,
    unit,
    qualifier,
    ...inBothCurrencies(read, rate),
    isUsed,
    sourceId,
    place,
    isCorrected: fact.correction !== null,
    isChanged: fact.bundled !== null,
    isOwn: fact.origin === 'own',
    conflict,
  };
}

/** A change in words only says nothing that can be compared. */
function statedChange(fact: FactView): StatedChange[] {
  const measured = measure(fact);
  if (measured.kind !== 'number' || measured.dimension !== '') return [];
  const { id, subjectId, setting, date, qualifier } = fact;
  return [{ factId: id, modelId: subjectId, setting, date, qualifier, change: measured.value, measured }];
}

function freeTier(fact: FactView): FreeTier {
  const { id, subjectId, setting, date, sourceId, place, conflict, printed } = fact;
  const { text } = figureOf(fact);
  return { factId: id, modelId: subjectId, setting, date, sourceId, place, conflict, text: text || printed };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
