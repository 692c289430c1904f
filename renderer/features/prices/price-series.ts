/** Dated prices as steps over time, one series for each model and setting, and what changed where. */
import { firstDay } from '../../../shared/fact-dates.ts';
import type { Price, PriceCut } from '../../../shared/model-methods.ts';
import { isOfDirection, type PriceCurrency, perMillion, type TokenDirection } from '../../../shared/prices.ts';

export type PricePoint = { day: string; value: number; factId: string };

export type PriceSeries = {
  key: string;
  modelId: string;
  setting: string;
  /** Place among all series, for a colour that stays. */
  ordinal: number;
  /** In time; a price without a date that one is cut from stands on the day of the cut. */
  points: readonly PricePoint[];
};

export type CutMark = {
  key: string;
  modelId: string;
  day: string;
  value: number;
  change: number | null;
  isStated: boolean;
};

export type PriceHistory = {
  series: readonly PriceSeries[];
  marks: readonly CutMark[];
  /** Not drawn: the source gives no date. */
  undated: readonly Price[];
  /** Not drawn: the source gives the change and no price. */
  withoutPrice: readonly PriceCut[];
  /** Not drawn: a logarithmic axis has no zero. */
  free: readonly Price[];
};

type Question = {
  direction: TokenDirection;
  currency: PriceCurrency;
  isLogarithmic: boolean;
  /** None for all. */
  models: readonly string[];
};

export function priceHistory(prices: readonly Price[], cuts: readonly PriceCut[], question: Question): PriceHistory {
  const { direction, currency, isLogarithmic, models } = question;
  const isWanted = ({ modelId }: { modelId: string }) => models.length === 0 || models.includes(modelId);
  const usable = prices.filter(
    (price) => price.isUsed && isOfDirection(price, direction) && perMillion(price, currency) !== null,
  );
  const byFact = new Map(usable.map((price) => [price.factId, price]));
  const ofDirection = cuts.filter((cut) => cut.direction === 'both' || cut.direction === direction);
  const cutFrom = new Map(
    ofDirection.flatMap(({ fromFactId, date }) => (fromFactId === null ? [] : [[fromFactId, firstDay(date)] as const])),
  );
  const dayOf = (price: Price) => (price.date === '' ? (cutFrom.get(price.factId) ?? '') : firstDay(price.date));
  const isDrawable = (value: number) => value > 0 || !isLogarithmic;

  const groups = [...Map.groupBy(usable, ({ modelId, setting }) => `${modelId} ${setting}`)];
  const dated = groups.filter(([, own]) => own.some(({ date }) => date !== ''));
  const series = dated.map(([key, own], ordinal) => {
    const points = own.flatMap((price) => {
      const value = perMillion(price, currency);
      const day = dayOf(price);
      if (value === null || day === '' || !isDrawable(value)) return [];
      return { day, value, factId: price.factId, isBefore: price.date === '' };
    });
    const inTime = points.toSorted((a, b) =>
      a.day === b.day ? Number(b.isBefore) - Number(a.isBefore) : a.day < b.day ? -1 : 1,
    );
    const [{ modelId, setting }] = own;
    return { key, modelId, setting, ordinal, points: inTime };
  });
  const marks = ofDirection.filter(isWanted).flatMap((cut) => {
    const to = cut.toFactId === null ? undefined : byFact.get(cut.toFactId);
    const value = to === undefined ? null : perMillion(to, currency);
    if (value === null || !isDrawable(value)) return [];
    const { modelId, date, change, stated, toFactId } = cut;
    const isStated = change === null && stated !== null;
    return {
      key: `${toFactId}`,
      modelId,
      day: firstDay(date),
      value,
      change: change ?? stated?.change ?? null,
      isStated,
    };
  });
  return {
    series: series.filter((each) => isWanted(each) && each.points.length > 0),
    marks,
    undated: usable.filter((price) => isWanted(price) && price.date === '' && !cutFrom.has(price.factId)),
    withoutPrice: ofDirection.filter((cut) => isWanted(cut) && cut.toFactId === null),
    free: isLogarithmic ? usable.filter((price) => isWanted(price) && price.value === 0) : [],
  };
}
