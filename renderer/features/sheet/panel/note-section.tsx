/** The note of a line or heading, in the language that the user reads. */
import { inLanguage } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { Section } from '../../../ui/panel-section.tsx';
import { updateLine } from '../sheet-actions.ts';
import { panelTexts } from './panel-texts.ts';

export function NoteSection({ line }: { line: Line }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  return (
    <Section title={t('note')}>
      <InlineEdit
        label={t('note')}
        value={inLanguage(line.note, language)}
        placeholder={t('addNote')}
        multiline
        onCommit={(text) => updateLine(line.id, { note: { ...line.note, [language]: text } })}
      />
    </Section>
  );
}
