/** The comparison of one period as tab-separated text for a spreadsheet: numbers in full, one row a line. */
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { fillIn } from '../../../../shared/messages.ts';
import { type CellValue, isCalcError } from '../../../../shared/values.ts';
import { demonstrationWords } from '../../../ui/demonstration-mark.tsx';
import { printTsv } from '../../../ui/tsv.ts';
import { isDemonstration, type SheetData, unitOf } from '../sheet-data.ts';
import type { ComparedRow } from './compare-scenarios.ts';
import { comparisonTexts } from './comparison-texts.ts';

export function comparisonTsv(
  data: SheetData,
  rows: readonly ComparedRow[],
  baselineId: number,
  period: string,
  language: Language,
): string {
  const head: string[] = [comparisonTexts.line[language], comparisonTexts.unit[language]];
  for (const { id, name } of data.scenarios) {
    const scenario = inLanguage(name, language);
    head.push(scenario);
    if (id === baselineId) continue;
    head.push(fillIn(comparisonTexts.differenceOf[language], { scenario }));
    head.push(fillIn(comparisonTexts.percentOf[language], { scenario }));
  }
  const body = rows.map(({ line, cells }) => {
    const isMadeUp = cells.some(({ scenarioId }) => isDemonstration(data, { lineId: line.id, scenarioId, period }));
    return [
      inLanguage(line.label, language) || line.name,
      unitOf(data, line.id),
      ...cells.flatMap(({ scenarioId, value, difference, relative }) =>
        scenarioId === baselineId ? [textOf(value)] : [textOf(value), textOf(difference), textOf(relative)],
      ),
      ...(isMadeUp ? [demonstrationWords(language)] : []),
    ];
  });
  return printTsv([head, ...body]);
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (isCalcError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
