/** One row of a data table; drawn again only when something of its own is new. */
import { ActionIcon } from '@mantine/core';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { displayNumber } from '../../../shared/number-display.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../icon.tsx';
import { type DataColumn, fullText } from './data-columns.ts';
import classes from './data-table.module.css';
import { dataTableTexts } from './data-table-texts.ts';
import type { DropPlace } from './table-drag.ts';

type DataRowProps<Row> = {
  id: string;
  index: number;
  start: number;
  row: Row;
  heading: string | null;
  headingCell: ((row: Row) => ReactNode) | undefined;
  /** Of a heading that can be folded. */
  isExpanded: boolean | undefined;
  /** Whether a heading has something to be done with. */
  hasMenu: boolean;
  /** Where the row that is dragged would go. */
  dropAt: DropPlace | null;
  columns: readonly DataColumn<Row>[];
  /** Those that are drawn. */
  shown: readonly number[];
  widths: readonly number[];
  /** Columns that are not drawn before the second one, in pixels. */
  gap: number;
  /** The column of the cursor; null where it is in another row. */
  current: number | null;
  blockFrom: number | null;
  blockTo: number | null;
  isSelected: boolean;
  isOpening: boolean;
  /** Of rows that are as high as they need. */
  measure: ((element: Element | null) => void) | undefined;
};

function PlainDataRow<Row>(props: DataRowProps<Row>) {
  const { id, index, start, row, heading, columns, shown, widths, gap, current, measure } = props;
  const shared = {
    ref: measure,
    'data-index': measure && index,
    'data-wrapped': measure !== undefined || undefined,
    'data-drop': props.dropAt ?? undefined,
    style: { top: start } satisfies CSSProperties,
  };
  if (heading !== null) {
    return (
      <div
        {...shared}
        role="row"
        aria-rowindex={index + 2}
        className={classes.headingRow}
        data-heading
        data-marked={props.isSelected || undefined}
      >
        <div
          id={current === null ? undefined : `${id}-${index}-0`}
          role="rowheader"
          aria-colindex={1}
          aria-colspan={columns.length}
          aria-expanded={props.isExpanded}
          className={classes.headingCell}
          data-current={current !== null || undefined}
        >
          {props.headingCell ? props.headingCell(row) : heading}
          {props.hasMenu && <HeadingMenuButton heading={heading} isCurrent={current !== null} />}
        </div>
      </div>
    );
  }
  const isInBlock = (at: number) =>
    props.blockFrom !== null && props.blockTo !== null && props.blockFrom <= at && at <= props.blockTo;
  return (
    <div
      {...shared}
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      aria-selected={props.isSelected || undefined}
      data-opening={props.isOpening || undefined}
    >
      {shown.map((at) => {
        const column = columns[at];
        const isCurrent = current === at;
        // Hundreds of cells come and go in a second while the table scrolls: each has what it needs and no more. The
        // title of the others is set when the pointer comes to them.
        const cell = {
          id: isCurrent ? `${id}-${index}-${at}` : undefined,
          className: classes.cell,
          style: { width: widths[at], marginLeft: at === shown[1] && gap > 0 ? gap : undefined },
          title: isCurrent ? fullText(column, row) || undefined : undefined,
          'data-align': column.align,
          'data-current': isCurrent || undefined,
          'data-block': isInBlock(at) || undefined,
        };
        return at === 0 ? (
          <div key={column.id} role="rowheader" aria-colindex={1} {...cell}>
            {shownOf(column, row)}
          </div>
        ) : (
          <div key={column.id} role="gridcell" aria-colindex={at + 1} {...cell}>
            {shownOf(column, row)}
          </div>
        );
      })}
    </div>
  );
}

/** What a press of it does is the grid's (table-pointer.ts). Tab leads from the grid to that of the cursor's heading. */
function HeadingMenuButton({ heading, isCurrent }: { heading: string; isCurrent: boolean }) {
  const t = useTexts(dataTableTexts);
  return (
    <ActionIcon
      size={22}
      className={classes.headingMenu}
      data-menu
      aria-haspopup="menu"
      aria-label={t('headingMenu', { heading })}
      tabIndex={isCurrent ? 0 : -1}
    >
      <Icon name="more" size={14} />
    </ActionIcon>
  );
}

export const DataRow = memo(PlainDataRow) as typeof PlainDataRow;

function shownOf<Row>(column: DataColumn<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (typeof value !== 'number') return value ?? '';
  return displayNumber(value, { decimals: null, grouping: true }, 'en');
}
