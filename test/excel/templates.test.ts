/** The bundled templates as workbooks: another program calculates what the engine calculated, on every sheet of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { unstoredFacts } from '../../electron/handlers/unstored-facts.ts';
import { unstoredSeries } from '../../electron/handlers/unstored-series.ts';
import { dataFolder } from '../../electron/paths.ts';
import { bundledFacts } from '../../electron/store/bundled-facts.ts';
import { documentOfDefinition } from '../../shared/definition-document.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import { readDefinition } from '../../shared/sheet-definition.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { cachedDifferences, differences, formulaCount } from './compare.ts';
import { exportDocuments } from './export-document.ts';
import { readWorkbook, recalculate } from './recalculate.ts';

const FOLDER = join(import.meta.dirname, '../../data/templates');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function templateDocument(file: string) {
  let lastId = 0;
  const definition = readDefinition(readFileSync(join(FOLDER, file), 'utf8'));
  return documentOfDefinition(definition, { id: file, templateId: file, nextId: () => ++lastId });
}

/** All facts and series that one of them takes. */
function citedBy(documents: readonly SheetDocument[]) {
  const bundled = bundledFacts(dataFolder);
  const [facts, series] = [unstoredFacts(bundled), unstoredSeries(bundled)];
  const models = documents.map((document) => SheetModel.build(document, facts, series));
  return {
    facts: facts.describe([...new Set(models.flatMap((model) => model.usedFacts()))]),
    series: series.describe([...new Set(models.flatMap((model) => model.usedSeries()))]),
  };
}

describe('Templates as workbooks', () => {
  test.for(['zh', 'en'] as const)('calculate in LibreOffice as here (%s)', async (language, { skip }) => {
    if (!findLibreOffice()) skip('LibreOffice is not installed');
    const documents = files.map(templateDocument);
    const { facts, series } = citedBy(documents);
    const paths = await exportDocuments(documents, language, { facts, series });
    const recalculated = await recalculate(paths);
    documents.forEach((document, index) => {
      const ours = readWorkbook(paths[index]);
      expect.soft(differences(document, recalculated[index], facts, series), files[index]).toEqual([]);
      expect.soft(cachedDifferences(ours, recalculated[index]), files[index]).toEqual([]);
      expect.soft(formulaCount(ours), files[index]).toBeGreaterThan(20);
    });
  });
});
