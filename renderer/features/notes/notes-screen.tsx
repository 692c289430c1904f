/** Private notes: the list with its search at the left, the note that is read or written beside it. */
import { useRef } from 'react';
import { type Route, replaceQuery } from '../../shell/routes.ts';
import { useListKeys } from '../../ui/list-keys.ts';
import { VaultGate } from '../../vault/vault-gate.tsx';
import { NoteList } from './note-list.tsx';
import { NotePane } from './note-pane.tsx';
import { readAddress, writeAddress } from './notes-address.ts';
import classes from './notes-screen.module.css';
import { NothingChosen } from './nothing-chosen.tsx';
import { useNoteKeys } from './use-note-keys.ts';

export default function NotesScreen({ route }: { route: Route & { screen: 'notes' } }) {
  return (
    <VaultGate>
      <Notes query={route.query} />
    </VaultGate>
  );
}

function Notes({ query }: { query?: string }) {
  const { noteId, isInTrash } = readAddress(query);
  const screen = useRef<HTMLDivElement>(null);
  useListKeys(screen);
  useNoteKeys();
  const show = (address: { noteId: string; isInTrash: boolean }) => replaceQuery(writeAddress(address));
  return (
    <div className={classes.screen} ref={screen}>
      <NoteList noteId={noteId} isInTrash={isInTrash} onShow={show} />
      {noteId === '' ? (
        <NothingChosen />
      ) : (
        <NotePane key={noteId} noteId={noteId} onGone={() => show({ noteId: '', isInTrash })} />
      )}
    </div>
  );
}
