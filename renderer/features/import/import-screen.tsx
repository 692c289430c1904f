/**
 * Import of facts: a file and its source at the top, below it the file's rows as they would be taken, with
 * what each column means in the headings and errors marked in their cells; then one button.
 */
import { Button, Checkbox, Loader, SegmentedControl, Select } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ImportPreview } from '../../../shared/fact-file-methods.ts';
import { call } from '../../api.ts';
import { undoFacts } from '../../facts/fact-commands.ts';
import { editFacts } from '../../facts/facts-store.ts';
import { chooseFactFile, useFactFile } from '../../facts/open-import.ts';
import shared from '../../imports/import.module.css';
import { showFailure, showUndoable } from '../../shell/notices.tsx';
import { goTo, type Route } from '../../shell/routes.ts';
import { useLanguage, useMessageText, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { useFileDrop } from '../../ui/file-input.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorList } from './error-list.tsx';
import classes from './import.module.css';
import { type ChosenFile, type Reading, useImportPreview } from './import-preview.ts';
import { importTexts } from './import-texts.ts';
import { PreviewTable } from './preview-table.tsx';
import { SourceChoice } from './source-choice.tsx';

const takeFile = (file: File) => useFactFile.setState({ file });

export default function ImportScreen({ route }: { route: Route & { screen: 'import' } }) {
  const t = useTexts(importTexts);
  const file = useFactFile((state) => state.file);
  const [sourceId, setSourceId] = useState(() => new URLSearchParams(route.query).get('source') ?? '');
  useFileDrop(useCallback(takeFile, []));
  const { preview, failure, chosen, isAsking, ask } = useImportPreview(file, sourceId);
  return (
    <div className={shared.screen}>
      <header className={shared.bar}>
        <h1 className={shared.title}>{t('title')}</h1>
        {file !== null && <span className={shared.file}>{file.name}</span>}
        <Button
          variant="default"
          leftSection={<Icon name="import" size={14} />}
          onClick={() => chooseFactFile(takeFile)}
        >
          {t(file === null ? 'chooseFile' : 'otherFile')}
        </Button>
        <SourceChoice sourceId={sourceId} suggestedTitle={stemOf(file?.name ?? '')} onChange={setSourceId} />
      </header>
      {file === null ? (
        <NoFile />
      ) : sourceId === '' ? (
        <div className={shared.state}>{t('sourceFirst')}</div>
      ) : failure !== null ? (
        <Failed className={shared.state} failure={failure} onRetry={() => void ask({})} />
      ) : preview === null || chosen === null ? (
        <div className={shared.state} role="status" aria-label={t('reading')}>
          <Loader size="sm" />
        </div>
      ) : (
        <Preview
          preview={preview}
          chosen={chosen}
          sourceId={sourceId}
          isAsking={isAsking}
          onRead={(reading) => void ask(reading)}
        />
      )}
    </div>
  );
}

function NoFile() {
  const t = useTexts(importTexts);
  return (
    <div className={classes.drop}>
      <p className={shared.dropTitle}>{t('dropHere')}</p>
      <p>{t('formHint')}</p>
      <p>{t('undoHint')}</p>
      <Button onClick={() => chooseFactFile(takeFile)}>{t('chooseFile')}</Button>
    </div>
  );
}

type PreviewProps = {
  preview: ImportPreview;
  chosen: ChosenFile;
  sourceId: string;
  isAsking: boolean;
  onRead: (reading: Reading) => void;
};

function Preview({ preview, chosen, sourceId, isAsking, onRead }: PreviewProps) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const [onlyBad, setOnlyBad] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const { sheet, sheets, layout, mapping, counts, problem } = preview;
  const takes = counts.added + counts.changed;

  const importFacts = async () => {
    setImporting(true);
    try {
      const order = { ...chosen, sheet: sheet || undefined, sourceId, mapping, skipBadRows: counts.badRows > 0 };
      const { added, changed } = await editFacts(call('importFacts', order));
      showUndoable(importTexts.imported, { file: chosen.fileName, added, changed }, () => void undoFacts());
      useFactFile.setState({ file: null });
      goTo({ screen: 'search', query: new URLSearchParams({ source: sourceId, state: 'own' }).toString() });
    } catch (failure) {
      showFailure(failure);
    } finally {
      setImporting(false);
    }
  };
  return (
    <>
      <div className={classes.tools}>
        {sheets.length > 1 && (
          <Select
            aria-label={t('sheet')}
            data={sheets}
            value={sheet}
            onChange={(wanted) => wanted && onRead({ sheet: wanted })}
          />
        )}
        {preview.canBeMatrix && (
          <SegmentedControl
            aria-label={t('layout')}
            data={(['list', 'matrix'] as const).map((value) => ({ value, label: t(`layout-${value}`) }))}
            value={layout}
            onChange={(wanted) =>
              onRead({ sheet: sheet || undefined, layout: wanted === 'matrix' ? 'matrix' : 'list' })
            }
          />
        )}
        <Summary preview={preview} />
        <div className={shared.space} />
        {counts.badRows > 0 && (
          <Checkbox
            size="xs"
            label={t('onlyBad')}
            checked={onlyBad}
            onChange={(event) => setOnlyBad(event.currentTarget.checked)}
          />
        )}
        <Button
          disabled={takes === 0 || problem !== null || isAsking}
          loading={isImporting}
          onClick={() => void importFacts()}
        >
          {takes === 0
            ? t('nothing')
            : counts.badRows > 0
              ? t('importGood', { bad: counts.badRows.toLocaleString('en-US'), count: takes.toLocaleString('en-US') })
              : t('import', { count: takes.toLocaleString('en-US') })}
        </Button>
      </div>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {say(problem)}
        </p>
      )}
      <div className={classes.split} aria-busy={isAsking}>
        <PreviewTable
          preview={preview}
          onlyBad={onlyBad && counts.badRows > 0}
          onMap={(changed) => onRead({ sheet: sheet || undefined, mapping: changed })}
        />
        {preview.errorCount > 0 && <ErrorList preview={preview} />}
      </div>
    </>
  );
}

function Summary({ preview }: { preview: ImportPreview }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { counts, newNames, encoding, problem } = preview;
  if (problem !== null) return encoding === '' ? null : <span className={shared.faint}>{encoding}</span>;
  const number = (count: number) => ({ count: count.toLocaleString('en-US') });
  const separator = language === 'zh' ? '、' : ', ';
  const names = newNames.slice(0, 6).join(separator);
  return (
    <p className={shared.summary} role="status">
      <strong>{t('summary', number(counts.added + counts.changed))}</strong>
      {counts.changed > 0 && <span>{t('summaryChanged', number(counts.changed))}</span>}
      {counts.unchanged > 0 && <span>{t('summaryUnchanged', number(counts.unchanged))}</span>}
      {counts.badRows > 0 && <span className={shared.bad}>{t('summaryBad', number(counts.badRows))}</span>}
      {newNames.length > 0 && (
        <span className={shared.faint} title={newNames.join(separator)}>
          {t('newNames', {
            count: newNames.length >= 100 ? '100+' : newNames.length,
            names: newNames.length > 6 ? t('moreNames', { names }) : names,
          })}
        </span>
      )}
      {encoding !== '' && <span className={shared.faint}>{encoding}</span>}
    </p>
  );
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
}
