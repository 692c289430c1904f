/**
 * `npm run -s plumbline -- …`: the built command line, built first where it is older than its sources.
 * From source it would start four times slower.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../paths.ts';
import { buildIfNeeded } from './build.ts';

await buildIfNeeded();
await import(pathToFileURL(join(projectFolder, 'out', 'main', 'cli.js')).href);
