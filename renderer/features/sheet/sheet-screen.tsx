/**
 * The screen of one sheet: toolbar, formula bar, grid or comparison, side panel, status bar.
 */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { CellAddress } from '../../../shared/values.ts';
import { onConnection } from '../../api.ts';
import { stopping } from '../../follow.ts';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { ComparisonView } from './comparison/comparison-view.tsx';
import { ReconciliationView } from './comparison/reconciliation-view.tsx';
import { cancelEditing } from './editing/edit-session.ts';
import { FormulaBar } from './editing/formula-bar.tsx';
import { focusGrid } from './editing/grid-focus.ts';
import { followFactQuery } from './facts/fact-completion.ts';
import { followKnownFacts } from './facts/known-facts.ts';
import { GridContextMenu } from './grid/context-menu.tsx';
import { Grid } from './grid/grid.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { ScenarioBar } from './scenarios/scenario-bar.tsx';
import { useSheetCommands } from './sheet-commands.ts';
import classes from './sheet-screen.module.css';
import { closeSheet, followEdits, jumpTo, openSheet, useSheetStore } from './sheet-store.ts';
import { sheetTexts } from './sheet-texts.ts';
import { showView, togglePanel, useSheetView } from './sheet-view.ts';
import { StatusBar } from './status-bar/status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';

export function SheetScreen({ sheetId }: { sheetId: string }) {
  const t = useTexts(sheetTexts);
  const status = useSheetStore((state) => state.status);
  const failure = useSheetStore((state) => state.failure);

  useEffect(() => {
    void openSheet(sheetId);
    // Another sheet begins with its grid: the views on it may have nothing to show yet.
    showView('grid');
    const stop = stopping(
      followEdits(),
      followFactQuery(),
      followKnownFacts(),
      onConnection((isConnected) => {
        if (isConnected) void openSheet(sheetId);
      }),
    );
    return () => {
      stop();
      cancelEditing();
      closeSheet();
    };
  }, [sheetId]);

  useEffect(() => {
    if (status === 'ready') focusGrid();
  }, [status]);

  if (status === 'failed') {
    return (
      <div className={classes.state} role="alert">
        <h1 className={classes.stateTitle}>{t('openFailed')}</h1>
        <p>{failureText(failure)}</p>
        <Button onClick={() => void openSheet(sheetId)}>{t('retry')}</Button>
      </div>
    );
  }
  if (status !== 'ready') return <div className={classes.state}>{t('loading')}</div>;
  return <OpenSheet />;
}

function OpenSheet() {
  const t = useTexts(sheetTexts);
  const { view, isPanelOpen } = useSheetView();
  const isEmpty = useSheetStore(({ data, version }) => version >= 0 && data?.order.length === 0);
  useSheetCommands();
  const showCell = (cell: CellAddress) => {
    showView('grid');
    jumpTo(cell);
  };
  return (
    <div className={classes.screen}>
      <Toolbar />
      <div className={classes.work}>
        <div className={classes.main}>
          {view === 'grid' && (
            <>
              <FormulaBar />
              <Grid />
              {isEmpty && <p className={classes.hint}>{t('emptyHint')}</p>}
              <ScenarioBar />
            </>
          )}
          {view === 'comparison' && <ComparisonView onJump={showCell} />}
          {view === 'reconciliation' && <ReconciliationView onJump={showCell} />}
          <StatusBar />
        </div>
        {isPanelOpen && <SidePanel onClose={togglePanel} />}
      </div>
      <GridContextMenu />
    </div>
  );
}
