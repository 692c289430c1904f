/** Columns of live figures: what a fact, a series or a cell of a sheet says of each security. */
import type { ReactNode } from 'react';
import { inLanguage, type Language } from '../../../shared/language.ts';
import type { LiveFigure } from '../../../shared/live-figures.ts';
import { formatMessage } from '../../../shared/messages.ts';
import type { FigureColumn } from '../../../shared/watch-views.ts';
import { figureText } from '../../facts/figure-text.ts';
import { demonstrationWords } from '../../ui/demonstration-mark.tsx';
import { type ColumnContext, type EntryColumn, NONE } from './column-parts.tsx';
import type { EntryRow } from './watch-rows.ts';
import classes from './watchlist.module.css';

export function figureColumn(column: FigureColumn, { data, language }: ColumnContext): EntryColumn {
  const of = ({ security }: EntryRow) => data.figureOf(column, security);
  const mark = (row: EntryRow) => (of(row)?.isDemonstration === true ? demonstrationWords(language) : '');
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
  if (figure === undefined) return NONE;
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

export function titleOf(
  { title, metricId, refs }: FigureColumn,
  { data, t }: Pick<ColumnContext, 'data' | 't'>,
): string {
  if (title !== '') return title;
  return metricId === '' ? t('chosenFigures', { count: refs.length }) : data.nameOf(metricId);
}
