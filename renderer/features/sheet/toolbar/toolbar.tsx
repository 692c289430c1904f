/** Above the formula bar: the sheet's title, what is done most, and which view of the sheet shows. */
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { type ReactNode, useDeferredValue } from 'react';
import { exportSheet } from '../../../shell/jobs.ts';
import { useLanguage, useLocalText, useMessageText, useTexts } from '../../../texts.ts';
import { DemonstrationMark } from '../../../ui/demonstration-mark.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { modKey } from '../../../ui/keys.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { insertHeading, insertLineBelow } from '../grid/line-commands.ts';
import { toggleTrace, useTrace } from '../grid/trace.ts';
import { addScenarioBelow } from '../scenarios/scenario-commands.ts';
import { renameSheet } from '../settings/rename-sheet.ts';
import { SheetSettings } from '../settings/sheet-settings.tsx';
import { attempt, redo, undo } from '../sheet-actions.ts';
import { toggleNames, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { type SheetView, showView, toggleCompact, togglePanel, useSheetView } from '../sheet-view.ts';
import classes from './toolbar.module.css';

export function Toolbar() {
  const t = useTexts(sheetTexts);
  const { view, isPanelOpen, isCompact } = useSheetView();
  const isTracing = useTrace((state) => state.isShown);
  const showsNames = useSheetStore((state) => state.columnVisibility.name !== false);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('sheetTools')}>
      <Title />
      <MadeUpMark />
      <SheetSettings />
      <UndoButtons />
      {view === 'grid' && (
        <>
          <span className={classes.rule} />
          <Tool label={t('insertLineBelow')} icon="rowPlus" onClick={insertLineBelow} />
          <Tool label={t('insertHeading')} icon="headingPlus" onClick={() => void insertHeading()} />
          <Tool label={t('addScenario')} icon="columnPlus" onClick={() => void addScenarioBelow()} />
          <span className={classes.rule} />
          <Tool label={t('traceReferences')} icon="trace" isOn={isTracing} onClick={toggleTrace} />
          <Tool label={t('showNames')} icon="names" isOn={showsNames} onClick={toggleNames} />
        </>
      )}
      {view !== 'reconciliation' && (
        <Tool label={t('compactNumbers')} icon="compact" isOn={isCompact} onClick={toggleCompact} />
      )}
      <span className={classes.space} />
      <SegmentedControl
        aria-label={t('view')}
        value={view}
        onChange={(value) => showView(value as SheetView)}
        data={[
          { value: 'grid', label: t('gridView') },
          { value: 'comparison', label: t('comparison') },
          { value: 'reconciliation', label: t('reconciliation') },
        ]}
      />
      <ExportButton />
      <Tool label={t('panel')} icon="panel" isOn={isPanelOpen} onClick={togglePanel} />
    </div>
  );
}

function Title() {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const language = useLanguage();
  const title = useSheetStore(({ data }) => data?.sheet.title);
  if (title === undefined) return null;
  return (
    <h1 className={classes.title}>
      <InlineEdit
        label={t('sheetTitle')}
        value={localText(title)}
        onCommit={(text) => renameSheet(title, text, language)}
      />
    </h1>
  );
}

/** Some of what the sheet shows is computed from made-up numbers. */
function MadeUpMark() {
  const t = useTexts(sheetTexts);
  const isMadeUp = useSheetStore(({ data, version }) => version >= 0 && (data?.demonstration.size ?? 0) > 0);
  return isMadeUp && <DemonstrationMark title={t('holdsDemonstration')} />;
}

function UndoButtons() {
  const t = useTexts(sheetTexts);
  const messageText = useMessageText();
  // The cells of an edit are drawn first.
  const undoable = useDeferredValue(useSheetStore(({ data }) => data?.state.undo ?? null));
  const redoable = useDeferredValue(useSheetStore(({ data }) => data?.state.redo ?? null));
  const undoLabel = undoable === null ? t('undo') : t('undoOf', { edit: messageText(undoable.label) });
  const redoLabel = redoable === null ? t('redo') : t('redoOf', { edit: messageText(redoable.label) });
  return (
    <>
      <Tool
        label={undoLabel}
        shortcut={modKey('Z')}
        icon="undo"
        isDisabled={undoable === null}
        onClick={() => void attempt(undo())}
      />
      <Tool
        label={redoLabel}
        shortcut={modKey('Y')}
        icon="redo"
        isDisabled={redoable === null}
        onClick={() => void attempt(redo())}
      />
    </>
  );
}

function ExportButton() {
  const t = useTexts(sheetTexts);
  const sheet = useSheetStore(({ data }) => data?.sheet);
  if (sheet === undefined) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="export" size={14} />}
      onClick={() => void exportSheet(sheet.id, sheet.title)}
    >
      {t('exportToExcel')}
    </Button>
  );
}

type ToolProps = {
  label: string;
  icon: IconName;
  shortcut?: string;
  isOn?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
};

function Tool({ label, icon, shortcut, isOn, isDisabled = false, onClick }: ToolProps): ReactNode {
  return (
    <Tooltip label={shortcut ? `${label} (${shortcut})` : label}>
      <ActionIcon
        className={classes.tool}
        aria-label={label}
        aria-pressed={isOn}
        disabled={isDisabled}
        onClick={() => {
          onClick();
          focusGrid();
        }}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
