/** All values of one period of a chart with where each came from: what the pointer shows, and what a click opens. */
import { boundText, rangeText, withUnitWords } from '../../shared/charts/chart-words.ts';
import type { Drawn, DrawnColumn } from '../../shared/charts/drawn.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';
import { numberText, withUnit } from '../facts/figure-text.ts';

export type PointValue = {
  key: string;
  name: string;
  /** With qualifier and unit; why there is none where the series has a figure. */
  text: string;
  hasValue: boolean;
  factId: string | null;
  importId: number | null;
  vendor: string;
  /** Of a second period laid over the first: the period that the value is of. */
  period: string;
  value: number | null;
};

/** In the order of the columns, those without a figure left out; then guidance and bounds over the period. */
export function valuesAt(drawn: Drawn, at: number, language: Language, vendorOf: (seriesId: string) => string) {
  return [...columnValues(drawn, at, language, vendorOf), ...markValues(drawn, at, language)];
}

function columnValues(drawn: Drawn, at: number, language: Language, vendorOf: (seriesId: string) => string) {
  return drawn.columns.flatMap<PointValue>((column) => {
    const value = column.values[at] ?? null;
    const reason = column.without.find((without) => without.at === at)?.reason;
    if (value === null && reason === undefined) return [];
    const origin = column.origins.findLast((run) => run.at <= at);
    return {
      key: column.key,
      name: inLanguage(column.name, language),
      text: value === null ? (reason ? formatMessage(reason, language) : '') : valueText(column, at, value, language),
      hasValue: value !== null,
      factId: origin?.factId ?? null,
      importId: origin?.importId ?? null,
      vendor: vendorOf(column.seriesId),
      period: column.offset === 0 ? '' : labelAt(drawn.grain, drawn.ordinals[at] + column.offset),
      value,
    };
  });
}

function markValues({ bands, bounds, columns }: Drawn, at: number, language: Language): PointValue[] {
  const isHere = ({ first, last }: { first: number; last: number }) => first <= at && at <= last;
  const unitOf = (subjectId: string) => columns.find((column) => column.subjectId === subjectId)?.unit ?? '';
  const plain = { hasValue: true, importId: null, vendor: '', period: '' };
  return [
    ...bands.filter(isHere).map(({ name, subjectId, low, high, factIds }) => {
      const unit = unitOf(subjectId);
      const text = withUnitWords(rangeText({ low, high }, unit, language), unit, language);
      const factId = factIds[0] ?? null;
      return { ...plain, key: `band ${factId}`, name: inLanguage(name, language), text, factId, value: low ?? high };
    }),
    ...bounds.filter(isHere).map(({ factId, name, subjectId, qualifier, value }) => {
      const unit = unitOf(subjectId);
      const text = withUnitWords(boundText(qualifier, value, unit, language), unit, language);
      return { ...plain, key: `bound ${factId}`, name: inLanguage(name, language), text, factId, value };
    }),
  ];
}

function valueText({ qualifiers, unit }: DrawnColumn, at: number, value: number, language: Language): string {
  const qualifier = qualifiers.find((each) => each.at === at)?.qualifier ?? '=';
  const sign = qualifier === '=' ? '' : `${qualifier} `;
  // A mean of seven days has more digits than anybody reads.
  const rounded = Number(value.toPrecision(6));
  const number = numberText(rounded, unit, language, false);
  return `${sign}${withUnit(number, unit, language)}`;
}
