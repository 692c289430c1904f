/**
 * What a cell of the grid holds as text: to edit, to copy, and whether it can be edited at all.
 */
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import { isCalcError } from '../../../../shared/values.ts';
import type { Column } from '../grid/columns.ts';
import { effectiveContent, ownContent, type SheetData, valueAt } from '../sheet-data.ts';

/** A heading has a label only; the row below the end takes everything that makes a line. */
export function isEditable(data: SheetData, lineId: number | null, column: Column): boolean {
  if (column.kind === 'verdict' || column.kind === 'reported') return false;
  return lineId === null || column.kind === 'label' || data.lines.get(lineId)?.kind === 'line';
}

/** The text that editing starts from: of a cell the content that it is calculated from, inherited or its own. */
export function editableText(data: SheetData, lineId: number | null, column: Column, language: Language): string {
  const line = lineId === null ? undefined : data.lines.get(lineId);
  if (line === undefined || lineId === null) return '';
  switch (column.kind) {
    case 'label':
      return inLanguage(line.label, language);
    case 'name':
      return line.name;
    case 'unit':
      return line.unit;
    case 'reported':
      return line.reported?.text ?? '';
    case 'verdict':
      return '';
    case 'value':
      return effectiveContent(data, { lineId, scenarioId: column.scenarioId, period: column.period })?.content ?? '';
    case 'everyPeriod':
      return effectiveContent(data, { lineId, scenarioId: column.scenarioId, period: NO_PERIOD })?.content ?? '';
  }
}

/** The cell as other programs should take it: numbers in full, text as it is, errors as Excel writes them. */
export function plainText(data: SheetData, lineId: number | null, column: Column, language: Language): string {
  if (lineId === null || column.kind !== 'value') return editableText(data, lineId, column, language);
  const value = valueAt(data, { lineId, scenarioId: column.scenarioId, period: column.period });
  if (value === null) return '';
  if (isCalcError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** How the content of a cell came to be: written in it, taken from elsewhere, or not there. */
export type Origin = 'own' | 'override' | 'inherited' | 'empty';

/** `override` is an own content where the parent scenario, or every period, has one as well. */
export function originOf(data: SheetData, lineId: number, column: Column & { kind: 'value' | 'everyPeriod' }): Origin {
  const period = column.kind === 'value' ? column.period : NO_PERIOD;
  const { scenarioId } = column;
  const own = ownContent(data, { lineId, scenarioId, period });
  if (own === undefined) {
    return effectiveContent(data, { lineId, scenarioId, period }) === null ? 'empty' : 'inherited';
  }
  const parentId = data.scenarios.find((scenario) => scenario.id === scenarioId)?.parentId ?? null;
  const overrides =
    (parentId !== null && effectiveContent(data, { lineId, scenarioId: parentId, period }) !== null) ||
    (period !== NO_PERIOD && ownContent(data, { lineId, scenarioId, period: NO_PERIOD }) !== undefined);
  return overrides ? 'override' : 'own';
}
