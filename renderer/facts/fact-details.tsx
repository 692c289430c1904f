/** Everything that is known of a fact: its figure, where it was read, what disagrees with it, who uses it, how it changed. */
import { ActionIcon, Loader } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { FACT_DATA_TYPE } from '../../shared/line-of-fact.ts';
import { objectRef } from '../../shared/object-ref.ts';
import { settingIn } from '../../shared/setting-words.ts';
import { NotesSection } from '../notes/notes-section.tsx';
import { notesTexts } from '../notes/notes-texts.ts';
import { goTo } from '../shell/routes.ts';
import { useLanguage, useLocalText, useMessageText, useTexts } from '../texts.ts';
import { Failed } from '../ui/failed.tsx';
import { Icon } from '../ui/icon.tsx';
import { Properties, Property, Section } from '../ui/panel-section.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ConflictSection } from './conflict-section.tsx';
import { EditFact } from './edit-fact.tsx';
import { FactActions } from './fact-actions.tsx';
import { FactFigure } from './fact-figure.tsx';
import { FactMarks, marksOf } from './fact-marks.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { figureText } from './figure-text.ts';
import { openFact } from './open-fact.ts';
import { SourceSection } from './source-section.tsx';
import { useFactsAnswer } from './use-facts-answer.ts';

export type KnownFact = Output<'getFact'>;

type FactDetailsProps = { factId: string; among?: readonly string[] };

export function FactDetails({ factId, among = [] }: FactDetailsProps) {
  const t = useTexts(factTexts);
  const n = useTexts(notesTexts);
  const { answer, failure, retry } = useFactsAnswer('getFact', { factId });
  const [editing, setEditing] = useState<'not-yet' | 'now' | 'done'>('not-yet');
  if (failure !== null) {
    return <Failed className={classes.state} failure={failure} onRetry={retry} />;
  }
  if (answer === undefined) {
    return (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  if (editing === 'now') return <EditFact known={answer} onClose={() => setEditing('done')} />;
  return (
    <>
      {among.length > 1 && <Pager factId={factId} among={among} />}
      <FigureSection known={answer} />
      <Section label={t('actions')}>
        <FactActions known={answer} hasFocus={editing === 'done'} onEdit={() => setEditing('now')} />
      </Section>
      <SourceSection known={answer} />
      <CorrectionSection known={answer} />
      <ConflictSection known={answer} />
      <Section title={n('privateNotes')}>
        <NotesSection objectRef={objectRef('fact', factId)} />
      </Section>
      <UsesSection known={answer} />
      <HistorySection known={answer} />
    </>
  );
}

/** Leads on to the other facts of the same cell. */
function Pager({ factId, among }: { factId: string; among: readonly string[] }) {
  const t = useTexts(factTexts);
  const at = among.indexOf(factId);
  const go = (step: number) => openFact(among[(at + step + among.length) % among.length], among);
  return (
    <div className={classes.pager}>
      <span>{t('ofSameCell', { at: at + 1, count: among.length })}</span>
      <ActionIcon size={24} aria-label={t('previous')} title={t('previous')} onClick={() => go(-1)}>
        <Icon name="left" size={14} />
      </ActionIcon>
      <ActionIcon size={24} aria-label={t('next')} title={t('next')} onClick={() => go(1)}>
        <Icon name="right" size={14} />
      </ActionIcon>
    </div>
  );
}

function FigureSection({ known: { fact, subject, metric } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  const language = useLanguage();
  const note = local(fact.note);
  return (
    <Section label={t('figure')}>
      <p className={classes.subject}>{local(subject.name)}</p>
      <p className={classes.metric}>
        {[local(metric.name), settingIn(fact.setting, language)].filter(Boolean).join(' · ')}
      </p>
      <p
        className={classes.value}
        draggable
        title={t('dragHint')}
        onDragStart={({ dataTransfer }) => dataTransfer.setData(FACT_DATA_TYPE, fact.id)}
      >
        <FactFigure fact={fact} />
      </p>
      <FactMarks marks={marksOf(fact)} withWords />
      <Properties>
        {fact.unit !== '' && <Property name={t('unit')}>{fact.unit}</Property>}
        <Property name={t('date')}>{fact.date || <span className={classes.aside}>{t('noDate')}</span>}</Property>
        <Property name={t('confidence')}>{t(`confidence-${fact.confidence}`)}</Property>
        {note !== '' && <Property name={t('note')}>{note}</Property>}
        {fact.bundled !== null && (
          <Property name={t('asItCame')}>{figureText(fact.bundled, language) || t('sameFigure')}</Property>
        )}
      </Properties>
    </Section>
  );
}

function CorrectionSection({ known: { fact } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  const language = useLanguage();
  if (fact.correction === null) return null;
  return (
    <Section title={t('correction')}>
      <div className={classes.correction}>
        <del>{figureText(fact, language)}</del> → <b>{figureText({ ...fact, ...fact.correction }, language)}</b>
        <p className={classes.reason}>{local(fact.correction.reason)}</p>
      </div>
    </Section>
  );
}

function UsesSection({ known: { uses } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  if (uses.length === 0) return null;
  return (
    <Section title={t('uses')}>
      <ul className={classes.uses}>
        {uses.map(({ sheetId, sheetTitle, lineId, lineLabel }) => (
          <li key={`${sheetId} ${lineId}`}>
            <button type="button" className={classes.use} onClick={() => goTo({ screen: 'sheet', sheetId })}>
              {local(lineLabel)} <span className={classes.aside}>{local(sheetTitle)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HistorySection({ known: { edits } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const say = useMessageText();
  if (edits.length === 0) return null;
  return (
    <Section title={t('history')}>
      <ol>
        {edits.map(({ at, label, state }) => (
          <li key={`${at} ${label.key} ${state}`} className={classes.edit} data-state={state}>
            <span className={classes.editLabel}>{say(label)}</span>
            <span className={classes.aside}>
              <RelativeTime iso={at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
