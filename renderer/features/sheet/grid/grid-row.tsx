/**
 * One line of the grid. It renders anew only when its own cells, its share of the selection or its
 * marks change; all of these are read from the stores by line id.
 */
import { memo } from 'react';
import type { Language } from '../../../../shared/language.ts';
import { inLanguage } from '../../../../shared/language.ts';
import { isCalcError } from '../../../../shared/values.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import { originOf } from '../editing/cell-content.ts';
import { isFormula } from '../editing/edit-session.ts';
import { effectiveContent, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { type SheetStore, toggleFolded, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { markAt, useCellMarks } from './cell-marks.ts';
import { fullValue, shownValue } from './cell-text.ts';
import type { Column } from './columns.ts';
import { useFillDrag } from './fill-drag.ts';
import { type Geometry, GUTTER_WIDTH, ROW_HEIGHT } from './geometry.ts';
import classes from './grid.module.css';
import { contains, rectangleOf } from './selection.ts';
import { baseScenarioId, verdictOf } from './verdicts.ts';

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
  const fill = useFillDrag(({ target }) => (target && index >= target.top && index <= target.bottom ? target : null));
  const references = useCellMarks((state) => (lineId === null ? undefined : state.references.get(lineId)));
  const traces = useCellMarks((state) => (lineId === null ? undefined : state.traces.get(lineId)));
  const language = useLanguage();
  const { data, selection } = useSheetStore.getState();
  if (data === null) return null;

  const isHeading = lineId !== null && data.lines.get(lineId)?.kind === 'heading';
  const rectangle = share === '' ? null : rectangleOf(selection);
  const cell = (at: number) => {
    const column = columns[at];
    const place = { row: index, column: at };
    const isSelected = rectangle !== null && contains(rectangle, place);
    const isActive = selection.anchor.row === index && selection.anchor.column === at;
    const mark = markAt(references, traces, column);
    const isFilled = fill !== null && at >= fill.left && at <= fill.right;
    return (
      <div
        key={column.key}
        role="gridcell"
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
        style={{
          ...(at === 0 ? { width: geometry.widths[0] } : { left: geometry.lefts[at], width: geometry.widths[at] }),
          ...(mark?.kind === 'reference' ? { '--mark': `var(--pl-reference-${mark.colour + 1})` } : {}),
        }}
      >
        <CellContent data={data} lineId={lineId} column={column} language={language} />
        {rectangle !== null && rectangle.bottom === index && rectangle.right === at && lineId !== null && (
          <span className={classes.fillHandle} data-fill-handle="" aria-hidden="true" />
        )}
      </div>
    );
  };
  const scrolled: React.ReactNode[] = [];
  for (let at = Math.max(1, from); at <= to; at++) scrolled.push(cell(at));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      data-heading={isHeading || undefined}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)`, width: geometry.total }}
    >
      <div role="presentation" className={classes.frozen} style={{ width: geometry.frozen }}>
        <div
          role="rowheader"
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

type CellContentProps = { data: SheetData; lineId: number | null; column: Column; language: Language };

function CellContent({ data, lineId, column, language }: CellContentProps) {
  const t = useTexts(sheetTexts);
  if (lineId === null) {
    return column.kind === 'label' ? (
      <span className={classes.placeholder}>{t(data.order.length === 0 ? 'newLineFirst' : 'newLine')}</span>
    ) : null;
  }
  const line = data.lines.get(lineId);
  if (line === undefined) return null;
  if (column.kind === 'label')
    return <LabelContent lineId={lineId} text={inLanguage(line.label, language)} isHeading={line.kind === 'heading'} />;
  if (line.kind === 'heading') return null;
  switch (column.kind) {
    case 'name':
      return <span className={classes.name}>{line.name}</span>;
    case 'unit':
      return line.unit === '' ? (
        <span className={classes.inferred}>{unitOf(data, lineId)}</span>
      ) : (
        <span className={classes.unit}>{line.unit}</span>
      );
    case 'reported':
      return line.reported && <span title={line.reported.text}>{shownValue(line.reported.value, line, language)}</span>;
    case 'verdict': {
      const verdict = verdictOf(data, lineId);
      return verdict && <VerdictBadge verdict={verdict} />;
    }
    case 'everyPeriod': {
      const content = effectiveContent(data, { lineId, scenarioId: column.scenarioId, period: '' });
      return (
        <Content
          text={content?.content ?? ''}
          title=""
          content={content?.content}
          data={data}
          lineId={lineId}
          column={column}
        />
      );
    }
    case 'value': {
      const address = { lineId, scenarioId: column.scenarioId, period: column.period };
      const value = valueAt(data, address);
      const content = effectiveContent(data, address);
      return (
        <Content
          text={shownValue(value, line, language)}
          title={fullValue(value, unitOf(data, lineId), language)}
          content={content?.content}
          data={data}
          lineId={lineId}
          column={column}
          isError={isCalcError(value)}
          isText={typeof value === 'string'}
        />
      );
    }
  }
}

type ContentProps = {
  text: string;
  title: string;
  content: string | undefined;
  data: SheetData;
  lineId: number;
  column: Column & { kind: 'value' | 'everyPeriod' };
  isError?: boolean;
  isText?: boolean;
};

function Content({ text, title, content, data, lineId, column, isError = false, isText = false }: ContentProps) {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const origin = originOf(data, lineId, column);
  const source =
    origin === 'inherited' && column.scenarioId !== baseScenarioId(data)
      ? t('inheritedFrom', { scenario: scenarioNameOf(data, lineId, column, language) })
      : origin === 'override'
        ? t('override')
        : '';
  return (
    <span
      className={classes.value}
      data-origin={origin}
      data-formula={(content !== undefined && isFormula(content)) || undefined}
      data-error={isError || undefined}
      data-text={isText || undefined}
      title={[title, source].filter(Boolean).join('\n')}
    >
      {text}
    </span>
  );
}

function scenarioNameOf(
  data: SheetData,
  lineId: number,
  column: Column & { kind: 'value' | 'everyPeriod' },
  language: Language,
): string {
  const period = column.kind === 'value' ? column.period : '';
  const from = effectiveContent(data, { lineId, scenarioId: column.scenarioId, period })?.scenarioId;
  const scenario = data.scenarios.find(({ id }) => id === from);
  return scenario === undefined ? '' : inLanguage(scenario.name, language);
}

function LabelContent({ lineId, text, isHeading }: { lineId: number; text: string; isHeading: boolean }) {
  const t = useTexts(sheetTexts);
  const isFolded = useSheetStore(({ folded }) => folded.has(lineId));
  if (!isHeading) {
    return (
      <span className={classes.label} title={text}>
        {text}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={classes.fold}
        data-fold=""
        aria-expanded={!isFolded}
        aria-label={t(isFolded ? 'unfold' : 'fold', { heading: text })}
        onClick={() => toggleFolded(lineId)}
      >
        <Icon name={isFolded ? 'right' : 'down'} size={12} />
      </button>
      <span className={classes.headingLabel} title={text}>
        {text}
      </span>
    </>
  );
}
