/**
 * The screen of one sheet: toolbar, formula bar, grid or comparison, side panel, status bar.
 */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { onConnection } from '../../api.ts';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { cancelEditing } from './editing/edit-session.ts';
import { focusGrid } from './editing/grid-focus.ts';
import { FormulaBar } from './editing/formula-bar.tsx';
import { Grid } from './grid/grid.tsx';
import classes from './sheet-screen.module.css';
import { closeSheet, followEdits, openSheet, useSheetStore } from './sheet-store.ts';
import { sheetTexts } from './sheet-texts.ts';

export function SheetScreen({ sheetId }: { sheetId: string }) {
  const t = useTexts(sheetTexts);
  const status = useSheetStore((state) => state.status);
  const failure = useSheetStore((state) => state.failure);

  useEffect(() => {
    void openSheet(sheetId);
    const stopEdits = followEdits();
    const stopConnection = onConnection((isConnected) => {
      if (isConnected) void openSheet(sheetId);
    });
    return () => {
      stopEdits();
      stopConnection();
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
  return (
    <div className={classes.screen}>
      <FormulaBar />
      <div className={classes.work}>
        <Grid />
      </div>
    </div>
  );
}
