/** The columns of the watchlist: what each shows of a security, how it is sorted, copied and exported. */
import { inLanguage } from '../../../shared/language.ts';
import type { FigureColumn, WatchColumn } from '../../../shared/watch-views.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import type { ColumnContext, EntryColumn } from './column-parts.tsx';
import { figureColumn, titleOf } from './figure-columns.tsx';
import { Grip } from './grip.tsx';
import { PRIVATE } from './private-columns.tsx';
import { PUBLIC } from './public-columns.tsx';
import type { EntryRow, WatchRow } from './watch-rows.ts';
import classes from './watchlist.module.css';

const COLUMNS: Record<WatchColumn, (context: ColumnContext) => EntryColumn> = { ...PUBLIC, ...PRIVATE };

/** The name, which is always there, and then those of `ids` that are known, in their order. */
export function watchColumns(
  ids: readonly string[],
  figures: readonly FigureColumn[],
  context: ColumnContext,
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

function nameColumn({ language, isMovable }: ColumnContext): EntryColumn {
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

export function isColumn(id: string): id is WatchColumn {
  return Object.hasOwn(COLUMNS, id);
}
