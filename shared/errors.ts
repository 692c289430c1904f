/**
 * Expected failures, and the envelope in which every call answers.
 *
 * Code in electron/ throws `AppError`; dispatch turns it into `{ ok: false, error }`. Anything else
 * that is thrown is a bug and arrives as `internal`. Calculation errors are not failures: they are
 * cell values (values.ts).
 */
import type { Message } from './messages.ts';

export const ERROR_CODES = [
  'unknown-method', // the contract has no such method
  'invalid-input', // the input does not fit the method's schema
  'not-found', // the thing named does not exist (any more)
  'formula-syntax', // a formula that cannot be parsed; details: { position, length }
  'invalid-name', // a line name that is malformed, reserved or taken
  'invalid-unit', // a unit that cannot be read; details: { position, length }
  'invalid-value', // a value that does not fit where it is put
  'edited-elsewhere', // what is saved was begun from a state that is not the latest; details: { revision }
  'invalid-file', // a file that is truncated, malformed or not what it should be
  'newer-version', // a file or a store written by a newer Plumbline
  'in-use', // another process holds the data folder
  'busy', // an import has been writing for so long that the call gave up; nothing was done
  'store-corrupt', // the store fails SQLite's own checks
  'vault-missing', // there is no vault yet
  'vault-exists', // there is one already
  'vault-locked', // what was asked for is private, and the vault is locked
  'wrong-passphrase', // or recovery key
  'weak-passphrase', // details: { guesses }
  'key-store', // the operating system's key store does not give the vault's key
  'vault-damaged', // bytes of the vault were changed by accident
  'vault-tampered', // bytes of the vault were changed, moved or put back by somebody
  'cannot-write', // a path or disk that does not take what is written
  'cancelled', // the user cancelled a job
  'internal', // a bug
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Record<string, string | number>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly said: Message;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, said: Message, details: ErrorDetails = {}) {
    super(`${code}: ${said.key} ${JSON.stringify(said.params)}`);
    this.name = 'AppError';
    this.code = code;
    this.said = said;
    this.details = details;
  }
}

/** What crosses the boundary of an AppError. */
export type Failure = { code: ErrorCode; message: Message; details: ErrorDetails };

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
