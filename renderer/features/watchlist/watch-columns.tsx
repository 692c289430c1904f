/** The columns of the watchlist: what each shows of a security, how it is sorted, copied and exported. */
import type { ReactNode } from 'react';
import { inLanguage, type Language } from '../../../shared/language.ts';
import type { LiveFigure } from '../../../shared/live-figures.ts';
import { formatMessage, message } from '../../../shared/messages.ts';
import type { Quote } from '../../../shared/price-bars.ts';
import type { FigureColumn, WatchColumn } from '../../../shared/watch-views.ts';
import type { ShownRating } from '../../../shared/watchlist-methods.ts';
import { figureText } from '../../facts/figure-text.ts';
import { ChangeFigure } from '../../securities/change-figure.tsx';
import { amountText, changeText, priceText } from '../../securities/quote-text.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { Icon } from '../../ui/icon.tsx';
import { Grip } from './grip.tsx';
import { targetOf } from './list-ratings.ts';
import type { WatchData } from './watch-data.ts';
import type { EntryRow, WatchRow } from './watch-rows.ts';
import classes from './watchlist.module.css';
import type { watchlistTexts } from './watchlist-texts.ts';

export type Words = (key: keyof typeof watchlistTexts, params?: Record<string, string | number>) => string;

type Context = { t: Words; language: Language; data: WatchData; isMovable: boolean };

/** A column of entries; headings have no cells. */
type EntryColumn = Omit<DataColumn<EntryRow>, 'id' | 'heading'>;

/** The name, which is always there, and then those of `ids` that are known, in their order. */
export function watchColumns(
  ids: readonly string[],
  figures: readonly FigureColumn[],
  context: Context,
): DataColumn<WatchRow>[] {
  const { t } = context;
  const known = ids.flatMap((id) => {
    const figure = figures.find((each) => each.id === id);
    if (figure !== undefined)
      return [forRows({ id, heading: titleOf(figure, context), ...figureColumn(figure, context) })];
    if (!isColumn(id)) return [];
    return [forRows({ id, heading: t(`column-${id}`), hint: t(`hint-${id}`), ...COLUMNS[id](context) })];
  });
  return [forRows({ id: 'name', heading: t('name'), ...nameColumn(context) }), ...known];
}

function forRows({ value, cell, title, mark, exported, ...column }: DataColumn<EntryRow>): DataColumn<WatchRow> {
  return {
    ...column,
    value: (row) => (row.kind === 'entry' ? value(row) : null),
    cell: cell && ((row) => (row.kind === 'entry' ? cell(row) : null)),
    title: title && ((row) => (row.kind === 'entry' ? title(row) : '')),
    mark: mark && ((row) => (row.kind === 'entry' ? mark(row) : '')),
    exported: exported && ((row) => (row.kind === 'entry' ? exported(row) : {})),
  };
}

function nameColumn({ language, isMovable }: Context): EntryColumn {
  return {
    width: 224,
    value: ({ security }) => inLanguage(security.name, language),
    cell: ({ security, entry, depth }) => (
      <span className={classes.name} style={{ paddingLeft: depth * INDENT }}>
        {isMovable && <Grip />}
        <span className={classes.words}>{inLanguage(security.name, language)}</span>
        {entry !== null && inLanguage(entry.note, language) !== '' && (
          <span className={classes.note}> {inLanguage(entry.note, language)}</span>
        )}
      </span>
    ),
    title: ({ security, entry }) => {
      const { name } = security;
      const others = [name.zh, name.en].filter((each) => each !== '' && each !== inLanguage(name, language));
      return [inLanguage(name, language), ...others, entry && inLanguage(entry.note, language)]
        .filter(Boolean)
        .join('\n');
    },
    exported: ({ entry }) => ({ factId: entry?.factId ?? null, remark: entry ? inLanguage(entry.note, language) : '' }),
  };
}

export const INDENT = 14;

const COLUMNS: Record<WatchColumn, (context: Context) => EntryColumn> = {
  code: ({ t }) => ({
    width: 104,
    value: ({ security }) => (security.code === '' ? null : security.id),
    cell: ({ security }) =>
      security.code === '' ? (
        <None />
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
    cell: ({ quote }) => (quote?.change == null ? <None /> : <ChangeFigure share={quote.change} />),
    title: ({ quote }) => (quote?.change == null ? '' : `${changeText(quote.change)}\n${dayOf(quote, t)}`),
    exported: ({ quote }) => ({ unit: quote?.change == null ? '' : 'share' }),
  }),
  marketCap: ({ t, language }) => ({
    width: 108,
    align: 'right',
    value: ({ quote }) => quote?.marketCap ?? null,
    cell: ({ quote }) =>
      quote?.marketCap == null ? (
        <None />
      ) : (
        <Amount text={amountText(quote.marketCap, language)} currency={quote.currency} />
      ),
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
      if (listed === undefined) return <None />;
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
  ownRating: ({ t, language, data }) => ({
    width: 104,
    isPrivate: true,
    value: ({ security }) => {
      const own = data.own?.get(security.id);
      return own === undefined ? null : inLanguage(data.ratings.gradeOf(own.rating), language);
    },
    cell: ({ security }) => {
      if (data.own === null) return <Locked />;
      const own = data.own.get(security.id);
      if (own === undefined) return <None />;
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
  nextEvent: ({ language, data }) => {
    const of = ({ security }: EntryRow) => data.nextEvents.get(security.entityId);
    return {
      width: 190,
      value: (row) => {
        const event = of(row);
        return event === undefined ? null : `${event.date} ${inLanguage(event.title, language)}`;
      },
      cell: (row) => {
        const event = of(row);
        if (event === undefined) return <None />;
        return (
          <>
            <span className={classes.aside}>{event.date.slice(5)}</span> {inLanguage(event.title, language)}
          </>
        );
      },
    };
  },
  latestNote: ({ data, t }) => ({
    width: 190,
    isPrivate: true,
    value: ({ security }) => {
      const note = data.notes?.get(security.id);
      return note === undefined ? null : note.title || t('untitledNote');
    },
    cell: ({ security }) => {
      if (data.notes === null) return <Locked />;
      const note = data.notes.get(security.id);
      if (note === undefined) return <None />;
      return (
        <>
          {note.title || t('untitledNote')} <span className={classes.aside}>{note.updatedAt.slice(0, 10)}</span>
        </>
      );
    },
  }),
  facts: ({ data }) => ({
    width: 72,
    align: 'right',
    value: ({ security }) => data.factCountOf(security.entityId) || null,
    cell: ({ security }) => data.factCountOf(security.entityId) || <None />,
  }),
};

export function isColumn(id: string): id is WatchColumn {
  return Object.hasOwn(COLUMNS, id);
}

function priceColumn({ t }: Context, of: (row: EntryRow) => { price: number; currency: string } | null): EntryColumn {
  return {
    width: 96,
    align: 'right',
    value: (row) => of(row)?.price ?? null,
    cell: (row) => {
      const said = of(row);
      return said === null ? <None /> : <Amount text={priceText(said.price)} currency={said.currency} />;
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

function upsideColumn(of: (row: EntryRow) => number | null): EntryColumn {
  return {
    width: 84,
    align: 'right',
    value: of,
    cell: (row) => {
      const share = of(row);
      return share === null ? <None /> : <ChangeFigure share={share} />;
    },
    title: (row) => {
      const share = of(row);
      return share === null ? '' : changeText(share);
    },
    exported: (row) => ({ unit: of(row) === null ? '' : 'share' }),
  };
}

/** While the vault is locked nobody knows whether there is something. */
function lockable({ own }: WatchData): Pick<EntryColumn, 'isPrivate'> & Partial<EntryColumn> {
  return own === null ? { isPrivate: true, cell: () => <Locked />, title: () => '' } : { isPrivate: true };
}

/** Only in one currency. */
function upsideOf(rating: { targetPrice: number | null; currency: string }, quote: Quote | null): number | null {
  if (rating.targetPrice === null || quote === null || quote.close === 0) return null;
  const isSame = rating.currency === '' || quote.currency === '' || rating.currency === quote.currency;
  return isSame ? rating.targetPrice / quote.close - 1 : null;
}

function figureColumn(column: FigureColumn, { data, language }: Context): EntryColumn {
  const of = ({ security }: EntryRow) => data.figureOf(column, security);
  const mark = (row: EntryRow) =>
    of(row)?.isDemonstration === true ? formatMessage(message('series.demonstration'), language) : '';
  return {
    width: 124,
    align: 'right',
    value: (row) => {
      const figure = of(row);
      return figure?.state === 'ok' ? (figure.value ?? figure.text) : null;
    },
    cell: (row) => <FigureCell figure={of(row)} language={language} />,
    title: (row) => figureTitle(of(row), language),
    mark,
    exported: (row) => {
      const figure = of(row);
      return { unit: figure?.state === 'ok' ? figure.unit : '', factId: figure?.factId ?? null, remark: mark(row) };
    },
  };
}

function FigureCell({ figure, language }: { figure: LiveFigure | undefined; language: Language }): ReactNode {
  if (figure === undefined) return <None />;
  if (figure.state !== 'ok')
    return <span className={classes.gone}>{figure.message && formatMessage(figure.message, language)}</span>;
  return (
    <span className={classes.figure} data-demonstration={figure.isDemonstration || undefined}>
      {figureText(figure, language, { compact: true })}
      {figure.date !== '' && <span className={classes.aside}> {figure.date}</span>}
    </span>
  );
}

function figureTitle(figure: LiveFigure | undefined, language: Language): string {
  if (figure === undefined) return '';
  if (figure.state !== 'ok') return figure.message ? formatMessage(figure.message, language) : '';
  const { name, date, sourceTitle, place } = figure;
  return [figureText(figure, language), inLanguage(name, language), date, inLanguage(sourceTitle, language), place]
    .filter(Boolean)
    .join('\n');
}

export function titleOf({ title, metricId, refs }: FigureColumn, { data, t }: Pick<Context, 'data' | 't'>): string {
  if (title !== '') return title;
  return metricId === '' ? t('chosenFigures', { count: refs.length }) : data.nameOf(metricId);
}

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

function dayOf({ day }: Quote, t: Words): string {
  return t('asOf', { day });
}

function Amount({ text, currency }: { text: string; currency: string }) {
  return (
    <span className={classes.number}>
      {text}
      {currency !== '' && <span className={classes.currency}> {currency}</span>}
    </span>
  );
}

function None() {
  return <span className={classes.none}>–</span>;
}

function Locked() {
  return (
    <span className={classes.none}>
      <Icon name="lock" size={12} />
    </span>
  );
}
