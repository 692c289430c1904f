/**
 * What comes with the program and is taken from its files when it is asked for: templates (`data/templates/ID.json`,
 * sheet definitions), and securities as they were before the user changed them. Read at first use, then kept.
 */
import { basename, join } from 'node:path';
import type { Security } from '../../shared/securities.ts';
import { readDefinition, type SheetDefinition } from '../../shared/sheet-definition.ts';
import { readSecurities } from './bundled-watchlists.ts';
import { readDataFiles } from './data-files.ts';

export type BundledData = {
  /** By template id, in the order of the ids. */
  templates: () => ReadonlyMap<string, SheetDefinition>;
  /** By id, as the files have them. */
  securities: () => ReadonlyMap<string, Security>;
  /** The file of made-up series; its numbers are marked wherever they go. */
  demonstration: string;
};

export function bundledData(dataFolder: string): BundledData {
  let templates: ReadonlyMap<string, SheetDefinition> | undefined;
  let securities: ReadonlyMap<string, Security> | undefined;
  return {
    demonstration: join(dataFolder, 'demonstration', 'demonstration-downloads.csv'),
    templates: () => {
      templates ??= readTemplates(dataFolder);
      return templates;
    },
    securities: () => {
      securities ??= readAllSecurities(dataFolder);
      return securities;
    },
  };
}

function readTemplates(dataFolder: string): ReadonlyMap<string, SheetDefinition> {
  const files = readDataFiles(dataFolder, 'templates', '.json');
  return new Map(files.map(({ name, text }) => [basename(name, '.json'), readDefinition(text)]));
}

function readAllSecurities(dataFolder: string): ReadonlyMap<string, Security> {
  const files = readDataFiles(dataFolder, 'securities', '.jsonl');
  return new Map(files.flatMap(({ text }) => readSecurities(text)).map((security) => [security.id, security]));
}
