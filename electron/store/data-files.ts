/** The files of one kind that come with the program, `readDataFiles(dataFolder, 'reports', '.json')`, in the order of their names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type DataFile = { name: string; text: string };

export function readDataFiles(dataFolder: string, kind: string, ending: '.json' | '.jsonl'): DataFile[] {
  const folder = join(dataFolder, kind);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
