/** The table of lines by scenarios, with difference and change beside each but the baseline; only rows in view exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { fullNumber, signedPercent, signOf } from '../../../ui/number-text.ts';
import { fullValue, shownValue } from '../grid/cell-text.ts';
import { findScenario, type SheetData, unitOf } from '../sheet-data.ts';
import { useSheetView } from '../sheet-view.ts';
import type { ComparedCell, ComparedRow } from './compare-scenarios.ts';
import type { ComparisonModel } from './comparison-model.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';
import { ariaSort, SortButton } from './sort-button.tsx';

const ROW_HEIGHT = 28;

type ComparisonTableProps = {
  data: SheetData;
  table: ComparisonModel;
  baselineId: number;
  charted: ReadonlySet<number>;
  onToggleCharted: (lineId: number) => void;
  onJump: (lineId: number, scenarioId: number) => void;
};

export function ComparisonTable({ data, table, baselineId, charted, onToggleCharted, onJump }: ComparisonTableProps) {
  const { rows } = table.getRowModel();
  const columns = table.getVisibleLeafColumns();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = virtualizer.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    <div className={classes.scroller} ref={scroller}>
      <table className={`${classes.table} ${classes.fixed}`} aria-rowcount={rows.length + 1}>
        {/* Fixed, so that no column moves while rows come and go. */}
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.getSize() }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.getLeafHeaders().map((heading) => (
              <Heading key={heading.id} data={data} heading={heading} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} columns={columns.length} />}
          {shown.map(({ index }) => (
            <Row
              key={rows[index].id}
              data={data}
              row={rows[index].original}
              index={index}
              columnCount={columns.length}
              baselineId={baselineId}
              isCharted={charted.has(rows[index].original.line.id)}
              onToggleCharted={onToggleCharted}
              onJump={onJump}
            />
          ))}
          {below > 0 && <Spacer height={below} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

type HeadingProps = { data: SheetData; heading: ReturnType<ComparisonModel['getLeafHeaders']>[number] };

function Heading({ data, heading: { column } }: HeadingProps) {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const { meta } = column.columnDef;
  if (meta === undefined) {
    const isUnit = column.id === 'unit';
    return (
      <th scope="col" className={isUnit ? classes.unitColumn : classes.labelColumn}>
        {t(isUnit ? 'unit' : 'line')}
      </th>
    );
  }
  const of = findScenario(data, meta.scenarioId);
  const scenario = of === undefined ? '' : inLanguage(of.name, language);
  const [label, fullLabel] = {
    value: [scenario, scenario],
    difference: [t('difference'), t('differenceOf', { scenario })],
    relative: [t('percent'), t('percentOf', { scenario })],
  }[meta.measure];
  const direction = column.getIsSorted();
  return (
    <th scope="col" className={classes.numberColumn} data-measure={meta.measure} aria-sort={ariaSort(direction)}>
      <SortButton label={label} fullLabel={fullLabel} direction={direction} onSort={() => column.toggleSorting()} />
    </th>
  );
}

type RowProps = Pick<ComparisonTableProps, 'data' | 'baselineId' | 'onToggleCharted' | 'onJump'> & {
  row: ComparedRow;
  index: number;
  columnCount: number;
  isCharted: boolean;
};

/** Drawn again only when its own numbers are new: scrolling draws the rows that come into view. */
const Row = memo(function Row({
  data,
  row,
  index,
  columnCount,
  baselineId,
  isCharted,
  onToggleCharted,
  onJump,
}: RowProps) {
  const t = useTexts(comparisonTexts);
  const { line, cells } = row;
  const label = inLanguage(line.label, useLanguage()) || line.name;
  if (line.kind === 'heading') {
    return (
      <tr className={classes.headingRow} aria-rowindex={index + 2}>
        <th scope="colgroup" colSpan={columnCount}>
          {label}
        </th>
      </tr>
    );
  }
  return (
    <tr data-differs={row.differs || undefined} aria-rowindex={index + 2}>
      <th scope="row" className={classes.labelColumn}>
        <div className={classes.label}>
          <input
            type="checkbox"
            className={classes.tick}
            aria-label={t('inChartOf', { line: label })}
            title={t('inChartOf', { line: label })}
            checked={isCharted}
            onChange={() => onToggleCharted(line.id)}
          />
          <button
            type="button"
            className={classes.jump}
            title={t('goTo', { line: label })}
            onClick={() => onJump(line.id, baselineId)}
          >
            {label}
          </button>
        </div>
      </th>
      <td className={classes.unitColumn}>{unitOf(data, line.id)}</td>
      {cells.map((cell) => (
        <Cells key={cell.scenarioId} data={data} row={row} cell={cell} isBaseline={cell.scenarioId === baselineId} />
      ))}
    </tr>
  );
});

type CellsProps = { data: SheetData; row: ComparedRow; cell: ComparedCell; isBaseline: boolean };

function Cells({ data, row: { line }, cell, isBaseline }: CellsProps) {
  const language = useLanguage();
  const compact = useSheetView((state) => state.isCompact);
  const { value, difference, relative } = cell;
  const isError = typeof value === 'object' && value !== null;
  const direction = difference === null || difference === 0 ? undefined : difference > 0 ? 'up' : 'down';
  return (
    <>
      <td
        className={isError ? classes.errorCell : classes.numberCell}
        data-text={typeof value === 'string' || undefined}
        title={fullValue(value, unitOf(data, line.id), language)}
      >
        {shownValue(value, line, language, compact)}
      </td>
      {!isBaseline && (
        <>
          <td
            className={classes.numberCell}
            data-direction={direction}
            title={difference === null ? undefined : fullNumber(difference)}
          >
            {difference === null || difference === 0 ? '' : differenceText(difference, line, language, compact)}
          </td>
          <td className={classes.numberCell} data-direction={direction}>
            {relative === null || relative === 0 ? '' : signedPercent(relative)}
          </td>
        </>
      )}
    </>
  );
}

/** In the line's format, or with six digits where that would show a difference as zero. */
function differenceText(difference: number, line: Line, language: Language, compact: boolean): string {
  const size = Math.abs(difference);
  const shown = shownValue(size, line, language, compact);
  const exact = shownValue(size, { ...line, format: { ...line.format, decimals: null } }, language, compact);
  return signOf(difference) + (/[1-9]/.test(shown) ? shown : exact);
}
