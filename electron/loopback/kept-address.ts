/**
 * Port and token of the last run, kept in `browser.json` of the data folder for the user's eyes
 * only: started again, the host comes back to the same address, and open tabs go on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keptAddressSchema = z.object({
  port: z.number().int().min(1).max(65_535),
  token: z.string().regex(/^[\w-]{43}$/),
});
export type KeptAddress = z.infer<typeof keptAddressSchema>;

/** Null for the first run or an unreadable file. */
export function readKeptAddress(home: string): KeptAddress | null {
  try {
    return keptAddressSchema.parse(JSON.parse(readFileSync(fileIn(home), 'utf8')));
  } catch {
    return null; // a new address will do
  }
}

export function keepAddress(home: string, address: KeptAddress): void {
  writeFileSync(fileIn(home), JSON.stringify(address), { mode: 0o600 });
}

function fileIn(home: string): string {
  return join(home, 'browser.json');
}
