/**
 * `import FILE`: series from a vendor's file, or a companyfacts file of the SEC, by the mapping that is guessed,
 * remembered from a file of the same headings, or given. Prints what came of it.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { type ImportOutcome, type SeriesMapping, seriesMappingSchema } from '../../shared/series-import.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { parseJson } from './eval-command.ts';
import { printJson } from './output.ts';

export type ImportOptions = { mapping?: string; dryRun?: boolean; skipBadRows?: boolean; badRows?: string };

/** What is left out of the file stays as it was guessed. */
const givenSchema = seriesMappingSchema.partial();

export async function importCommand(options: CommandOptions, file: string, given: ImportOptions): Promise<void> {
  const path = resolve(file);
  const outcome = await withWorkbench(options, (call) =>
    /\.json$/i.test(path) ? importFacts(call, path, given) : importTable(call, path, given, options),
  );
  await printJson(outcome);
  if (outcome.badRowCount === 0 || given.dryRun === true || given.skipBadRows === true) return;
  const params = { count: outcome.badRowCount, row: outcome.badRows[0]?.row ?? 0 };
  throw new AppError('invalid-value', message('import.badRowsOfSeries', params));
}

function importFacts(call: Call, path: string, { dryRun }: ImportOptions): Promise<ImportOutcome> {
  return call('importCompanyFacts', { path, mode: dryRun === true ? 'dry-run' : 'all-or-nothing', jobId: 'import' });
}

async function importTable(
  call: Call,
  path: string,
  { mapping: file, dryRun, skipBadRows, badRows }: ImportOptions,
  { language }: CommandOptions,
): Promise<ImportOutcome> {
  const guessed = (await call('previewSeriesImport', { path })).mapping;
  const { mapping, questions } = await call('previewSeriesImport', { path, mapping: withGiven(guessed, file) });
  const [question] = questions;
  if (question !== undefined) throw new AppError('invalid-value', question.reason);
  const mode = dryRun === true ? 'dry-run' : skipBadRows === true ? 'skip-bad-rows' : 'all-or-nothing';
  const badRowsFile = badRows === undefined ? undefined : { path: resolve(badRows), language };
  return call('importSeries', { path, mapping, mode, jobId: 'import', badRowsFile });
}

function withGiven(guessed: SeriesMapping, file: string | undefined): SeriesMapping {
  if (file === undefined) return guessed;
  const parsed = givenSchema.safeParse(parseJson(readText(file)));
  if (!parsed.success) {
    const where = z.prettifyError(parsed.error).replace(/\s+/g, ' ');
    throw new AppError('invalid-input', message('import.badMapping', { file, where }));
  }
  const constants = { ...guessed.constants, ...parsed.data.constants };
  return { ...guessed, ...parsed.data, constants };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path: file, reason }));
  }
}
