/**
 * The table of every screen of facts: sorted by its headings, widened by their edges, walked with the
 * arrow keys, copied as TSV and exported to Excel. Only rows and columns in view exist.
 *
 *     <DataTable label={t('prices')} title={texts.prices} rows={prices} rowKey={(p) => p.factId} columns={columns}
 *       onOpen={(price) => openFact(price.factId)} />
 *
 * Enter and a click open, the menu key and the right button offer `rowMenu`.
 */
import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LocalText } from '../../../shared/language.ts';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import type { DataColumn } from './data-columns.ts';
import { DataGrid } from './data-grid.tsx';
import classes from './data-table.module.css';
import { dataTableTexts } from './data-table-texts.ts';
import type { MenuEntry } from './row-menu.tsx';
import type { TableDrag } from './table-drag.ts';
import { TableMenu } from './table-menu.tsx';
import { type TableOrder, useTableModel } from './table-model.ts';

export type DataTableProps<Row> = {
  /** What the table is, for who cannot see it. */
  label: string;
  /** Of copies and exports. */
  title: LocalText;
  /** Which of several things the rows are of: those of another one begin at their top. */
  subject?: string;
  /** Memoise rows and columns. */
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Of a row that is a heading over those that follow; null of any other. A constant function. */
  headingOf?: (row: Row) => string | null;
  /** Of a row that shows what is in the vault: copies and exports leave it out unless it is asked for. A constant function. */
  isPrivateRow?: (row: Row) => boolean;
  /** What is drawn of a heading, where that is more than its words; a click or Enter on it calls `onHeading`. Memoise it. */
  headingCell?: (row: Row) => ReactNode;
  onHeading?: (row: Row) => void;
  /** False of a heading whose rows are folded away. */
  isExpanded?: (row: Row) => boolean;
  onOpen?: (row: Row, columnId: string) => void;
  /** `columnId` is of the cell that the menu is asked for. */
  rowMenu?: (row: Row, columnId: string) => readonly MenuEntry[];
  headingMenu?: (row: Row) => readonly MenuEntry[];
  /** Keys of rows to be marked, as shown in the side panel or chosen. */
  selected?: ReadonlySet<string>;
  /** Key of the row that an address leads to: it is scrolled to once it is there, and marked. */
  target?: string | null;
  /** Where rows can be chosen: with Ctrl and a click, Space, or Shift over several; Esc chooses none. */
  onSelect?: (keys: ReadonlySet<string>) => void;
  /** Rows stay in the order in which they come; without it the table sorts them itself. */
  order?: TableOrder;
  /** Where rows can be moved: by their grips, or with Alt and an arrow. */
  drag?: TableDrag<Row>;
  /** Entries of the table's own menu beside copying and exporting it as it stands. */
  menu?: readonly MenuEntry[];
  /** Left of the table's own menu. */
  toolbar?: ReactNode;
  /** Shown in place of no rows. */
  empty?: ReactNode;
  isLoading?: boolean;
  /** What the call threw that should have given the rows. */
  failure?: unknown;
  onRetry?: () => void;
  /** Long texts break, and rows are as high as they need. */
  isWrapped?: boolean;
  /** As high as its rows and no higher; otherwise it fills the space. */
  isFitting?: boolean;
};

const noHeadings = () => null;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTexts(dataTableTexts);
  const { rows, isLoading = false, failure = null, onRetry, empty, toolbar, columns, title } = props;
  const headingOf = props.headingOf ?? noHeadings;
  const model = useTableModel({ rows, columns, rowKey: props.rowKey, headingOf, order: props.order });
  const output = { columns, rows: model.rows, headingOf, isPrivateRow: props.isPrivateRow };
  const isReady = !isLoading && (failure === null || failure === undefined);
  return (
    <div className={classes.frame} data-fitting={props.isFitting || undefined}>
      <div className={classes.bar}>
        <div className={classes.toolbar}>{toolbar}</div>
        {isReady && <span className={classes.count}>{t('rowCount', { rows: countOf(rows, headingOf) })}</span>}
        <TableMenu output={output} title={title} more={props.menu} />
      </div>
      {isLoading ? (
        <div className={classes.state} role="status" aria-label={t('loading')}>
          <Loader size="sm" />
        </div>
      ) : !isReady ? (
        <div className={classes.state} role="alert">
          <p>{failureText(failure)}</p>
          {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
        </div>
      ) : rows.length === 0 ? (
        <div className={classes.state}>{empty ?? t('empty')}</div>
      ) : (
        <DataGrid key={props.subject} {...props} headingOf={headingOf} model={model} />
      )}
    </div>
  );
}

function countOf<Row>(rows: readonly Row[], headingOf: (row: Row) => string | null): string {
  return rows.filter((row) => headingOf(row) === null).length.toLocaleString('en-US');
}
