/** Two hundred generated sheets as workbooks: another program calculates every cell as the engine does. */
import { describe, expect, test } from 'vitest';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { cachedDifferences, differences } from './compare.ts';
import { exportDocuments } from './export-document.ts';
import { GENERATED_FACTS as facts, generatedSheet } from './generated-sheets.ts';
import { readWorkbook, recalculate } from './recalculate.ts';

const SHEETS_PER_TEST = 40;
const FIRST_SEEDS = [0, 40, 80, 120, 160];

describe('Generated sheets as workbooks', () => {
  test.for(FIRST_SEEDS)('calculate in LibreOffice as here, from seed %i on', async (firstSeed, { skip }) => {
    if (!findLibreOffice()) skip('LibreOffice is not installed');
    const documents = Array.from({ length: SHEETS_PER_TEST }, (_, index) => generatedSheet(firstSeed + index));
    const paths = await exportDocuments(documents, firstSeed % 80 === 0 ? 'zh' : 'en', { facts });
    const recalculated = await recalculate(paths);
    const found = documents.flatMap((document, index) =>
      [
        ...differences(document, recalculated[index], facts),
        ...cachedDifferences(readWorkbook(paths[index]), recalculated[index]),
      ].map((difference) => ({ seed: firstSeed + index, ...difference })),
    );
    expect(found.slice(0, 10)).toEqual([]);
  });
});
