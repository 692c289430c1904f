/** Calls of the workbench by commands: it is opened for one command and closed after it, whatever happens. */
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import { openWorkbench } from '../workbench.ts';
import { unwrap } from './output.ts';

export type CommandOptions = { home: string; dataFolder: string; language: Language };

/** Throws the AppError with which a call is refused. */
export type Call = {
  <M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  (method: string, input: unknown): Promise<unknown>;
};

export async function withWorkbench<T>(
  { home, dataFolder }: CommandOptions,
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const host = { kind: 'command-line' as const, log: (line: string) => console.error(line) };
  const workbench = openWorkbench({ home, dataFolder, host });
  const call = async (method: string, input: unknown) =>
    unwrap(await workbench.dispatch(method, input, 'command-line'));
  try {
    // What a method answers is typed by the contract.
    return await work(call as Call);
  } finally {
    workbench.close();
  }
}
