/** Work that is given up after a while: a malformed file can keep a library busy for ever. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

/** A good file of the largest size takes a third of it. */
const LONGEST_SECONDS = 120;

/** Throws AppError 'invalid-file' where it took too long. */
export async function withinTime<T>(work: (options: { signal: AbortSignal }) => Promise<T>): Promise<T> {
  try {
    return await work({ signal: AbortSignal.timeout(LONGEST_SECONDS * 1000) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cancelled') throw error;
    throw new AppError('invalid-file', message('import.tooSlow', { seconds: LONGEST_SECONDS }));
  }
}
