/**
 * Import of prices from a vendor's file: left how the file is read, right its first rows with what each was understood
 * as, above them what must be answered and how the dry run over the whole file goes, below them what cannot be taken
 * and what wants a look; then one button.
 */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useBarFile } from '../../bars/open-bar-import.ts';
import { BadRowTable } from '../../imports/bad-row-table.tsx';
import classes from '../../imports/import.module.css';
import { ImportHead } from '../../imports/import-head.tsx';
import { outcomeOf } from '../../imports/import-session.ts';
import { Handing, Unreadable } from '../../imports/import-states.tsx';
import { RunBar } from '../../imports/run-bar.tsx';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { chooseFile, useFileDrop } from '../../ui/file-input.ts';
import { session, takeFile, useBarImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { BarImports } from './bar-imports.tsx';
import { BarOutcome } from './bar-outcome.tsx';
import { BarPreview } from './bar-preview.tsx';
import { BarQuestions } from './bar-questions.tsx';
import { guessedAnew } from './mapping-changes.ts';
import { MappingPane } from './mapping-pane.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';
import { WarningTable } from './warning-table.tsx';

const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xlsm';

/** What the screen before said of a file holds for the next one alone. */
function take(file: File): void {
  const { securityId } = useBarFile.getState();
  useBarFile.setState({ file: null, securityId: '' });
  takeFile(file, securityId);
}

export default function BarImportScreen() {
  const t = useTexts(barImportTexts);
  const chosen = useBarImport((state) => state.chosen);
  const preview = useBarImport((state) => state.preview);
  const failure = useBarImport((state) => state.failure);
  const taken = useBarImport(({ taking }) => outcomeOf(taking));
  const isImporting = useBarImport(({ taking }) => taking?.state === 'running');
  const waiting = useBarFile((state) => state.file);
  useFileDrop(take);
  useEffect(() => {
    if (waiting !== null) take(waiting);
  }, [waiting]);

  return (
    <div className={classes.screen}>
      <ImportHead
        title={t('title')}
        chosen={chosen}
        endings={ENDINGS}
        isImporting={isImporting}
        onChoose={take}
        onGuessAnew={preview?.isRemembered ? () => void session.readWith(guessedAnew(preview.mapping)) : undefined}
      />
      {chosen === null ? (
        <div className={classes.page}>
          <div className={classes.drop}>
            <p className={classes.dropTitle}>{t('dropHere')}</p>
            <p>{t('formHint')}</p>
            <p>{t('undoHint')}</p>
            <div className={classes.buttons}>
              <Button onClick={() => chooseFile(ENDINGS, take)}>{t('chooseFile')}</Button>
            </div>
          </div>
          <BarImports />
        </div>
      ) : failure !== null && preview === null ? (
        <Unreadable session={session} failure={failure} />
      ) : taken !== null ? (
        <div className={classes.page}>
          <BarOutcome outcome={taken} file={chosen.name} />
          {taken.badRowCount > 0 && <BadRowTable badRows={taken.badRows} count={taken.badRowCount} />}
          {taken.warningCount > 0 && <WarningTable warnings={taken.warnings} count={taken.warningCount} />}
          <BarImports />
        </div>
      ) : (
        <Reading />
      )}
    </div>
  );
}

/** The file before it is taken. */
function Reading() {
  const preview = useBarImport((state) => state.preview);
  const failure = useBarImport((state) => state.failure);
  const isAsking = useBarImport((state) => state.isAsking);
  const found = useBarImport(({ dryRun }) => outcomeOf(dryRun));
  const isFixed = useBarImport(({ taking }) => taking?.state === 'running');
  if (preview === null) return <Handing session={session} />;
  const read = (mapping: typeof preview.mapping) => void session.readWith(mapping);
  const warnings = found ?? { warnings: preview.warnings, warningCount: preview.warnings.length };
  return (
    <div className={classes.split} aria-busy={isAsking}>
      <MappingPane preview={preview} isFixed={isFixed} onChange={read} />
      <div className={classes.main}>
        {failure !== null && (
          <p className={classes.problem} role="alert">
            {failureText(failure)}
          </p>
        )}
        <RunBar
          session={session}
          counts={(outcome) => <OutcomeCounts outcome={outcome} />}
          changedOf={({ changed }) => changed}
        />
        <div className={classes.rows} inert={isFixed}>
          <BarQuestions preview={preview} onAnswer={read} />
          <BarPreview preview={preview} badRows={found?.badRows ?? preview.badRows} onMap={read} />
        </div>
        {found !== null && found.badRowCount > 0 && <BadRowTable badRows={found.badRows} count={found.badRowCount} />}
        {warnings.warningCount > 0 && (
          <WarningTable
            warnings={warnings.warnings}
            count={warnings.warningCount}
            readRows={found === null ? preview.readRows : undefined}
          />
        )}
      </div>
    </div>
  );
}
