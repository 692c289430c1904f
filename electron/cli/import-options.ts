/** What the commands that import tables have in common: their options, the mapping in a file, and how the outcome is printed. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { BadRow, ImportMode } from '../../shared/import-file.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { parseJson } from './eval-command.ts';
import { printJson } from './output.ts';

export type ImportOptions = { mapping?: string; dryRun?: boolean; skipBadRows?: boolean; badRows?: string };

export function modeOf({ dryRun, skipBadRows }: ImportOptions): ImportMode {
  return dryRun === true ? 'dry-run' : skipBadRows === true ? 'skip-bad-rows' : 'all-or-nothing';
}

/** Throws AppError 'not-found' or 'invalid-input'. */
export function readMapping<Mapping>(file: string, schema: z.ZodType<Mapping>): Mapping {
  const parsed = schema.safeParse(parseJson(readText(file)));
  if (parsed.success) return parsed.data;
  const where = z.prettifyError(parsed.error).replace(/\s+/g, ' ');
  throw new AppError('invalid-input', message('import.badMapping', { file, where }));
}

/** Why a row is bad is said in words. Throws AppError 'invalid-value' where rows were bad and nobody said to leave them out. */
export async function printOutcome(
  outcome: { badRowCount: number; badRows: readonly BadRow[] },
  { dryRun, skipBadRows }: ImportOptions,
  language: Language,
): Promise<void> {
  const badRows = outcome.badRows.map((bad) => ({ ...bad, reason: formatMessage(bad.reason, language) }));
  await printJson({ ...outcome, badRows });
  if (outcome.badRowCount === 0 || dryRun === true || skipBadRows === true) return;
  const params = { count: outcome.badRowCount, row: outcome.badRows[0]?.row ?? 0 };
  throw new AppError('invalid-value', message('import.badRowsOfSeries', params));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path: file, reason }));
  }
}
