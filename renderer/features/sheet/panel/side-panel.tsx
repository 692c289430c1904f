/**
 * The side panel: where the selected cell comes from, what it is checked against, who uses it and how
 * it changed. It shows what the sheet's store selects, and edits through the same actions as the grid.
 */
import { ActionIcon } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { memo, useState } from 'react';
import type { CellAddress } from '../../../../shared/values.ts';
import { useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ResizeHandle } from '../../../ui/resize-handle.tsx';
import { isFormula } from '../editing/edit-session.ts';
import factClasses from '../facts/facts.module.css';
import { FactsTab } from '../facts/facts-tab.tsx';
import { OriginSection } from '../facts/origin-section.tsx';
import { sheetFactTexts } from '../facts/sheet-fact-texts.ts';
import { baseScenarioId } from '../grid/verdicts.ts';
import { effectiveContent, type SheetData } from '../sheet-data.ts';
import { type SheetStore, selectedCell, selectedLineId, useSheetStore } from '../sheet-store.ts';
import { showPanelTab, useSheetView } from '../sheet-view.ts';
import { CellSection } from './cell-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LineSection } from './line-section.tsx';
import { NoteSection } from './note-section.tsx';
import { panelTexts } from './panel-texts.ts';
import { PrivateNotesSection } from './private-notes-section.tsx';
import { ReportedSection } from './reported-section.tsx';
import classes from './side-panel.module.css';
import { SourcesSection } from './sources-section.tsx';
import { TraceSection } from './trace-section.tsx';

const MIN_WIDTH = 260;
const MAX_WIDTH = 640;
const WIDTH_KEY = 'plumbline.panel.width';

export function SidePanel({ onClose }: { onClose: () => void }) {
  const t = useTexts(panelTexts);
  const tab = useSheetView((state) => state.panelTab);
  const [width, setWidth] = useState(() => Number(localStorage.getItem(WIDTH_KEY)) || 340);
  const resize = (wanted: number) => {
    setWidth(wanted);
    localStorage.setItem(WIDTH_KEY, String(wanted));
  };
  return (
    <aside className={classes.panel} style={{ width }} aria-label={t('panel')}>
      <ResizeHandle label={t('resize')} width={width} min={MIN_WIDTH} max={MAX_WIDTH} onResize={resize} />
      <header className={classes.head}>
        <Tabs />
        <ActionIcon size={24} aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </header>
      {tab === 'facts' ? <FactsTab /> : <PanelBody />}
    </aside>
  );
}

/** What is selected, or a search for facts to put in. */
function Tabs() {
  const t = useTexts(sheetFactTexts);
  const chosen = useSheetView((state) => state.panelTab);
  const tabs = [
    ['details', t('details')],
    ['facts', t('facts')],
  ] as const;
  return (
    <div role="tablist" aria-label={t('views')} className={factClasses.tabs}>
      {tabs.map(([tab, label]) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          className={factClasses.tabButton}
          onClick={() => showPanelTab(tab)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Long enough for an edit to come back and be drawn, short enough to seem at once. */
const SETTLED_MS = 90;

/** Follows the selection and the edits once both rest: the grid never waits for the panel. */
function PanelBody() {
  const data = useSheetStore((state) => state.data);
  // Every number here can change with an edit anywhere in the sheet.
  const now = useSheetStore((state) =>
    JSON.stringify({ lineId: selectedLineId(state), cell: cellOrBase(state), version: state.version }),
  );
  const [settled] = useDebouncedValue(now, SETTLED_MS);
  return <PanelContent data={data} settled={settled} />;
}

type PanelContentProps = {
  data: SheetData | null;
  /** What the panel is about, as text: the same text draws nothing anew. */
  settled: string;
};

const PanelContent = memo(function PanelContent({ data, settled }: PanelContentProps) {
  const t = useTexts(panelTexts);
  const { lineId, cell, version }: { lineId: number | null; cell: CellAddress | null; version: number } =
    JSON.parse(settled);
  const line = lineId === null ? undefined : data?.lines.get(lineId);
  if (data === null || line === undefined) return <p className={classes.nothing}>{t('nothing')}</p>;

  const shared = { data, line, version };
  return (
    <div className={classes.scroll} key={line.id}>
      <LineSection {...shared} />
      {line.kind === 'line' && cell !== null && (
        <>
          <CellSection {...shared} cell={cell} />
          <ReportedSection {...shared} />
          <SourcesSection line={line} />
        </>
      )}
      <NoteSection line={line} />
      <PrivateNotesSection sheetId={data.sheet.id} lineId={line.id} cell={line.kind === 'line' ? cell : null} />
      {line.kind === 'line' && cell !== null && (
        <>
          {isComputed(data, cell) && <OriginSection {...shared} cell={cell} />}
          <TraceSection {...shared} cell={cell} />
        </>
      )}
      <HistorySection {...shared} />
    </div>
  );
});

function isComputed(data: SheetData, cell: CellAddress): boolean {
  return isFormula(effectiveContent(data, cell)?.content ?? '');
}

/** The selected cell; of a selected name or unit the line's cell in the base scenario. */
function cellOrBase(state: SheetStore): CellAddress | null {
  const cell = selectedCell(state);
  const lineId = selectedLineId(state);
  if (cell !== null || state.data === null || lineId === null) return cell;
  const scenarioId = state.shownScenarioId ?? baseScenarioId(state.data);
  return scenarioId === null ? null : { lineId, scenarioId, period: state.data.periods[0] };
}
