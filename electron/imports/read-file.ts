/** A file of facts, from its bytes to drafts: what the job `read-facts` does. */
import { type FactTable, readFacts } from './read-facts.ts';
import { readTable } from './read-table.ts';

export type FactFile = FactTable & { encoding: string; sheet: string; sheets: string[] };

/** Throws AppError 'invalid-file' where the file as a whole cannot be read. */
export function readFactFile({
  bytes,
  sheet,
  ...options
}: { bytes: Uint8Array; sheet?: string } & Parameters<typeof readFacts>[1]): FactFile {
  const table = readTable(bytes, sheet);
  const { encoding, sheets } = table;
  return { ...readFacts(table, options), encoding, sheet: table.sheet, sheets };
}
