/** Cells: what is typed into them, and where their values come from and go to. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { periodsOf } from '../../shared/periods.ts';
import type { Line, Scenario } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { CellAddress } from '../../shared/values.ts';
import type { Handlers } from '../dispatch.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import { readContent } from './content.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';
import { shortened, titleOf } from './edit-labels.ts';
import { ownContent, type SheetIndex } from './sheet-index.ts';

export function cellHandlers(context: Context): Pick<Handlers, 'setCells' | 'traceCell'> {
  return {
    setCells: ({ sheetId, cells }, caller) => {
      const { index, model } = context.sheets.get(sheetId);
      const reader = new CellReader(index, model);
      const changes = cells.flatMap((cell) => reader.read(cell, getLine(index, cell.lineId)));
      return edit(context, caller, sheetId, labelOf(index, cells), [...reader.adoptedUnits(), ...changes]);
    },
    traceCell: ({ sheetId, cell }) => {
      const { index, model } = context.sheets.get(sheetId);
      getScenario(index, cell.scenarioId);
      checkPeriod(getLine(index, cell.lineId), new Set(periodsOf(index.sheet.timeAxis)), cell.period);
      return { precedents: model.precedents(cell), dependents: model.dependents(cell) };
    },
  };
}

/** Reads what is typed into the cells of one edit. */
export class CellReader {
  readonly #index: SheetIndex;
  readonly #model: SheetModel;
  readonly #periods: ReadonlySet<string>;
  /** Lines without a unit that take the one typed with a number. */
  readonly #adopted = new Map<number, Line>();

  constructor(index: SheetIndex, model: SheetModel) {
    this.#index = index;
    this.#model = model;
    this.#periods = new Set(['', ...periodsOf(index.sheet.timeAxis)]);
  }

  /** The change that the cell needs, if any. Throws AppError where there is no such cell or the content is wrong. */
  read({ content: typed, ...address }: CellAddress & { content: string | null }, line: Line): SheetChange[] {
    if (line.kind === 'heading') {
      throw new AppError('invalid-value', message('sheet.headingHasNoCells', inBoth('label', line.label)));
    }
    checkPeriod(line, this.#periods, address.period);
    const scenario = getScenario(this.#index, address.scenarioId);
    const { unit } = this.#adopted.get(line.id) ?? line;
    const read = readContent(typed ?? '', {
      sheet: this.#index.sheet,
      name: line.name,
      scenario: scenario.name,
      unit,
      inferredUnit: () => this.#model.inferredUnitOf(line.id),
    });
    if (read.unit !== unit) this.#adopted.set(line.id, { ...line, unit: read.unit });
    if (read.content === ownContent(this.#index, address)) return [];
    return [{ change: 'putCell', ...address, content: read.content }];
  }

  /** A line that is only being made, with the unit that its content gave it. */
  withUnit(line: Line): Line {
    return { ...line, unit: this.#adopted.get(line.id)?.unit ?? line.unit };
  }

  /** The changes that give the sheet's lines the units of their content. */
  adoptedUnits(): SheetChange[] {
    const own = [...this.#adopted.values()].filter(({ id }) => this.#index.lines.has(id));
    return own.map((line) => ({ change: 'putLine', line }));
  }
}

export function checkPeriod({ name }: Line, periods: ReadonlySet<string>, period: string): void {
  if (!periods.has(period)) throw new AppError('not-found', message('sheet.periodNotFound', { name, period }));
}

export function getLine(index: SheetIndex, lineId: number): Line {
  const line = index.lines.get(lineId);
  if (line === undefined) throw new AppError('not-found', message('sheet.lineNotFound', { lineId }));
  return line;
}

export function getScenario(index: SheetIndex, scenarioId: number): Scenario {
  const scenario = index.scenarios.get(scenarioId);
  if (scenario === undefined) throw new AppError('not-found', message('sheet.scenarioNotFound', { scenarioId }));
  return scenario;
}

function labelOf(index: SheetIndex, cells: readonly (CellAddress & { content: string | null })[]) {
  if (cells.length > 1) return message('sheet.editCells', { count: cells.length });
  const [{ lineId, scenarioId, content }] = cells;
  const params = {
    ...inBoth('line', titleOf(getLine(index, lineId))),
    ...inBoth('scenario', getScenario(index, scenarioId).name),
  };
  if (content === null || content === '') return message('sheet.editCellEmptied', params);
  return message('sheet.editCell', { ...params, content: shortened(content) });
}
