/** The results of a search by kind; arrows walk through them, Enter opens. */
import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Hit } from '../../../shared/fact-methods.ts';
import type { NoteHit } from '../../../shared/note-methods.ts';
import { FactFigure } from '../../facts/fact-figure.tsx';
import { FactMarks, marksOf } from '../../facts/fact-marks.tsx';
import { useOpenFactId } from '../../facts/open-fact.ts';
import { fullPlaceText } from '../../facts/place-text.ts';
import { showNote } from '../../notes/new-note.ts';
import { notesTexts } from '../../notes/notes-texts.ts';
import { failureText } from '../../shell/notices.tsx';
import { useLocalText, useSettingText, useTexts } from '../../texts.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import type { Answer } from '../../use-answer.ts';
import { openHit } from './open-hit.ts';
import classes from './search.module.css';
import { searchTexts } from './search-texts.ts';

type HitListProps = {
  text: string;
  found: Answer<'search'>;
  notes: readonly NoteHit[];
  onExample: (text: string) => void;
};

const KINDS = ['security', 'entity', 'exhibit', 'source', 'list', 'group', 'sheet', 'fact'] as const;
const EXAMPLES = ['GPT-4o MMLU', '文心一言', '降价', '图表14', '资本开支', '金山办公'];

export function HitList({ text, found, notes, onExample }: HitListProps) {
  const t = useTexts(searchTexts);
  const { answer, failure, retry } = found;
  if (text.trim() === '') return <Introduction onExample={onExample} />;
  if (failure !== null) {
    return (
      <div className={classes.state} role="alert">
        <p>{failureText(failure)}</p>
        <Button variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (answer === undefined) {
    return (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  const count = answer.hits.length + notes.length;
  if (count === 0) {
    return (
      <div className={classes.state} role="status">
        <p>{t('nothing', { text: text.trim() })}</p>
        <p className={classes.faint}>{t('nothingHint')}</p>
      </div>
    );
  }
  const groups = KINDS.map((kind) => ({ kind, hits: answer.hits.filter((hit) => hit.kind === kind) }));
  return (
    <>
      <p className={classes.count} role="status">
        {t('counted', { count: answer.isComplete ? count : `${count}+` })}
        {!answer.isComplete && <span className={classes.faint}> {t('more')}</span>}
      </p>
      {notes.length > 0 && <NoteHits text={text} notes={notes} />}
      {groups.map(({ kind, hits }) =>
        hits.length === 0 ? null : (
          <section key={kind} aria-label={t(`kind-${kind}`)}>
            <h2 className={classes.kind}>
              {t(`kind-${kind}`)} <span className={classes.faint}>{hits.length}</span>
            </h2>
            {hits.map((hit) => (
              <HitButton key={hit.id} hit={hit} text={text} />
            ))}
          </section>
        ),
      )}
    </>
  );
}

function HitButton({ hit, text }: { hit: Hit; text: string }) {
  const local = useLocalText();
  const settingText = useSettingText();
  const isOpen = useOpenFactId() === hit.id;
  const { title, detail, fact } = hit;
  const aside: ReactNode = fact && (
    <span className={classes.figure}>
      <FactMarks marks={marksOf(fact)} /> <FactFigure fact={fact} compact />
    </span>
  );
  const below = fact
    ? [fact.date, settingText(fact.setting), fullPlaceText(fact), fact.wording].filter(Boolean).join(' · ')
    : local(detail);
  return (
    <button
      type="button"
      className={classes.hit}
      data-list-item
      aria-pressed={isOpen || undefined}
      onClick={() => openHit(hit)}
    >
      <span className={classes.first}>
        <span className={classes.name} title={local(title)}>
          <MarkedText text={local(title) || hit.id} query={text} />
        </span>
        {aside}
      </span>
      {below !== '' && (
        <span className={classes.detail} title={below}>
          <MarkedText text={below} query={text} />
        </span>
      )}
    </button>
  );
}

function NoteHits({ text, notes }: { text: string; notes: readonly NoteHit[] }) {
  const n = useTexts(notesTexts);
  return (
    <section aria-label={n('title')}>
      <h2 className={classes.kind}>
        {n('title')} <span className={classes.faint}>{notes.length}</span>
      </h2>
      {notes.map(({ note, snippet }) => (
        <button key={note.id} type="button" className={classes.hit} data-list-item onClick={() => showNote(note.id)}>
          <span className={classes.first}>
            <span className={classes.name}>
              <MarkedText text={note.title || n('untitled')} query={text} />
            </span>
          </span>
          <span className={classes.detail}>
            <MarkedText text={snippet || note.excerpt} query={text} />
          </span>
        </button>
      ))}
    </section>
  );
}

function Introduction({ onExample }: { onExample: (text: string) => void }) {
  const t = useTexts(searchTexts);
  return (
    <div className={classes.introduction}>
      <p>{t('hint')}</p>
      <p className={classes.faint}>{t('keys')}</p>
      <h2 className={classes.kind}>{t('examples')}</h2>
      {EXAMPLES.map((example) => (
        <button key={example} type="button" className={classes.hit} data-list-item onClick={() => onExample(example)}>
          {example}
        </button>
      ))}
    </div>
  );
}
