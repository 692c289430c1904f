/** The selected cell in words: line, column and value. */
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { fillIn } from '../../../../shared/messages.ts';
import { editableText } from '../editing/cell-content.ts';
import type { SheetData } from '../sheet-data.ts';
import { unitOf, valueAt } from '../sheet-data.ts';
import type { SheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { fullValue } from './cell-text.ts';
import type { Column } from './columns.ts';

export function announcementOf({ data, rows, columns, selection }: SheetStore, language: Language): string {
  const { row, column: at } = selection.anchor;
  const column = columns[at];
  const lineId = rows[row]?.lineId ?? null;
  if (data === null || column === undefined) return '';
  const line = lineId === null ? undefined : data.lines.get(lineId);
  if (line === undefined || lineId === null) return sheetTexts.newLine[language];
  const value =
    column.kind === 'value'
      ? fullValue(
          valueAt(data, { lineId, scenarioId: column.scenarioId, period: column.period }),
          unitOf(data, lineId),
          language,
        )
      : editableText(data, lineId, column, language);
  return fillIn(sheetTexts.announce[language], {
    line: inLanguage(line.label, language) || line.name,
    column: columnTitle(data, column, language),
    value: value || sheetTexts.empty[language],
  });
}

/** The heading of a column as a person reads it. */
export function columnTitle(data: SheetData, column: Column, language: Language): string {
  if (column.kind !== 'value') return sheetTexts[column.kind][language];
  if (column.period !== '') return column.period;
  const scenario = data.scenarios.find(({ id }) => id === column.scenarioId);
  return scenario === undefined ? '' : inLanguage(scenario.name, language);
}
