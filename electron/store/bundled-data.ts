/**
 * The templates that come with the program (`data/templates/ID.json`, sheet definitions). Read at first
 * use, then kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDefinition, type SheetDefinition } from '../../shared/sheet-definition.ts';

export type BundledData = {
  /** By template id, in the order of the ids. */
  templates: () => ReadonlyMap<string, SheetDefinition>;
  /** The file of made-up series; its numbers are marked wherever they go. */
  demonstration: string;
};

export function bundledData(dataFolder: string): BundledData {
  let templates: ReadonlyMap<string, SheetDefinition> | undefined;
  return {
    demonstration: join(dataFolder, 'demonstration', 'downloads.csv'),
    templates: () => {
      templates ??= readTemplates(join(dataFolder, 'templates'));
      return templates;
    },
  };
}

function readTemplates(folder: string): ReadonlyMap<string, SheetDefinition> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.sort().map((file) => [basename(file, '.json'), readDefinition(readFileSync(join(folder, file), 'utf8'))]),
  );
}
