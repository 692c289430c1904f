/** What columns of the watchlist are made of: prices with their currency, upsides, and nothing. */
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/language.ts';
import type { Quote } from '../../../shared/price-bars.ts';
import { ChangeFigure } from '../../securities/change-figure.tsx';
import { changeText, priceText } from '../../securities/quote-text.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import type { WatchData } from './watch-data.ts';
import type { EntryRow } from './watch-rows.ts';
import classes from './watchlist.module.css';
import type { watchlistTexts } from './watchlist-texts.ts';

export type Words = (key: keyof typeof watchlistTexts, params?: Record<string, string | number>) => string;

export type ColumnContext = { t: Words; language: Language; data: WatchData; isMovable: boolean };

/** A column of entries; headings have no cells. */
export type EntryColumn = Omit<DataColumn<EntryRow>, 'id' | 'heading'>;

export function priceColumn(
  { t }: ColumnContext,
  of: (row: EntryRow) => { price: number; currency: string } | null,
): EntryColumn {
  return {
    width: 96,
    align: 'right',
    value: (row) => of(row)?.price ?? null,
    cell: (row) => {
      const said = of(row);
      return said === null ? NONE : amountOf(priceText(said.price), said.currency);
    },
    title: (row) => {
      const said = of(row);
      if (said === null) return '';
      return [`${said.price} ${said.currency}`, row.quote?.close === said.price ? dayOf(row.quote, t) : '']
        .filter(Boolean)
        .join('\n');
    },
    exported: (row) => ({ unit: of(row)?.currency ?? '' }),
  };
}

export function upsideColumn(of: (row: EntryRow) => number | null): EntryColumn {
  return {
    width: 84,
    align: 'right',
    value: of,
    cell: (row) => {
      const share = of(row);
      return share === null ? NONE : <ChangeFigure share={share} />;
    },
    title: (row) => {
      const share = of(row);
      return share === null ? '' : changeText(share);
    },
    exported: (row) => ({ unit: of(row) === null ? '' : 'share' }),
  };
}

/** Only in one currency. */
export function upsideOf(rating: { targetPrice: number | null; currency: string }, quote: Quote | null): number | null {
  if (rating.targetPrice === null || quote === null || quote.close === 0) return null;
  const isSame = rating.currency === '' || quote.currency === '' || rating.currency === quote.currency;
  return isSame ? rating.targetPrice / quote.close - 1 : null;
}

export function dayOf({ day }: Quote, t: Words): string {
  return t('asOf', { day });
}

/** With its currency. */
export function amountOf(text: string, currency: string): ReactNode {
  if (currency === '') return text;
  return (
    <>
      {text}
      <span className={classes.currency}> {currency}</span>
    </>
  );
}

/** Where there is nothing. */
export const NONE = <span className={classes.none}>–</span>;
