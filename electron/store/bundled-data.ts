/**
 * What comes with the program: templates (`data/templates/ID.json`, sheet definitions) and the list
 * of sources (`data/sources.json`). Read at first use, then kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Source, sourceSchema } from '../../shared/facts.ts';
import { readDefinition, type SheetDefinition } from '../../shared/sheet-definition.ts';

export type BundledData = {
  /** By template id, in the order of the ids. */
  templates: () => ReadonlyMap<string, SheetDefinition>;
  sources: () => readonly Source[];
};

export function bundledData(dataFolder: string): BundledData {
  let templates: ReadonlyMap<string, SheetDefinition> | undefined;
  let sources: readonly Source[] | undefined;
  return {
    templates: () => {
      templates ??= readTemplates(join(dataFolder, 'templates'));
      return templates;
    },
    sources: () => {
      sources ??= z.array(sourceSchema).parse(JSON.parse(readFileSync(join(dataFolder, 'sources.json'), 'utf8')));
      return sources;
    },
  };
}

function readTemplates(folder: string): ReadonlyMap<string, SheetDefinition> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.sort().map((file) => [basename(file, '.json'), readDefinition(readFileSync(join(folder, file), 'utf8'))]),
  );
}
