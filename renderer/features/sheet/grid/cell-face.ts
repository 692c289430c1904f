/**
 * What one cell of the grid shows: its text, what is said when the mouse rests on it, and what its
 * look depends on. Computed for whole rows at a time, so it is a plain function and no component.
 */
import { factIdsOf, isFactAlone, isSeriesAlone, seriesIdsOf } from '../../../../shared/formula/facts.ts';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import type { MessageParams } from '../../../../shared/messages.ts';
import { displayNumber } from '../../../../shared/number-display.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { isCalcError } from '../../../../shared/values.ts';
import { unitInWords } from '../../../ui/unit-words.ts';
import { type Origin, originOf } from '../editing/cell-content.ts';
import { isFormula } from '../editing/edit-session.ts';
import { factLabel } from '../facts/known-facts.ts';
import { seriesLabel } from '../series/known-series.ts';
import { effectiveContent, findScenario, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import type { sheetTexts } from '../sheet-texts.ts';
import { fullValue, shownValue } from './cell-text.ts';
import type { Column } from './columns.ts';
import { baseScenarioId } from './verdicts.ts';

export type CellFace = {
  text: string;
  title: string;
  origin?: Origin;
  isFormula?: boolean;
  /** A link to a fact or a series and nothing else. */
  isFact?: boolean;
  isError?: boolean;
  isText?: boolean;
  /** A unit that follows from the formula instead of being declared. */
  isInferred?: boolean;
};

export type Say = (key: keyof typeof sheetTexts, params?: MessageParams) => string;

/** What the faces of all cells depend on besides the sheet. */
export type Look = { language: Language; t: Say; compact: boolean };

const BLANK: CellFace = { text: '', title: '' };

/** The verdict column is not among these: it has a component of its own. */
export function cellFace(data: SheetData, line: Line, column: Column, look: Look): CellFace {
  const { language } = look;
  if (column.kind === 'label') {
    const text = inLanguage(line.label, language);
    return { text, title: text };
  }
  if (line.kind === 'heading') return BLANK;
  switch (column.kind) {
    case 'name':
      return { text: line.name, title: line.name };
    case 'unit': {
      const text = unitOf(data, line.id);
      const title = [text, unitInWords(text, language)].filter(Boolean).join('\n');
      return { text, title, isInferred: line.unit === '' };
    }
    case 'reported':
      return line.reported === null
        ? BLANK
        : { text: asPrinted(line.reported.value, line, look), title: line.reported.text };
    case 'verdict':
      return BLANK;
    case 'everyPeriod':
    case 'value':
      return contentFace(data, line, column, look);
  }
}

/** The line's own decimals would add digits that the source does not print. */
function asPrinted(value: number, { format }: Line, { language, compact }: Look): string {
  return displayNumber(value, { ...format, decimals: null }, language, { compact });
}

function contentFace(
  data: SheetData,
  line: Line,
  column: Column & { kind: 'value' | 'everyPeriod' },
  { language, t, compact }: Look,
): CellFace {
  const period = column.kind === 'value' ? column.period : NO_PERIOD;
  const address = { lineId: line.id, scenarioId: column.scenarioId, period };
  const content = effectiveContent(data, address);
  const value = column.kind === 'value' ? valueAt(data, address) : null;
  const origin = originOf(data, line.id, column);
  const text = column.kind === 'value' ? shownValue(value, line, language, compact) : (content?.content ?? '');
  const factIds = content === null ? [] : factIdsOf(content.content);
  const sentences = [
    fullValue(value, unitOf(data, line.id), language),
    ...factIds.map((id) => factLabel(id, language)),
    ...(content === null ? [] : seriesIdsOf(content.content)).map((id) => seriesLabel(id, language)),
  ];
  if (origin === 'inherited' && content !== null && content.scenarioId !== column.scenarioId) {
    const from = findScenario(data, content.scenarioId);
    sentences.push(t('inheritedFrom', { scenario: from === undefined ? '' : inLanguage(from.name, language) }));
  } else if (origin === 'override' && column.scenarioId !== baseScenarioId(data)) {
    sentences.push(t('override'));
  }
  return {
    text,
    title: sentences.filter(Boolean).join('\n'),
    origin,
    isFormula: content !== null && isFormula(content.content),
    isFact: content !== null && (isFactAlone(content.content) || isSeriesAlone(content.content)),
    isError: isCalcError(value),
    isText: typeof value === 'string',
  };
}
