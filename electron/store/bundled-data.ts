/**
 * The templates that come with the program (`data/templates/ID.json`, sheet definitions). Read at first
 * use, then kept.
 */
import { basename, join } from 'node:path';
import { readDefinition, type SheetDefinition } from '../../shared/sheet-definition.ts';
import { readDataFiles } from './data-files.ts';

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
      templates ??= readTemplates(dataFolder);
      return templates;
    },
  };
}

function readTemplates(dataFolder: string): ReadonlyMap<string, SheetDefinition> {
  const files = readDataFiles(dataFolder, 'templates', '.json');
  return new Map(files.map(({ name, text }) => [basename(name, '.json'), readDefinition(text)]));
}
