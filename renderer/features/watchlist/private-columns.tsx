/** The columns of the watchlist that show what is in the vault: own ratings and targets, the latest notes. */
import { inLanguage } from '../../../shared/language.ts';
import type { WatchColumn } from '../../../shared/watch-views.ts';
import { type ColumnContext, type EntryColumn, NONE, priceColumn, upsideColumn, upsideOf } from './column-parts.tsx';
import type { WatchData } from './watch-data.ts';
import classes from './watchlist.module.css';

export type PrivateColumn = Extract<WatchColumn, 'ownRating' | 'ownTarget' | 'ownUpside' | 'latestNote'>;

/** Of a column whose heading has the lock: one in each row costs frames. */
const LOCKED = <span className={classes.none}>•••</span>;

export const PRIVATE: Record<PrivateColumn, (context: ColumnContext) => EntryColumn> = {
  ownRating: ({ t, language, data }) => ({
    width: 104,
    isPrivate: true,
    value: ({ security }) => {
      const own = data.own?.get(security.id);
      return own === undefined ? null : inLanguage(data.ratings.gradeOf(own.rating), language);
    },
    cell: ({ security }) => {
      if (data.own === null) return LOCKED;
      const own = data.own.get(security.id);
      if (own === undefined) return NONE;
      return (
        <span className={classes.rating} data-state={own.standing.state}>
          {inLanguage(data.ratings.gradeOf(own.rating), language)}
        </span>
      );
    },
    title: ({ security }) => {
      const own = data.own?.get(security.id);
      return own === undefined ? '' : `${own.rating.date} · ${t(`state-${own.standing.state}`)}`;
    },
  }),
  ownTarget: (context) => ({
    ...priceColumn(context, ({ security }) => {
      const rating = context.data.own?.get(security.id)?.rating;
      return rating?.targetPrice == null ? null : { price: rating.targetPrice, currency: rating.currency };
    }),
    ...lockable(context.data),
  }),
  ownUpside: ({ data }) => ({
    ...upsideColumn(({ security, quote }) => {
      const rating = data.own?.get(security.id)?.rating;
      return rating === undefined ? null : upsideOf(rating, quote);
    }),
    ...lockable(data),
  }),
  latestNote: ({ data, t }) => ({
    width: 190,
    isPrivate: true,
    value: ({ security }) => {
      const note = data.notes?.get(security.id);
      return note === undefined ? null : note.title || t('untitledNote');
    },
    cell: ({ security }) => {
      if (data.notes === null) return LOCKED;
      const note = data.notes.get(security.id);
      if (note === undefined) return NONE;
      return (
        <>
          {note.title || t('untitledNote')} <span className={classes.aside}>{note.updatedAt.slice(0, 10)}</span>
        </>
      );
    },
  }),
};

/** While the vault is locked nobody knows whether there is something. */
function lockable({ own }: WatchData): Pick<EntryColumn, 'isPrivate'> & Partial<EntryColumn> {
  return own === null ? { isPrivate: true, cell: () => LOCKED, title: () => '' } : { isPrivate: true };
}
