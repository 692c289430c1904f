/** Notes from anywhere: begun and opened by name in the palette. */
import { useMemo } from 'react';
import { startNote } from '../../notes/new-note.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { usePreferences } from '../../shell/preferences.ts';
import { goTo } from '../../shell/routes.ts';
import { TEMPLATES, templateText } from './note-templates.ts';
import { screenTexts } from './screen-texts.ts';

export function NotesCommands() {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'notes.open', label: screenTexts.openNotes, run: () => goTo({ screen: 'notes' }) },
      { id: 'notes.new', label: screenTexts.newNote, shortcut: 'Alt+N', run: () => startNote() },
      ...TEMPLATES.map((name) => {
        const { zh, en } = screenTexts[`template-${name}`];
        return {
          id: `notes.new.${name}`,
          label: { zh: `新建笔记：${zh}`, en: `New note: ${en.toLowerCase()}` },
          run: () => startNote([], templateText(name, usePreferences.getState().language)),
        };
      }),
    ],
    [],
  );
  useCommands(commands);
  return null;
}
