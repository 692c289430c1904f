/**
 * Prices of tokens: read from any currency and count of tokens into CNY and USD per million, and the
 * changes from one dated price to the next.
 */
import { firstDay } from '../../shared/fact-dates.ts';
import type { Price, PriceCut } from '../../shared/model-methods.ts';
import type { PriceCurrency } from '../../shared/prices.ts';
import { agree, type Measured } from './fact-agreement.ts';
import { convert, exact } from './units/convert.ts';

export type PerMillion = { currency: PriceCurrency; value: number };

/** `0.0008` in `CNY/千token` is 0.8 CNY per million tokens; null of what is no price of tokens in one of the two currencies. */
export function readPerMillion(value: number, unit: string): PerMillion | null {
  for (const currency of ['CNY', 'USD'] as const) {
    const converted = convert(value, unit, `${currency}/百万token`);
    if (converted !== null) return { currency, value: converted };
  }
  return null;
}

/** CNY per USD from a rate in either direction; null where it is none. */
export function readExchangeRate(value: number, unit: string): number | null {
  if (value <= 0) return null;
  const direct = convert(value, unit, 'CNY/USD');
  if (direct !== null) return direct;
  const inverse = convert(value, unit, 'USD/CNY');
  return inverse === null ? null : exact(1 / inverse);
}

/** In both currencies; what needs a rate is null where there is none. */
export function inBothCurrencies(
  { currency, value }: PerMillion,
  rate: number | null,
): Pick<Price, 'cnyPerMillion' | 'usdPerMillion'> {
  if (currency === 'CNY') return { cnyPerMillion: value, usdPerMillion: rate === null ? null : exact(value / rate) };
  return { cnyPerMillion: rate === null ? null : exact(value * rate), usdPerMillion: value };
}

/** A change that a source states: −97 % with its precision as `measured`. */
export type StatedChange = Pick<Price, 'factId' | 'modelId' | 'setting' | 'date' | 'qualifier'> & {
  change: number;
  measured: Measured;
};

/**
 * Who changed prices when and by how much, the latest first: from one dated price to the next, and what
 * sources state without giving both prices. A price without a date that stands in the same place as the
 * first dated one is what was asked before (`from 5 to 1`); one that became free is named without it too.
 */
export function findCuts(prices: readonly Price[], stated: readonly StatedChange[]): PriceCut[] {
  const used = prices.filter(({ isUsed }) => isUsed);
  const cuts = [...Map.groupBy(used, ({ modelId, setting }) => `${modelId} ${setting}`).values()].flatMap(cutsOfModel);
  const seen = new Set<StatedChange>();
  const withStated = cuts.map((cut) => {
    const statement = stated.find((each) => isAbout(each, cut));
    if (statement === undefined) return cut;
    seen.add(statement);
    return { ...cut, stated: comparedWith(statement, cut.change) };
  });
  const statedOnly = stated.filter((statement) => !seen.has(statement)).flatMap((each) => cutsOfStatement(each, used));
  return [...withStated, ...statedOnly].toSorted(
    (a, b) => compareText(firstDay(b.date), firstDay(a.date)) || compareText(a.modelId, b.modelId),
  );
}

/** Of one model under one setting. A price for both directions is followed in each where the model has others for one. */
function cutsOfModel(prices: readonly Price[]): PriceCut[] {
  const isAlike = prices.every(({ direction }) => direction === 'both');
  const directions = isAlike ? (['both'] as const) : (['input', 'output'] as const);
  return directions.flatMap((direction) =>
    cutsInDirection(
      prices.filter((price) => price.direction === 'both' || price.direction === direction),
      direction,
    ),
  );
}

function cutsInDirection(prices: readonly Price[], direction: Price['direction']): PriceCut[] {
  const dated = prices
    .filter(({ date }) => date !== '')
    .toSorted((a, b) => compareText(firstDay(a.date), firstDay(b.date)));
  const [first] = dated;
  const before = prices.find(
    ({ date, sourceId, place }) => date === '' && first?.sourceId === sourceId && first.place === place,
  );
  const inOrder = before === undefined ? dated : [before, ...dated];
  return inOrder.flatMap((to, at) => {
    const { modelId, setting, date, factId: toFactId, cnyPerMillion } = to;
    const cut = { modelId, direction, setting, date, toFactId, to: cnyPerMillion, stated: null };
    const from = inOrder[at - 1];
    // That something is free from a day on is news, whatever it cost before.
    if (from === undefined) return to.value === 0 ? { ...cut, fromFactId: null, from: null, change: null } : [];
    const [old, now] = comparable(from, to);
    if (old === null || now === null || old === now) return [];
    const change = old === 0 ? null : exact(now / old - 1);
    return { ...cut, fromFactId: from.factId, from: from.cnyPerMillion, change };
  });
}

/** Both in one currency: the one that needs no rate where there is such. */
function comparable(a: Price, b: Price): [number | null, number | null] {
  const inUsd: [number | null, number | null] = [a.usdPerMillion, b.usdPerMillion];
  return a.cnyPerMillion === null || b.cnyPerMillion === null ? inUsd : [a.cnyPerMillion, b.cnyPerMillion];
}

function isAbout(stated: StatedChange, { modelId, setting, date }: Pick<Price, 'modelId' | 'setting' | 'date'>) {
  return stated.modelId === modelId && stated.setting === setting && firstDay(stated.date) === firstDay(date);
}

/** The price after it is known where one of the same day is. */
function cutsOfStatement(statement: StatedChange, used: readonly Price[]): PriceCut[] {
  const { modelId, setting, date } = statement;
  const after = statement.date === '' ? [] : used.filter((price) => isAbout(statement, price));
  const cut = { modelId, setting, date, fromFactId: null, from: null, change: null };
  const stated = comparedWith(statement, null);
  if (after.length === 0) return [{ ...cut, direction: 'both', toFactId: null, to: null, stated }];
  return after.map(({ direction, factId, cnyPerMillion }) => ({
    ...cut,
    direction,
    toFactId: factId,
    to: cnyPerMillion,
    stated,
  }));
}

function comparedWith({ factId, change, qualifier, measured }: StatedChange, computed: number | null) {
  const quantity: Measured = { kind: 'number', dimension: '', value: computed ?? 0, half: 0, qualifier: '=' };
  return { factId, change, qualifier, agrees: computed === null ? null : agree(measured, quantity) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
