/** What the command line prints: answers as JSON on standard output, failures as one line on standard error. */
import { once } from 'node:events';
import { AppError, type Failure, type Result } from '../../shared/errors.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { type CalcError, type CellValue, isCalcError } from '../../shared/values.ts';

/** Writes one line of JSON. */
export async function printJson(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value)}\n`);
}

/** Writes to standard output; waits where the reader is slower than the writer. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export function printFailure(error: unknown, language: Language): void {
  if (error instanceof AppError) {
    console.error(formatMessage(error.said, language).replace(/\s*\n\s*/g, ' '));
    return;
  }
  console.error(formatMessage(message('host.internal'), language));
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** The value of a result; its failure is thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.message, result.error.details);
}

export function failureJson({ code, message: said, details }: Failure, language: Language) {
  return { code, message: formatMessage(said, language), ...details };
}

/** `{ value, unit }`, and of an error value what it says. */
export function answerJson({ value, unit }: { value: CellValue; unit: string }, language: Language) {
  if (!isCalcError(value)) return { value, unit };
  return { value: value.error, unit, error: errorJson(value, language) };
}

export function errorJson({ error, message: said }: CalcError, language: Language) {
  return { code: error, message: formatMessage(said, language) };
}
