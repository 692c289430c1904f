/** One row of a data table; drawn again only when something of its own is new. */
import { type CSSProperties, memo, type ReactNode } from 'react';
import { displayNumber } from '../../../shared/number-display.ts';
import { type DataColumn, fullText } from './data-columns.ts';
import classes from './data-table.module.css';
import type { DropPlace } from './table-drag.ts';

/** The columns in view, the first one apart: it is always there. */
export type ColumnSpan = { from: number; to: number };

export function shownColumns({ from, to }: ColumnSpan): number[] {
  return [0, ...Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)];
}

type DataRowProps<Row> = {
  id: string;
  index: number;
  start: number;
  row: Row;
  heading: string | null;
  headingCell: ((row: Row) => ReactNode) | undefined;
  /** Of a heading that can be folded. */
  isExpanded: boolean | undefined;
  /** Where the row that is dragged would go. */
  dropAt: DropPlace | null;
  columns: readonly DataColumn<Row>[];
  widths: readonly number[];
  starts: readonly number[];
  span: ColumnSpan;
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
  const { id, index, start, row, heading, columns, widths, starts, span, current, measure } = props;
  const shared = {
    ref: measure,
    'data-index': index,
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
        data-marked={props.isSelected || undefined}
        // All of the row is the heading, not its words alone.
        data-row={index}
        data-column={0}
      >
        <div
          id={`${id}-${index}-0`}
          role="rowheader"
          aria-colspan={columns.length}
          aria-expanded={props.isExpanded}
          className={classes.headingCell}
          data-row={index}
          data-column={0}
          data-current={current !== null || undefined}
        >
          {props.headingCell ? props.headingCell(row) : heading}
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
      {shownColumns(span).map((at) => {
        const column = columns[at];
        const gap = at === span.from ? starts[at] - starts[1] : 0;
        const cell = {
          id: `${id}-${index}-${at}`,
          className: classes.cell,
          style: { width: widths[at], marginLeft: gap || undefined },
          title: fullText(column, row) || undefined,
          'data-align': column.align,
          'data-row': index,
          'data-column': at,
          'data-current': current === at || undefined,
          'data-block': isInBlock(at) || undefined,
        };
        return at === 0 ? (
          <div key={column.id} role="rowheader" aria-colindex={1} {...cell}>
            <span className={classes.content}>{shownOf(column, row)}</span>
          </div>
        ) : (
          <div key={column.id} role="gridcell" aria-colindex={at + 1} {...cell}>
            <span className={classes.content}>{shownOf(column, row)}</span>
          </div>
        );
      })}
    </div>
  );
}

export const DataRow = memo(PlainDataRow) as typeof PlainDataRow;

function shownOf<Row>(column: DataColumn<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (typeof value !== 'number') return value ?? '';
  return displayNumber(value, { decimals: null, grouping: true }, 'en');
}
