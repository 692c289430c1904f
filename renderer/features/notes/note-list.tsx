/** All notes, the one changed last first; those with the words while there is something in the field; or the trash. */
import { ActionIcon, Button, Loader, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { NoteHead } from '../../../shared/notes.ts';
import { notesTexts } from '../../notes/notes-texts.ts';
import { useNoteAnswer } from '../../notes/use-note-answer.ts';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { NewNoteMenu } from './new-note-menu.tsx';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';
import { TrashBar } from './trash-bar.tsx';

/** Between two strokes of a fast typist. */
const PAUSE_MS = 60;
const HITS = 100;
const ROW_HEIGHT = 66;

type Row = { note: NoteHead; below: string };
type NoteListProps = {
  noteId: string;
  isInTrash: boolean;
  onShow: (address: { noteId: string; isInTrash: boolean }) => void;
};

export function NoteList({ noteId, isInTrash, onShow }: NoteListProps) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const listed = useNoteAnswer('listNotes', text === '' ? { isInTrash } : null);
  const searched = useNoteAnswer('searchNotes', text === '' ? null : { text, limit: HITS, isInTrash });
  const { failure, retry } = text === '' ? listed : searched;
  const rows: Row[] | undefined =
    text === ''
      ? listed.answer?.map((note) => ({ note, below: note.excerpt }))
      : searched.answer?.hits.map(({ note, snippet }) => ({ note, below: snippet || note.excerpt }));
  const total = text === '' ? rows?.length : searched.answer?.total;
  return (
    <section className={classes.list} aria-label={t('notes')}>
      <header className={classes.listHead}>
        <div className={classes.listTitle}>
          <h1 className={classes.title}>{t(isInTrash ? 'trash' : 'title')}</h1>
          {total !== undefined && (
            <span className={classes.faint} role="status">
              {t('counted', { count: total.toLocaleString('en-US') })}
            </span>
          )}
          <span className={classes.space} />
          <Tooltip label={t(isInTrash ? 'leaveTrash' : 'trash')}>
            <ActionIcon
              aria-label={t(isInTrash ? 'leaveTrash' : 'trash')}
              aria-pressed={isInTrash}
              onClick={() => onShow({ noteId: '', isInTrash: !isInTrash })}
            >
              <Icon name={isInTrash ? 'left' : 'trash'} />
            </ActionIcon>
          </Tooltip>
          {!isInTrash && <NewNoteMenu />}
        </div>
        <TextInput
          type="search"
          value={typed}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<Icon name="search" size={14} />}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
      </header>
      {isInTrash && rows !== undefined && <TrashBar notes={rows.map(({ note }) => note)} />}
      {failure !== null && (
        <div className={classes.listState} role="alert">
          <p>{failureText(failure)}</p>
          <Button variant="default" onClick={retry}>
            {n('retry')}
          </Button>
        </div>
      )}
      {failure === null && rows === undefined && (
        <div className={classes.listState} role="status" aria-label={t('notes')}>
          <Loader size="sm" />
        </div>
      )}
      {rows?.length === 0 && (
        <p className={classes.listState} role="status">
          {text !== '' ? t('nothingFound', { text }) : t(isInTrash ? 'trashEmpty' : 'nothingYet')}
        </p>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Rows rows={rows} text={text} shownId={noteId} onShow={(id) => onShow({ noteId: id, isInTrash })} />
      )}
    </section>
  );
}

type RowsProps = { rows: readonly Row[]; text: string; shownId: string; onShow: (noteId: string) => void };

function Rows({ rows, text, shownId, onShow }: RowsProps) {
  const t = useTexts(notesTexts);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index].note.id,
  });
  return (
    <div className={classes.rows} ref={scroll}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const { note, below } = rows[index];
          return (
            <button
              key={key}
              type="button"
              className={classes.row}
              data-list-item
              aria-pressed={note.id === shownId}
              style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
              onClick={() => onShow(note.id)}
            >
              <span className={classes.rowFirst}>
                <span className={classes.rowTitle}>
                  <MarkedText text={note.title || t('untitled')} query={text} />
                </span>
                <span className={classes.faint}>
                  <RelativeTime iso={note.deletedAt ?? note.updatedAt} />
                </span>
              </span>
              <span className={classes.rowBelow}>
                <MarkedText text={below} query={text} />
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
