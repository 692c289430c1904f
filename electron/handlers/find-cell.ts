/** A cell of a sheet as people name it in text: `SHEET/LINE/SCENARIO/PERIOD`. Live figures and conditions of theses take cells by it. */
import { AppError } from '../../shared/errors.ts';
import { nameKey } from '../../shared/formula/names.ts';
import type { FigureRef } from '../../shared/live-figures.ts';
import { type Message, message } from '../../shared/messages.ts';
import { NO_PERIOD, periodsOf } from '../../shared/periods.ts';
import type { Line, Scenario, Sheet } from '../../shared/sheet.ts';
import type { CellValue } from '../../shared/values.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import type { OpenSheet, OpenSheets } from './open-sheets.ts';
import { type SheetIndex, scenariosInOrder } from './sheet-index.ts';

export type FoundCell = {
  sheet: Sheet;
  line: Line;
  scenario: Scenario;
  isBase: boolean;
  period: string;
  value: CellValue;
  /** The line's, or the one that its formula gives; '' where there is none. */
  unit: string;
  /** The model that it was found in. */
  model: SheetModel;
};

/** The message says what of it there is not. */
export function findCell(
  sheets: OpenSheets,
  { sheetId, line: lineRef, scenario: scenarioRef, period: label }: Extract<FigureRef, { kind: 'sheet' }>,
): FoundCell | Message {
  const open = findOpen(sheets, sheetId);
  if (open === undefined) return message('figure.noSheet', { id: sheetId });
  const { index, model } = open;
  const { sheet } = index;
  const title = sheet.title.zh || sheet.title.en || sheet.id;
  const line = findLine(index, lineRef);
  if (line === undefined) return message('figure.noLine', { sheet: title, line: lineRef });
  const scenarios = scenariosInOrder(index);
  const base = scenarios.find(({ parentId }) => parentId === null);
  const scenario = scenarioRef === '' ? base : scenarios.find((each) => isCalled(each, scenarioRef));
  if (scenario === undefined) return message('figure.noScenario', { sheet: title, scenario: scenarioRef });
  const labels = periodsOf(sheet.timeAxis);
  if (label !== '' && !labels.includes(label)) {
    if (sheet.timeAxis === null) return message('figure.noAxis', { sheet: title, period: label });
    const [first, last] = [labels[0], labels[labels.length - 1]];
    return message('figure.noPeriod', { sheet: title, period: label, first, last });
  }
  const valueIn = (period: string) => model.valueOf({ lineId: line.id, scenarioId: scenario.id, period });
  const period = label || (labels.findLast((each) => valueIn(each) !== null) ?? labels.at(-1) ?? NO_PERIOD);
  const unit = line.unit || model.inferredUnitOf(line.id);
  return { sheet, line, scenario, isBase: scenario === base, period, value: valueIn(period), unit, model };
}

export function isFoundCell(found: FoundCell | Message): found is FoundCell {
  return 'line' in found;
}

function findOpen(sheets: OpenSheets, sheetId: string): OpenSheet | undefined {
  try {
    return sheets.get(sheetId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** No name of a line begins with a digit. */
function findLine({ lines, lineIdOfName }: SheetIndex, ref: string): Line | undefined {
  const lineId = /^\d+$/.test(ref) ? Number(ref) : lineIdOfName.get(nameKey(ref));
  const line = lineId === undefined ? undefined : lines.get(lineId);
  return line?.kind === 'line' ? line : undefined;
}

function isCalled({ id, name }: Scenario, ref: string): boolean {
  return String(id) === ref || name.zh === ref || name.en === ref;
}
