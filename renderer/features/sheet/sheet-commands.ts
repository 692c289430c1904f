/** What the palette and the native menu can do with the open sheet. */
import { useEffect } from 'react';
import { inLanguage } from '../../../shared/language.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { exportSheet } from '../../shell/jobs.ts';
import { modKey } from '../../ui/keys.ts';
import { focusGrid } from './editing/grid-focus.ts';
import { sheetFactTexts } from './facts/sheet-fact-texts.ts';
import { addressAt } from './grid/columns.ts';
import {
  deleteSelectedLines,
  duplicateSelectedLines,
  fillSelection,
  insertHeading,
  insertLineAbove,
  insertLineBelow,
} from './grid/line-commands.ts';
import { jumpAlongTrace, toggleTrace } from './grid/trace.ts';
import { addScenarioBelow } from './scenarios/scenario-commands.ts';
import { openSettings } from './settings/settings-open.ts';
import { settingsTexts } from './settings/settings-texts.ts';
import { attempt, redo, undo } from './sheet-actions.ts';
import { unitOf } from './sheet-data.ts';
import { jumpTo, toggleNames, useSheetStore } from './sheet-store.ts';
import { sheetTexts } from './sheet-texts.ts';
import { showPanelTab, showView, toggleCompact, togglePanel, useSheetView } from './sheet-view.ts';

export function useSheetCommands(): void {
  useCommands(COMMANDS);
  useCommands(lineCommands);
  useEffect(() => {
    window.addEventListener('keydown', undoByKey);
    return () => window.removeEventListener('keydown', undoByKey);
  }, []);
}

/** Undo and redo work wherever the focus is, except in a text that has its own. */
function undoByKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
  if (event.defaultPrevented || isTyping || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  void attempt(key === 'y' || event.shiftKey ? redo() : undo());
}

const COMMANDS: Command[] = [
  { id: 'edit.undo', label: sheetTexts.undo, shortcut: modKey('Z'), run: () => void attempt(undo()) },
  { id: 'edit.redo', label: sheetTexts.redo, shortcut: modKey('Y'), run: () => void attempt(redo()) },
  { id: 'sheet.export', label: sheetTexts.exportToExcel, run: exportOpenSheet },
  { id: 'sheet.settings', label: settingsTexts.settings, run: openSettings },
  { id: 'view.panel', label: sheetTexts.panel, run: togglePanel },
  {
    id: 'view.comparison',
    label: sheetTexts.comparison,
    run: () => showView(useSheetView.getState().view === 'comparison' ? 'grid' : 'comparison'),
  },
  {
    id: 'view.reconciliation',
    label: sheetTexts.reconciliation,
    run: () => showView(useSheetView.getState().view === 'reconciliation' ? 'grid' : 'reconciliation'),
  },
  { id: 'view.grid', label: sheetTexts.gridView, run: () => showView('grid') },
  { id: 'view.names', label: sheetTexts.showNames, run: toggleNames },
  { id: 'view.compact', label: sheetTexts.compactNumbers, run: toggleCompact },
  { id: 'view.trace', label: sheetTexts.traceReferences, run: toggleTrace },
  command('sheet.insertLineAbove', sheetTexts.insertLineAbove, modKey('+'), insertLineAbove),
  command('sheet.insertLineBelow', sheetTexts.insertLineBelow, undefined, insertLineBelow),
  { id: 'sheet.insertFact', label: sheetFactTexts.insertFact, run: () => showPanelTab('facts') },
  command('sheet.insertHeading', sheetTexts.insertHeading, undefined, () => void insertHeading()),
  command('sheet.duplicateLines', sheetTexts.duplicateLines, modKey('Shift+D'), () => void duplicateSelectedLines()),
  command('sheet.deleteLines', sheetTexts.deleteLines, modKey('-'), () => void deleteSelectedLines()),
  command('sheet.fillDown', sheetTexts.fillDown, modKey('D'), () => void fillSelection('down')),
  command('sheet.fillRight', sheetTexts.fillRight, modKey('R'), () => void fillSelection('right')),
  command('sheet.addScenario', sheetTexts.addScenario, undefined, () => void addScenarioBelow()),
  command('sheet.precedents', sheetTexts.toPrecedent, modKey('['), () => void jumpAlongTrace('precedents')),
  command('sheet.dependents', sheetTexts.toDependent, modKey(']'), () => void jumpAlongTrace('dependents')),
];

/** A command of the grid: it works on the selection, so the grid is shown and has the focus. */
function command(id: string, label: Command['label'], shortcut: string | undefined, run: () => void): Command {
  return {
    id,
    label,
    shortcut,
    run: () => {
      showView('grid');
      run();
      focusGrid();
    },
  };
}

function exportOpenSheet(): void {
  const sheet = useSheetStore.getState().data?.sheet;
  if (sheet !== undefined) void exportSheet(sheet.id, sheet.title);
}

/** Listed when the palette opens: there can be many, and each edit may rename one. */
function lineCommands(): Command[] {
  const { data } = useSheetStore.getState();
  if (data === null) return [];
  return data.order.flatMap((lineId) => {
    const line = data.lines.get(lineId);
    if (line === undefined || line.kind === 'heading') return [];
    return {
      id: `line.${lineId}`,
      group: sheetTexts.lines,
      label: { zh: inLanguage(line.label, 'zh') || line.name, en: inLanguage(line.label, 'en') || line.name },
      detail: [line.name, unitOf(data, lineId)].filter(Boolean).join(' · '),
      run: () => jumpToLine(lineId),
    };
  });
}

function jumpToLine(lineId: number): void {
  showView('grid');
  const { data, columns, shownScenarioId } = useSheetStore.getState();
  const column = columns.find(({ kind }) => kind === 'value');
  const cell = addressAt({ lineId }, column);
  if (data === null || cell === null) return;
  jumpTo(shownScenarioId === null ? cell : { ...cell, scenarioId: shownScenarioId });
  focusGrid();
}
