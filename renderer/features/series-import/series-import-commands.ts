/** What can be done by name on every screen: series in from a vendor's file, and the made-up ones. */
import { useMemo } from 'react';
import { openSeriesImport } from '../../charts/open-series-import.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { seriesImportTexts } from './series-import-texts.ts';

export function SeriesImportCommands() {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'series.import', label: seriesImportTexts.title, run: () => openSeriesImport(null) },
      {
        id: 'series.demonstration',
        label: seriesImportTexts.demonstration,
        run: () => openSeriesImport(null, 'demonstration=1'),
      },
    ],
    [],
  );
  useCommands(commands);
  return null;
}
