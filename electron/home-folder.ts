/**
 * Where the user's data is: `--home DIR`, else PLUMBLINE_HOME, else the operating system's
 * application-data folder.
 */
import { resolve } from 'node:path';
import envPaths from 'env-paths';

export function homeFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = given || environment.PLUMBLINE_HOME;
  return chosen ? resolve(chosen) : envPaths('Plumbline', { suffix: '' }).data;
}
