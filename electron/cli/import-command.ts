/**
 * `import FILE`: series from a vendor's file, or a companyfacts file of the SEC, by the mapping that is guessed,
 * remembered from a file of the same headings, or given. Prints what came of it.
 */
import { resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type ImportOutcome, type SeriesMapping, seriesMappingSchema } from '../../shared/series-import.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { type ImportOptions, modeOf, printOutcome, readMapping } from './import-options.ts';

/** What is left out of the file stays as it was guessed. */
const givenSchema = seriesMappingSchema.partial();

export async function importCommand(options: CommandOptions, file: string, given: ImportOptions): Promise<void> {
  const path = resolve(file);
  const outcome = await withWorkbench(options, (call) =>
    /\.json$/i.test(path) ? importFacts(call, path, given) : importTable(call, path, given, options),
  );
  await printOutcome(outcome, given, options.language);
}

function importFacts(call: Call, path: string, { dryRun }: ImportOptions): Promise<ImportOutcome> {
  return call('importCompanyFacts', { path, mode: dryRun === true ? 'dry-run' : 'all-or-nothing', jobId: 'import' });
}

async function importTable(
  call: Call,
  path: string,
  given: ImportOptions,
  { language }: CommandOptions,
): Promise<ImportOutcome> {
  const guessed = (await call('previewSeriesImport', { path })).mapping;
  const { mapping, questions } = await call('previewSeriesImport', {
    path,
    mapping: withGiven(guessed, given.mapping),
  });
  const [question] = questions;
  if (question !== undefined) throw new AppError('invalid-value', question.reason);
  const badRowsFile = given.badRows === undefined ? undefined : { path: resolve(given.badRows), language };
  return call('importSeries', { path, mapping, mode: modeOf(given), jobId: 'import', badRowsFile });
}

function withGiven(guessed: SeriesMapping, file: string | undefined): SeriesMapping {
  if (file === undefined) return guessed;
  const given = readMapping(file, givenSchema);
  return { ...guessed, ...given, constants: { ...guessed.constants, ...given.constants } };
}
