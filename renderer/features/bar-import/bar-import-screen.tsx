/**
 * Import of prices from a vendor's file: left how the file is read, right its first rows with what each was understood
 * as, above them what must be answered and how the dry run over the whole file goes, below them what cannot be taken
 * and what wants a look; then one button.
 */
import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { useBarFile } from '../../bars/open-bar-import.ts';
import { BadRowTable } from '../../imports/bad-row-table.tsx';
import { sizeOf } from '../../imports/file-size.ts';
import classes from '../../imports/import.module.css';
import { outcomeOf } from '../../imports/import-session.ts';
import { RunBar } from '../../imports/run-bar.tsx';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { chooseFile, useFileDrop } from '../../ui/file-input.ts';
import { Icon } from '../../ui/icon.tsx';
import { session, takeFile, useBarImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { BarImports } from './bar-imports.tsx';
import { guessedAnew } from './mapping-changes.ts';
import { MappingPane } from './mapping-pane.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';
import { OutcomePane } from './outcome-pane.tsx';
import { PreviewTable } from './preview-table.tsx';
import { QuestionList } from './question-list.tsx';
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
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        {chosen !== null && (
          <span className={classes.file} title={chosen.name}>
            {chosen.name} <span className={classes.faint}>{sizeOf(chosen.byteCount)}</span>
          </span>
        )}
        {chosen !== null && !isImporting && (
          <Button
            variant="default"
            leftSection={<Icon name="import" size={14} />}
            onClick={() => chooseFile(ENDINGS, take)}
          >
            {t('otherFile')}
          </Button>
        )}
        {preview?.isRemembered && (
          <span className={classes.remembered}>
            {t('remembered')}
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => void session.readWith(guessedAnew(preview.mapping))}
            >
              {t('guessAnew')}
            </Button>
          </span>
        )}
      </header>
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
        <div className={classes.state} role="alert">
          <p>{failureText(failure)}</p>
          <div className={classes.buttons}>
            <Button onClick={() => void session.readAgain()}>{t('retry')}</Button>
            <Button variant="default" onClick={() => session.startOver()}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : taken !== null ? (
        <div className={classes.page}>
          <OutcomePane outcome={taken} file={chosen.name} />
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
  const t = useTexts(barImportTexts);
  const preview = useBarImport((state) => state.preview);
  const failure = useBarImport((state) => state.failure);
  const isAsking = useBarImport((state) => state.isAsking);
  const found = useBarImport(({ dryRun }) => outcomeOf(dryRun));
  const isFixed = useBarImport(({ taking }) => taking?.state === 'running');
  if (preview === null) {
    return (
      <div className={classes.state} role="status" aria-label={t('handing')}>
        <Loader size="sm" />
        <p>{t('handing')}</p>
        <Button variant="default" onClick={() => session.startOver()}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
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
          <QuestionList preview={preview} onAnswer={read} />
          <PreviewTable preview={preview} badRows={found?.badRows ?? preview.badRows} onMap={read} />
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
