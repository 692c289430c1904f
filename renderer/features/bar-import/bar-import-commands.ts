/** What can be done by name on every screen: prices in from a vendor's file. */
import { useMemo } from 'react';
import { openBarImport } from '../../bars/open-bar-import.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { barImportTexts } from './bar-import-texts.ts';

export function BarImportCommands() {
  const commands = useMemo<Command[]>(
    () => [{ id: 'bars.import', label: barImportTexts.title, run: () => openBarImport(null) }],
    [],
  );
  useCommands(commands);
  return null;
}
