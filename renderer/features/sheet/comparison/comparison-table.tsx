/** The table of lines by scenarios, with difference and change beside each but the baseline; only rows in view exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import type { Line, Scenario } from '../../../../shared/sheet.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { fullNumber, signedPercent, signOf } from '../../../ui/number-text.ts';
import { fullValue, shownValue } from '../grid/cell-text.ts';
import { type SheetData, unitOf } from '../sheet-data.ts';
import type { ComparedCell, ComparedRow, Measure, Sorting } from './compare-scenarios.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';

const ROW_HEIGHT = 28;

type ComparisonTableProps = {
  data: SheetData;
  rows: readonly ComparedRow[];
  baselineId: number;
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
  charted: ReadonlySet<number>;
  onToggleCharted: (lineId: number) => void;
  onJump: (lineId: number, scenarioId: number) => void;
};

export function ComparisonTable({
  data,
  rows,
  baselineId,
  sorting,
  onSort,
  charted,
  onToggleCharted,
  onJump,
}: ComparisonTableProps) {
  const t = useTexts(comparisonTexts);
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
  const columnCount = 2 + data.scenarios.length * 3 - 2;

  return (
    <div className={classes.scroller} ref={scroller}>
      <table className={`${classes.table} ${classes.fixed}`} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col className={classes.labelWidth} />
          <col className={classes.unitWidth} />
          {data.scenarios.map(({ id }) => (
            <ScenarioWidths key={id} isBaseline={id === baselineId} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.labelColumn}>
              {t('line')}
            </th>
            <th scope="col" className={classes.unitColumn}>
              {t('unit')}
            </th>
            {data.scenarios.map((scenario) => (
              <ScenarioHeads
                key={scenario.id}
                scenario={scenario}
                isBaseline={scenario.id === baselineId}
                sorting={sorting}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} columns={columnCount} />}
          {shown.map(({ index }) => (
            <Row
              key={rows[index].line.id}
              data={data}
              row={rows[index]}
              index={index}
              columnCount={columnCount}
              baselineId={baselineId}
              isCharted={charted.has(rows[index].line.id)}
              onToggleCharted={onToggleCharted}
              onJump={onJump}
            />
          ))}
          {below > 0 && <Spacer height={below} columns={columnCount} />}
        </tbody>
      </table>
    </div>
  );
}

/** Fixed, so that no column moves while rows come and go. */
function ScenarioWidths({ isBaseline }: { isBaseline: boolean }) {
  return (
    <>
      <col className={classes.valueWidth} />
      {!isBaseline && (
        <>
          <col className={classes.valueWidth} />
          <col className={classes.changeWidth} />
        </>
      )}
    </>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

type HeadProps = Pick<ComparisonTableProps, 'sorting' | 'onSort'> & { scenario: Scenario; isBaseline: boolean };

function ScenarioHeads({ scenario, isBaseline, sorting, onSort }: HeadProps) {
  const t = useTexts(comparisonTexts);
  const name = inLanguage(scenario.name, useLanguage());
  const heads: [Measure, string, string][] = [['value', name, name]];
  if (!isBaseline) {
    heads.push(['difference', t('difference'), t('differenceOf', { scenario: name })]);
    heads.push(['relative', t('percent'), t('percentOf', { scenario: name })]);
  }
  return heads.map(([measure, label, fullLabel]) => {
    const isSorted = sorting?.scenarioId === scenario.id && sorting.measure === measure;
    const next = !isSorted
      ? { scenarioId: scenario.id, measure, descending: true }
      : sorting.descending
        ? { ...sorting, descending: false }
        : null;
    return (
      <th
        key={measure}
        scope="col"
        className={classes.numberColumn}
        data-measure={measure}
        aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      >
        <button
          type="button"
          className={classes.sort}
          aria-label={t('sortBy', { column: fullLabel })}
          title={t('sortBy', { column: fullLabel })}
          onClick={() => onSort(next)}
        >
          {label}
          <span aria-hidden="true">{isSorted ? (sorting.descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </th>
    );
  });
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
        {shownValue(value, line, language)}
      </td>
      {!isBaseline && (
        <>
          <td
            className={classes.numberCell}
            data-direction={direction}
            title={difference === null ? undefined : fullNumber(difference)}
          >
            {difference === null || difference === 0 ? '' : differenceText(difference, line, language)}
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
function differenceText(difference: number, line: Line, language: Language): string {
  const size = Math.abs(difference);
  const shown = shownValue(size, line, language);
  const exact = shownValue(size, { ...line, format: { ...line.format, decimals: null } }, language);
  return signOf(difference) + (/[1-9]/.test(shown) ? shown : exact);
}
