/**
 * `import-bars FILE`: price bars from a vendor's file, by the mapping that is guessed, remembered from a file of the same
 * headings, or given. Prints what came of it.
 */
import { resolve } from 'node:path';
import { type BarImportOutcome, type BarMapping, barMappingSchema } from '../../shared/bar-import.ts';
import { AppError } from '../../shared/errors.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { type ImportOptions, modeOf, printOutcome, readMapping } from './import-options.ts';

export type ImportBarsOptions = ImportOptions & {
  adjustment?: Adjustment;
  security?: string;
  exchange?: BarMapping['exchange'];
  makeSecurities?: boolean;
};

const givenSchema = barMappingSchema.partial();

export async function importBarsCommand(
  options: CommandOptions,
  file: string,
  given: ImportBarsOptions,
): Promise<void> {
  const outcome = await withWorkbench(options, (call) => importFile(call, resolve(file), given, options));
  await printOutcome(outcome, given, options.language);
}

async function importFile(
  call: Call,
  path: string,
  given: ImportBarsOptions,
  { language }: CommandOptions,
): Promise<BarImportOutcome> {
  const guessed = (await call('previewBarImport', { path })).mapping;
  const mapping = withGiven(guessed, given);
  const { questions } = await call('previewBarImport', { path, mapping });
  // Nobody is there to be asked: codes that are no securities are bad rows.
  const question = questions.find(({ field }) => field !== 'makeSecurities');
  if (question !== undefined) throw new AppError('invalid-value', question.reason);
  const badRowsFile = given.badRows === undefined ? undefined : { path: resolve(given.badRows), language };
  return call('importBars', { path, mapping, mode: modeOf(given), jobId: 'import', badRowsFile });
}

/** What is left out of the file stays as it was guessed; what is said on the command line goes before both. */
function withGiven(guessed: BarMapping, given: ImportBarsOptions): BarMapping {
  const { adjustment, security, exchange, makeSecurities } = given;
  const said = given.mapping === undefined ? {} : readMapping(given.mapping, givenSchema);
  return {
    ...guessed,
    ...said,
    ...(adjustment !== undefined && { adjustment }),
    ...(security !== undefined && { security }),
    ...(exchange !== undefined && { exchange }),
    ...(makeSecurities === true && { makeSecurities }),
  };
}
