/** The heading of a column: says what it is sorted by, and its right edge is dragged for the width. */
import type { PointerEvent } from 'react';
import { useTexts } from '../../texts.ts';
import { Icon } from '../icon.tsx';
import type { DataColumn } from './data-columns.ts';
import classes from './data-table.module.css';
import { dataTableTexts } from './data-table-texts.ts';
import type { SortDirection } from './table-model.ts';

type ColumnHeadingProps<Row> = {
  id: string;
  at: number;
  column: DataColumn<Row>;
  width: number;
  /** Columns that are not drawn before this one, in pixels. */
  gap: number;
  direction: SortDirection;
  isCurrent: boolean;
  onResize: (width: number) => void;
};

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export function ColumnHeading<Row>({
  id,
  at,
  column,
  width,
  gap,
  direction,
  isCurrent,
  onResize,
}: ColumnHeadingProps<Row>) {
  const t = useTexts(dataTableTexts);
  const isSortable = column.isSortable !== false;
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    onResize(event.clientX - left);
  };
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={direction === false ? undefined : ARIA_SORT[direction]}
      className={classes.columnHeading}
      style={{ width, marginLeft: gap || undefined }}
      title={[column.hint ?? column.heading, isSortable ? t('sortHint') : ''].filter(Boolean).join('\n')}
      data-align={column.align}
      data-sortable={isSortable || undefined}
      data-current={isCurrent || undefined}
    >
      <span className={classes.headingText}>
        {column.heading}
        {column.isPrivate && (
          <>
            {' '}
            <Icon name="lock" size={11} />
          </>
        )}
        {column.unit && <small className={classes.unit}> {column.unit}</small>}
      </span>
      {direction !== false && <span aria-hidden="true">{direction === 'desc' ? '↓' : '↑'}</span>}
      <span
        className={classes.edge}
        data-edge
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
    </div>
  );
}
