/** What a note is about. */
import type { ReactNode } from 'react';
import { AboutObjects } from '../../notes/about-objects.tsx';
import { type Draft, editDraft } from '../../notes/note-drafts.ts';
import { notesTexts } from '../../notes/notes-texts.ts';
import { useTexts } from '../../texts.ts';
import classes from './notes-screen.module.css';

const MOST = 100;

/** `children` stand at the right. */
export function AboutRow({ draft: { noteId, about }, children }: { draft: Draft; children: ReactNode }) {
  const t = useTexts(notesTexts);
  return (
    <div className={classes.about}>
      <span className={classes.faint}>{t('about')}</span>
      <AboutObjects about={about} most={MOST} onChange={(next) => editDraft(noteId, { about: next })} />
      <span className={classes.space} />
      {children}
    </div>
  );
}
