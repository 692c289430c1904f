/**
 * The import of a vendor's file of series as it stands (renderer/imports/import-session.ts).
 *
 *     takeFile(file)        hands it to the workbench, reads its first rows and begins the dry run
 *     takeDemonstration()   the same with the made-up data that come with the program
 */
import type { ImportOutcome, SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { call, pathOf } from '../../api.ts';
import { ImportSession } from '../../imports/import-session.ts';
import { showNotice } from '../../shell/notices.tsx';
import { guessedAnew } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

/** `companyFacts` are the SEC's files, which need no mapping. */
export type ChosenFile = {
  name: string;
  byteCount: number;
  kind: 'table' | 'companyFacts';
  origin: SeriesMapping['origin'];
  isOwn: boolean;
};

export const session = new ImportSession<ChosenFile, SeriesMapping, SeriesImportPreview, ImportOutcome>({
  screen: 'import-series',
  preview: async (path, mapping, { kind, origin }) => {
    if (kind === 'companyFacts') return null;
    const answer = await call('previewSeriesImport', { path, mapping });
    return { ...answer, mapping: { ...answer.mapping, origin } };
  },
  start: ({ mode, ...order }, { kind }, preview) => {
    if (kind === 'companyFacts') {
      return call('importCompanyFacts', { ...order, mode: mode === 'dry-run' ? mode : 'all-or-nothing' });
    }
    if (preview === null) throw new Error('A table is imported by its mapping');
    return call('importSeries', { ...order, mode, mapping: preview.mapping });
  },
  tell: ({ added }, { name }) =>
    showNotice(seriesImportTexts.importedNotice, { file: name, count: added.toLocaleString('en-US') }),
});

export const useSeriesImport = session.use;

export function takeFile(file: File): Promise<void> {
  const kind = /\.json$/i.test(file.name) ? 'companyFacts' : 'table';
  const chosen: ChosenFile = { name: file.name, byteCount: file.size, kind, origin: 'own', isOwn: true };
  return session.take(chosen, (signal) => pathOf(file, signal));
}

/** Taken at once, for they are asked for by name. */
export async function takeDemonstration(): Promise<void> {
  const chosen: ChosenFile = { name: '', byteCount: 0, kind: 'table', origin: 'demonstration', isOwn: false };
  await session.take(chosen, async () => (await call('getDemonstration', {})).path);
  const { preview, dryRun } = useSeriesImport.getState();
  if (preview !== null && dryRun !== null) await session.importAll();
}

/** The order of dates, as the user says it is. The frequency follows: `08/01`, `09/01` are months or days. */
export function readInOrder(mapping: SeriesMapping): Promise<void> {
  return session.readWith(async (path) => {
    const { dateOrder } = mapping;
    const guessed = await call('previewSeriesImport', { path, mapping: guessedAnew(mapping, { dateOrder }) });
    return { ...mapping, grain: guessed.mapping.grain };
  });
}
