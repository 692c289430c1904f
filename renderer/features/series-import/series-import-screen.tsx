/**
 * Import of series from a vendor's file: left how the file is read, right its first rows with what each was
 * understood as, above them what must be answered and how the dry run over the whole file goes, below them
 * every row that cannot be taken; then one button.
 */
import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import type { SeriesMapping } from '../../../shared/series-import.ts';
import { SERIES_ENDINGS, useSeriesFile } from '../../charts/open-series-import.ts';
import { BadRowTable } from '../../imports/bad-row-table.tsx';
import classes from '../../imports/import.module.css';
import { ImportHead } from '../../imports/import-head.tsx';
import { outcomeOf } from '../../imports/import-session.ts';
import { Handing, Unreadable } from '../../imports/import-states.tsx';
import { RunBar } from '../../imports/run-bar.tsx';
import { failureText, showNotice } from '../../shell/notices.tsx';
import { type Route, replaceQuery } from '../../shell/routes.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { demonstrationWords } from '../../ui/demonstration-mark.tsx';
import { chooseFile, useFileDrop } from '../../ui/file-input.ts';
import { guessedAnew } from './mapping-changes.ts';
import { MappingPane } from './mapping-pane.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';
import { readInOrder, session, takeDemonstration, takeFile, useSeriesImport } from './series-import-store.ts';
import { seriesImportTexts } from './series-import-texts.ts';
import { SeriesImports } from './series-imports.tsx';
import { SeriesOutcome } from './series-outcome.tsx';
import { SeriesPreview } from './series-preview.tsx';
import { SeriesQuestions } from './series-questions.tsx';

/** One at a time: the file of a running import must stay where it is. */
function take(file: File): void {
  const { taking, chosen } = useSeriesImport.getState();
  if (taking?.state === 'running') showNotice(seriesImportTexts.busy, { file: chosen?.name ?? '' });
  else void takeFile(file);
}

export default function SeriesImportScreen({ route }: { route: Route & { screen: 'import-series' } }) {
  const t = useTexts(seriesImportTexts);
  const chosen = useSeriesImport((state) => state.chosen);
  const language = useLanguage();
  const preview = useSeriesImport((state) => state.preview);
  const failure = useSeriesImport((state) => state.failure);
  const taken = useSeriesImport(({ taking }) => outcomeOf(taking));
  const isImporting = useSeriesImport(({ taking }) => taking?.state === 'running');
  const waiting = useSeriesFile((state) => state.file);
  const wantsDemonstration = new URLSearchParams(route.query).has('demonstration');
  useFileDrop(useCallback(take, []));
  useEffect(() => {
    if (waiting === null) return;
    useSeriesFile.setState({ file: null });
    take(waiting);
  }, [waiting]);
  useEffect(() => {
    if (!wantsDemonstration) return;
    replaceQuery('');
    if (useSeriesImport.getState().taking?.state !== 'running') void takeDemonstration();
  }, [wantsDemonstration]);

  return (
    <div className={classes.screen}>
      <ImportHead
        title={t('title')}
        chosen={chosen && { ...chosen, name: chosen.name || demonstrationWords(language) }}
        endings={SERIES_ENDINGS}
        isImporting={isImporting}
        onChoose={take}
        onGuessAnew={preview?.isRemembered ? () => void session.readWith(guessedAnew(preview.mapping)) : undefined}
      />
      {chosen === null ? (
        <NoFile />
      ) : failure !== null && preview === null ? (
        <Unreadable session={session} failure={failure} />
      ) : taken !== null ? (
        <div className={classes.page}>
          <SeriesOutcome outcome={taken} file={chosen.name || demonstrationWords(language)} />
          {taken.badRowCount > 0 && <BadRowTable badRows={taken.badRows} count={taken.badRowCount} />}
          <SeriesImports />
        </div>
      ) : (
        <Reading />
      )}
    </div>
  );
}

function NoFile() {
  const t = useTexts(seriesImportTexts);
  return (
    <div className={classes.page}>
      <div className={classes.drop}>
        <p className={classes.dropTitle}>{t('dropHere')}</p>
        <p>{t('formHint')}</p>
        <p>{t('undoHint')}</p>
        <div className={classes.buttons}>
          <Button onClick={() => chooseFile(SERIES_ENDINGS, take)}>{t('chooseFile')}</Button>
          <Button variant="default" title={t('demonstrationHint')} onClick={() => void takeDemonstration()}>
            {t('demonstration')}
          </Button>
        </div>
      </div>
      <SeriesImports />
    </div>
  );
}

/** The file before it is taken: its rows, or the SEC's file, which has none to show. */
function Reading() {
  const t = useTexts(seriesImportTexts);
  const preview = useSeriesImport((state) => state.preview);
  const failure = useSeriesImport((state) => state.failure);
  const isAsking = useSeriesImport((state) => state.isAsking);
  const isTable = useSeriesImport(({ chosen }) => chosen?.kind === 'table');
  const found = useSeriesImport(({ dryRun }) => outcomeOf(dryRun));
  const isFixed = useSeriesImport(({ taking }) => taking?.state === 'running');
  if (preview === null && (isAsking || isTable)) return <Handing session={session} />;
  const read = (mapping: SeriesMapping) => {
    const isOrdered = mapping.dateOrder !== null && mapping.dateOrder !== preview?.mapping.dateOrder;
    void (isOrdered ? readInOrder(mapping) : session.readWith(mapping));
  };
  return (
    <div className={classes.split} aria-busy={isAsking}>
      {preview !== null && <MappingPane preview={preview} isFixed={isFixed} onChange={read} />}
      <div className={classes.main}>
        {failure !== null && (
          <p className={classes.problem} role="alert">
            {failureText(failure)}
          </p>
        )}
        <RunBar
          session={session}
          counts={(outcome) => <OutcomeCounts outcome={outcome} />}
          changedOf={({ restated }) => restated}
        />
        {preview === null ? (
          <p className={classes.about}>{t('companyFacts')}</p>
        ) : (
          <div className={classes.rows} inert={isFixed}>
            <SeriesQuestions preview={preview} onAnswer={read} />
            <SeriesPreview preview={preview} badRows={found?.badRows ?? preview.badRows} onMap={read} />
          </div>
        )}
        {found !== null && found.badRowCount > 0 && <BadRowTable badRows={found.badRows} count={found.badRowCount} />}
      </div>
    </div>
  );
}
