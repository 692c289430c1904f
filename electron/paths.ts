/**
 * Where the program's own files are: the same whether it runs from source, from out/ or packaged.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above this module that holds package.json. */
function findProjectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}

/** The folder of package.json. */
export const projectFolder = findProjectFolder();

/** Reference facts and templates. */
export const dataFolder = join(projectFolder, 'data');

/** The built page; `npm run build` makes it. */
export const pageFolder = join(projectFolder, 'out', 'renderer');

export const preloadFile = join(projectFolder, 'out', 'preload', 'preload.cjs');
