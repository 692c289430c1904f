/** Former texts of a note: each compared with the text as it is now, and brought back. */
import { ActionIcon, Button, Loader } from '@mantine/core';
import { useMemo, useState } from 'react';
import { call } from '../../api.ts';
import { type Draft, draftOf, reloadDraft, saveDraft } from '../../notes/note-drafts.ts';
import { useNoteAnswer } from '../../notes/use-note-answer.ts';
import { failureText, showFailure, showNotice } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { compareTexts, type Difference } from './compare-texts.ts';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

type HistoryPaneProps = { draft: Draft; onClose: () => void };

export function HistoryPane({ draft, onClose }: HistoryPaneProps) {
  const t = useTexts(screenTexts);
  const { noteId, revision } = draft;
  const { answer, failure } = useNoteAnswer('listVersions', revision === 0 ? null : { noteId });
  const [chosen, setChosen] = useState('');
  const versions = answer ?? [];
  const versionId = versions.some(({ id }) => id === chosen) ? chosen : (versions[0]?.id ?? '');
  return (
    <aside className={classes.history} aria-label={t('history')}>
      <header className={classes.historyHead}>
        <h2 className={classes.title}>{t('history')}</h2>
        <ActionIcon size={24} aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </header>
      {failure !== null && <p role="alert">{failureText(failure)}</p>}
      {versions.length === 0 ? (
        <p className={classes.historyEmpty}>{t('noHistory')}</p>
      ) : (
        <>
          <div className={classes.versions}>
            {versions.map(({ id, at, length }) => (
              <button
                key={id}
                type="button"
                className={classes.version}
                aria-pressed={id === versionId}
                onClick={() => setChosen(id)}
              >
                <RelativeTime iso={at} />
                <span className={classes.faint}>{t('versionOf', { length: length.toLocaleString('en-US') })}</span>
              </button>
            ))}
          </div>
          <Comparison key={versionId} draft={draft} versionId={versionId} />
        </>
      )}
    </aside>
  );
}

function Comparison({ draft: { noteId, text, deletedAt }, versionId }: { draft: Draft; versionId: string }) {
  const t = useTexts(screenTexts);
  const { answer, failure } = useNoteAnswer('getVersion', { noteId, versionId });
  const parts = useMemo(() => (answer === undefined ? null : compareTexts(answer.text, text)), [answer, text]);
  const restore = async () => {
    await saveDraft(noteId);
    const revision = draftOf(noteId)?.revision ?? 0;
    await call('restoreVersion', { noteId, versionId, revision });
    await reloadDraft(noteId);
    showNotice(screenTexts.versionRestored);
  };
  if (failure !== null) return <p role="alert">{failureText(failure)}</p>;
  if (answer === undefined) return <Loader size="sm" className={classes.historyEmpty} />;
  return (
    <>
      <div className={classes.comparisonHead}>
        <span className={classes.faint} title={t('comparisonHint')}>
          {t('comparison')}
        </span>
        {deletedAt === null && (
          <Button size="compact-xs" variant="default" onClick={() => restore().catch(showFailure)}>
            {t('restoreVersion')}
          </Button>
        )}
      </div>
      <section className={classes.comparison} aria-label={t('comparison')}>
        {parts === null && (
          <>
            <p className={classes.faint}>{t('tooDifferent')}</p>
            {answer.text.slice(0, 20_000)}
          </>
        )}
        {parts?.every(({ is }) => is === 'same') && <p className={classes.faint}>{t('same')}</p>}
        {parts?.map((part) => (
          <Part key={part.at} part={part} isFirst={part.at === 0} isLast={part.at === parts.length - 1} />
        ))}
      </section>
    </>
  );
}

/** Lines around a change; what is far from any is left out. */
const AROUND = 3;

function Part({ part: { text, is }, isFirst, isLast }: { part: Difference; isFirst: boolean; isLast: boolean }) {
  const t = useTexts(screenTexts);
  if (is === 'added') return <ins className={classes.added}>{text}</ins>;
  if (is === 'removed') return <del className={classes.removed}>{text}</del>;
  const lines = text.split('\n');
  const before = isFirst ? [] : lines.slice(0, AROUND);
  const after = isLast ? [] : lines.slice(-AROUND);
  const left = lines.length - before.length - after.length;
  if (left < 2 * AROUND) return <span>{text}</span>;
  return (
    <>
      <span>{before.map((line) => `${line}\n`).join('')}</span>
      <span className={classes.leftOut}>{t('unchanged', { count: left })}</span>
      <span>{after.map((line) => `\n${line}`).join('')}</span>
    </>
  );
}
