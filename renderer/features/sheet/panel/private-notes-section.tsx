/** The analyst's own notes about the selected cell and its line. */
import { objectRef } from '../../../../shared/object-ref.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { NotesSection } from '../../../notes/notes-section.tsx';
import { notesTexts } from '../../../notes/notes-texts.ts';
import { useTexts } from '../../../texts.ts';
import { Section } from '../../../ui/panel-section.tsx';

type PrivateNotesSectionProps = { sheetId: string; lineId: number; cell: CellAddress | null };

export function PrivateNotesSection({ sheetId, lineId, cell }: PrivateNotesSectionProps) {
  const n = useTexts(notesTexts);
  const line = objectRef('line', `${sheetId}/${lineId}`);
  return (
    <Section title={n('privateNotes')}>
      {cell === null ? (
        <NotesSection objectRef={line} />
      ) : (
        <NotesSection
          objectRef={objectRef('cell', `${sheetId}/${lineId}/${cell.scenarioId}/${cell.period}`)}
          within={line}
        />
      )}
    </Section>
  );
}
