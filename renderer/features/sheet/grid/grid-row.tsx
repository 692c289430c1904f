/**
 * One line of the grid. It renders anew only when its own cells, its share of the selection or its
 * marks change; all of these are read from the stores by line id.
 */
import { memo, type ReactNode } from 'react';
import type { Line } from '../../../../shared/sheet.ts';
import { useSeries } from '../../../series/series-store.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import { useKnownFacts } from '../facts/known-facts.ts';
import { type SheetStore, toggleFolded, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { useSheetView } from '../sheet-view.ts';
import { type CellFace, cellFace, type Say } from './cell-face.ts';
import { markAt, useCellMarks } from './cell-marks.ts';
import type { Column } from './columns.ts';
import { useFillDrag } from './fill-drag.ts';
import { type Geometry, GUTTER_WIDTH, ROW_HEIGHT } from './geometry.ts';
import classes from './grid.module.css';
import { contains, rectangleOf } from './selection.ts';
import { verdictOf } from './verdicts.ts';

type GridRowProps = {
  index: number;
  lineId: number | null;
  columns: Column[];
  geometry: Geometry;
  /** The scrolled columns on screen, as indices; the frozen label column shows always. */
  from: number;
  to: number;
};

export const GridRow = memo(function GridRow({ index, lineId, columns, geometry, from, to }: GridRowProps) {
  useSheetStore((state) => (lineId === null ? 0 : (state.data?.lineVersion.get(lineId) ?? 0)));
  const share = useSheetStore((state) => selectionShare(state, index));
  const isFolded = useSheetStore(({ folded }) => lineId !== null && folded.has(lineId));
  const fill = useFillDrag(({ target }) => (target && index >= target.top && index <= target.bottom ? target : null));
  const references = useCellMarks((state) => (lineId === null ? undefined : state.references.get(lineId)));
  const traces = useCellMarks((state) => (lineId === null ? undefined : state.traces.get(lineId)));
  useKnownFacts((state) => state.version);
  useSeries((state) => state.byId);
  const language = useLanguage();
  const compact = useSheetView((state) => state.isCompact);
  const t = useTexts(sheetTexts);
  const { data, selection } = useSheetStore.getState();
  if (data === null) return null;

  const line = lineId === null ? undefined : data.lines.get(lineId);
  const rectangle = share === '' ? null : rectangleOf(selection);
  const cell = (at: number) => {
    const column = columns[at];
    const place = { row: index, column: at };
    const isSelected = rectangle !== null && contains(rectangle, place);
    const isActive = selection.anchor.row === index && selection.anchor.column === at;
    const mark = markAt(references, traces, column);
    const isFilled = fill !== null && at >= fill.left && at <= fill.right;
    const face =
      line === undefined
        ? newLineFace(column, data.order.length === 0, t)
        : cellFace(data, line, column, { language, t, compact });
    return (
      <div
        key={column.key}
        role="gridcell"
        tabIndex={-1}
        id={cellId(place)}
        aria-colindex={at + 2}
        aria-selected={isSelected}
        data-row={index}
        data-column={at}
        data-kind={column.kind}
        className={classes.cell}
        data-selected={isSelected || undefined}
        data-active={isActive || undefined}
        data-filled={isFilled || undefined}
        data-mark={mark?.kind}
        data-origin={face.origin}
        data-formula={face.isFormula || undefined}
        data-fact={face.isFact || undefined}
        data-error={face.isError || undefined}
        data-text={face.isText || undefined}
        data-inferred={face.isInferred || undefined}
        style={{
          ...(at === 0 ? { width: geometry.widths[0] } : { left: geometry.lefts[at], width: geometry.widths[at] }),
          ...(mark?.kind === 'reference' ? { '--mark': `var(--pl-reference-${mark.colour + 1})` } : {}),
        }}
      >
        {column.kind === 'label' && line?.kind === 'heading' && (
          <FoldButton line={line} isFolded={isFolded} label={t(isFolded ? 'unfold' : 'fold', { heading: face.text })} />
        )}
        {column.kind === 'verdict' && line !== undefined ? <Verdict line={line} /> : <CellText face={face} />}
        {rectangle !== null && rectangle.bottom === index && rectangle.right === at && line !== undefined && (
          <span className={classes.fillHandle} data-fill-handle="" aria-hidden="true" />
        )}
      </div>
    );
  };
  const scrolled: ReactNode[] = [];
  for (let at = Math.max(1, from); at <= to; at++) scrolled.push(cell(at));
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={classes.row}
      data-heading={line?.kind === 'heading' || undefined}
      data-new={line === undefined || undefined}
      style={{ top: index * ROW_HEIGHT, width: geometry.total }}
    >
      <div role="presentation" className={classes.frozen} style={{ width: geometry.frozen }}>
        <div
          role="rowheader"
          tabIndex={-1}
          aria-colindex={1}
          className={classes.gutter}
          style={{ width: GUTTER_WIDTH }}
          data-row={index}
          data-gutter=""
          data-selected={share !== '' || undefined}
        >
          {index + 1}
        </div>
        {cell(0)}
      </div>
      {scrolled}
    </div>
  );
});

export function cellId({ row, column }: { row: number; column: number }): string {
  return `cell-${row}-${column}`;
}

/** A string that is the same as long as the row looks the same under the selection. */
function selectionShare({ selection }: SheetStore, row: number): string {
  const { top, bottom, left, right } = rectangleOf(selection);
  if (row < top || row > bottom) return '';
  const active = selection.anchor.row === row ? selection.anchor.column : -1;
  return `${left}-${right}-${active}-${row === bottom}`;
}

/** The row below the end says what it is for. */
function newLineFace(column: Column, isFirst: boolean, t: Say): CellFace {
  return { text: column.kind === 'label' ? t(isFirst ? 'newLineFirst' : 'newLine') : '', title: '' };
}

function CellText({ face: { text, title } }: { face: CellFace }) {
  return text === '' ? null : (
    <span className={classes.text} title={title || undefined}>
      {text}
    </span>
  );
}

function Verdict({ line }: { line: Line }) {
  const { data } = useSheetStore.getState();
  const verdict = data === null ? null : verdictOf(data, line.id);
  return verdict && <VerdictBadge verdict={verdict} />;
}

function FoldButton({ line, isFolded, label }: { line: Line; isFolded: boolean; label: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.fold}
      aria-expanded={!isFolded}
      aria-label={label}
      onClick={() => toggleFolded(line.id)}
    >
      <Icon name={isFolded ? 'right' : 'down'} size={12} />
    </button>
  );
}
