/** The program's log: `plumbline.log` in the data folder, and standard error. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 2 * 1024 * 1024;

/** Returns the function that logs a line. The folder is made with the first line, not before. */
export function openLog(home: string): (line: string) => void {
  const file = join(home, 'plumbline.log');
  return (line) => {
    console.error(line);
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
    } catch (error) {
      // A log that cannot be written must not stop the work that it tells of.
      console.error(String(error));
    }
  };
}
