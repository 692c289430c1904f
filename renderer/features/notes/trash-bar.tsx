/** What can be done with the notes in the trash, all at once. */
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { NoteHead } from '../../../shared/notes.ts';
import { call } from '../../api.ts';
import { dropDraft } from '../../notes/note-drafts.ts';
import { showFailure } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

export function TrashBar({ notes }: { notes: readonly NoteHead[] }) {
  const t = useTexts(screenTexts);
  const [isAsking, setAsking] = useState(false);
  if (notes.length === 0) return null;
  const purge = async () => {
    setAsking(false);
    const noteIds = notes.map(({ id }) => id);
    try {
      await call('purgeNotes', { noteIds });
      for (const noteId of noteIds) dropDraft(noteId);
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <div className={classes.trashBar}>
      <Button variant="subtle" color="red" size="compact-xs" onClick={() => setAsking(true)}>
        {t('emptyTrash')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('emptyTrash')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <p>{t('emptyTrashWhy', { count: notes.length })}</p>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={() => void purge()}>
            {t('deleteForGood')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
