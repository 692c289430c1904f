/** A button that opens the notes about what a screen shows: a source, or each of the series of a chart. */
import { Button, Popover } from '@mantine/core';
import { memo, useState } from 'react';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './notes.module.css';
import { NotesSection } from './notes-section.tsx';
import { notesTexts } from './notes-texts.ts';
import { useNoteAnswer } from './use-note-answer.ts';

/** More sections than anybody reads. */
const SHOWN_AT_MOST = 12;

type NotesButtonProps = {
  /** Memoised. */
  objectRefs: readonly string[];
};

export const NotesButton = memo(function NotesButton({ objectRefs }: NotesButtonProps) {
  const t = useTexts(notesTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Icon name="notes" size={14} />}
          title={t('title')}
          aria-haspopup="dialog"
          disabled={objectRefs.length === 0}
          onClick={() => setOpen(!isOpen)}
        >
          {t('title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('privateNotes')} className={classes.popover}>
        {isOpen && <NotesOfEach objectRefs={objectRefs.slice(0, SHOWN_AT_MOST)} />}
      </Popover.Dropdown>
    </Popover>
  );
});

function NotesOfEach({ objectRefs }: { objectRefs: readonly string[] }) {
  const local = useLocalText();
  const { answer } = useNoteAnswer('describeObjects', objectRefs.length > 1 ? { refs: [...objectRefs] } : null);
  const titleOf = (ref: string) => local(answer?.find((object) => object.ref === ref)?.title ?? { zh: ref, en: ref });
  return objectRefs.map((ref) => (
    <section key={ref}>
      {objectRefs.length > 1 && <h3 className={classes.subheading}>{titleOf(ref)}</h3>}
      <NotesSection objectRef={ref} />
    </section>
  ));
}
