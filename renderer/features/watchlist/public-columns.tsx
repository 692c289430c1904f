/** The columns of the watchlist that everybody may see: codes, prices, what brokers say, events and facts. */
import { inLanguage, type Language } from '../../../shared/language.ts';
import type { WatchColumn } from '../../../shared/watch-views.ts';
import type { ShownRating } from '../../../shared/watchlist-methods.ts';
import { ChangeFigure } from '../../securities/change-figure.tsx';
import { amountText, changeText } from '../../securities/quote-text.ts';
import {
  amountOf,
  type ColumnContext,
  dayOf,
  type EntryColumn,
  NONE,
  priceColumn,
  upsideColumn,
  upsideOf,
  type Words,
} from './column-parts.tsx';
import { targetOf } from './list-ratings.ts';
import type { PrivateColumn } from './private-columns.tsx';
import type { WatchData } from './watch-data.ts';
import type { EntryRow } from './watch-rows.ts';
import classes from './watchlist.module.css';

export const PUBLIC: Record<Exclude<WatchColumn, PrivateColumn>, (context: ColumnContext) => EntryColumn> = {
  code: ({ t }) => ({
    width: 104,
    value: ({ security }) => (security.code === '' ? null : security.id),
    cell: ({ security }) =>
      security.code === '' ? (
        NONE
      ) : (
        <span className={security.confidence === 'recalled' ? classes.recalled : undefined}>{security.id}</span>
      ),
    title: ({ security }) =>
      security.confidence === 'recalled' && security.code !== '' ? `${security.id}\n${t('recalled')}` : security.id,
    exported: ({ security }) => (security.confidence === 'recalled' ? { remark: t('recalled') } : {}),
  }),
  exchange: ({ t }) => ({ width: 84, value: ({ security }) => t(`exchange-${security.exchange}`) }),
  sector: ({ language }) => ({ width: 100, value: ({ security }) => inLanguage(security.sector, language) || null }),
  tags: () => ({
    width: 130,
    value: ({ security }) => security.tags.join(', ') || null,
    cell: ({ security }) =>
      security.tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      )),
  }),
  last: (context) => priceColumn(context, ({ quote }) => quote && { price: quote.close, currency: quote.currency }),
  change: ({ t }) => ({
    width: 84,
    align: 'right',
    value: ({ quote }) => quote?.change ?? null,
    cell: ({ quote }) => (quote?.change == null ? NONE : <ChangeFigure share={quote.change} />),
    title: ({ quote }) => (quote?.change == null ? '' : `${changeText(quote.change)}\n${dayOf(quote, t)}`),
    exported: ({ quote }) => ({ unit: quote?.change == null ? '' : 'share' }),
  }),
  marketCap: ({ t, language }) => ({
    width: 108,
    align: 'right',
    value: ({ quote }) => quote?.marketCap ?? null,
    cell: ({ quote }) =>
      quote?.marketCap == null ? NONE : amountOf(amountText(quote.marketCap, language), quote.currency),
    title: ({ quote }) =>
      quote?.marketCap == null
        ? ''
        : `${quote.marketCap.toLocaleString('en-US')} ${quote.currency}\n${dayOf(quote, t)}`,
    exported: ({ quote }) => ({ unit: quote?.marketCap == null ? '' : quote.currency }),
  }),
  ratings: ({ t, language, data }) => ({
    width: 172,
    isSortable: true,
    value: ({ security }) => {
      const listed = data.ratings.bySecurity.get(security.id);
      return listed === undefined ? null : listed.map((each) => ratingText(each, data, t, language)).join('; ');
    },
    cell: ({ security }) => {
      const listed = data.ratings.bySecurity.get(security.id);
      if (listed === undefined) return NONE;
      return listed.map((each) => (
        <span key={each.brokerId} className={classes.rating} data-state={each.state}>
          {inLanguage(data.ratings.gradeOf(each), language)}
          <span className={classes.aside}> {inLanguage(data.ratings.brokerOf(each.brokerId), language)}</span>
        </span>
      ));
    },
    title: ({ security }) =>
      (data.ratings.bySecurity.get(security.id) ?? []).map((each) => ratingText(each, data, t, language)).join('\n'),
    exported: ({ security }) => ({ factId: data.ratings.bySecurity.get(security.id)?.[0]?.factId ?? null }),
  }),
  target: (context) =>
    priceColumn(context, ({ security }) => {
      const rating = targetOf(context.data.ratings.bySecurity.get(security.id));
      return rating?.targetPrice == null ? null : { price: rating.targetPrice, currency: rating.currency };
    }),
  upside: ({ data }) =>
    upsideColumn(({ security, quote }) => {
      const rating = targetOf(data.ratings.bySecurity.get(security.id));
      return rating === undefined ? null : upsideOf(rating, quote);
    }),
  nextEvent: ({ language, data }) => {
    const of = ({ security }: EntryRow) => data.nextEventOf(security);
    return {
      width: 190,
      value: (row) => {
        const event = of(row);
        return event === undefined ? null : `${event.date} ${inLanguage(event.title, language)}`;
      },
      cell: (row) => {
        const event = of(row);
        if (event === undefined) return NONE;
        return (
          <>
            <span className={classes.aside}>{event.date.slice(5)}</span> {inLanguage(event.title, language)}
          </>
        );
      },
    };
  },
  facts: ({ data }) => ({
    width: 72,
    align: 'right',
    value: ({ security }) => data.factCountOf(security.entityId) || null,
    cell: ({ security }) => data.factCountOf(security.entityId) || NONE,
  }),
};

function ratingText(rating: ShownRating, { ratings }: WatchData, t: Words, language: Language): string {
  const until = rating.to === null ? '' : ` → ${rating.to}`;
  return [
    inLanguage(ratings.brokerOf(rating.brokerId), language),
    inLanguage(ratings.gradeOf(rating), language),
    `${rating.date}${until}`,
    t(`state-${rating.state}`),
  ]
    .filter(Boolean)
    .join(' · ');
}
