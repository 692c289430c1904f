/** What can be done by name on every screen: facts in from a file, and all of them out. */
import { useMemo } from 'react';
import { openImport } from '../../facts/open-import.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { exportFacts } from '../../shell/jobs.ts';
import { importTexts } from './import-texts.ts';

export function ImportCommands() {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'facts.import', label: importTexts.title, run: () => openImport(null) },
      { id: 'facts.exportCsv', label: importTexts.exportCsv, run: () => void exportFacts({}, 'csv') },
      { id: 'facts.exportXlsx', label: importTexts.exportXlsx, run: () => void exportFacts({}, 'xlsx') },
    ],
    [],
  );
  useCommands(commands);
  return null;
}
