/** The headings of the columns: sticky, resizable, and for scenarios with their own menu. */
import { memo, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../../texts.ts';
import { ScenarioHeading } from '../scenarios/scenario-heading.tsx';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { columnTitle } from './announcement.ts';
import type { GridHeading } from './column-model.ts';
import { type Geometry, GUTTER_WIDTH } from './geometry.ts';
import classes from './grid.module.css';
import { rectangleOf } from './selection.ts';

type GridHeaderProps = { headings: GridHeading[]; geometry: Geometry; from: number; to: number };

export const GridHeader = memo(function GridHeader({ headings, geometry, from, to }: GridHeaderProps) {
  const t = useTexts(sheetTexts);
  // Scenario names are part of the headings; a renamed scenario changes the list of columns.
  const { left, right } = useSelectedColumns();
  const heading = (at: number) => (
    <HeaderCell
      key={headings[at].id}
      heading={headings[at]}
      at={at}
      geometry={geometry}
      isSelected={at >= left && at <= right}
    />
  );
  const scrolled: ReactNode[] = [];
  for (let at = Math.max(1, from); at <= to; at++) scrolled.push(heading(at));
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} style={{ height: '100%' }}>
        <div role="presentation" className={classes.headerFrozen} style={{ width: geometry.frozen }}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classes.headerCell}
            style={{ width: GUTTER_WIDTH }}
            data-corner=""
          >
            <span className={classes.announcement}>{t('rowNumber')}</span>
          </div>
          {headings.length > 0 && heading(0)}
        </div>
        {scrolled}
      </div>
    </div>
  );
});

function useSelectedColumns(): { left: number; right: number } {
  const left = useSheetStore(({ selection }) => rectangleOf(selection).left);
  const right = useSheetStore(({ selection }) => rectangleOf(selection).right);
  return { left, right };
}

type HeaderCellProps = { heading: GridHeading; at: number; geometry: Geometry; isSelected: boolean };

function HeaderCell({ heading, at, geometry, isSelected }: HeaderCellProps) {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const data = useSheetStore((state) => state.data);
  const column = heading.column.columnDef.meta?.column;
  if (data === null || column === undefined) return null;
  const title = columnTitle(data, column, language);
  const isScenario = column.kind === 'value' && column.period === '';
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      className={classes.headerCell}
      data-column={at}
      data-header=""
      data-selected={isSelected || undefined}
      data-number={column.kind === 'value' || column.kind === 'everyPeriod' || column.kind === 'reported' || undefined}
      style={{ ...(at === 0 ? {} : { left: geometry.lefts[at] }), width: geometry.widths[at] }}
    >
      {isScenario ? (
        <ScenarioHeading scenarioId={column.scenarioId} />
      ) : (
        <span className={classes.headerText} title={title}>
          {title}
        </span>
      )}
      <span
        className={classes.resize}
        title={t('resizeColumn', { column: title })}
        aria-hidden="true"
        onPointerDown={(event) => event.stopPropagation()}
        onMouseDown={heading.getResizeHandler()}
        onTouchStart={heading.getResizeHandler()}
      />
    </div>
  );
}
