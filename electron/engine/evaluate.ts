/**
 * One formula over named values, without a sheet: what the contract's `evaluate` and the command line
 * calculate.
 *
 *     evaluateFormula({ formula: 'a * b', let: { a: '3 GPU', b: '=2*2' }, unit: 'GPU' })   // { value: 12, unit: 'GPU' }
 *
 * The names become the lines of a small sheet in their order, so that `a:b` is a range as anywhere.
 */
import { AppError } from '../../shared/errors.ts';
import { checkName, nameKey } from '../../shared/formula/names.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import type { Cell, Line, SheetDocument } from '../../shared/sheet.ts';
import type { CellValue } from '../../shared/values.ts';
import { type FactSource, NO_FACTS } from './facts.ts';
import { NO_SERIES, type SeriesSource } from './series.ts';
import { SheetModel } from './sheet-model.ts';
import { UnitWords } from './units/unit-words.ts';

export type Evaluated = { value: CellValue; unit: string };
export type EvaluateInput = {
  formula: string;
  /** As typed into a cell; a text that reads as a formula (`a*2`) is one even without `=`. */
  let: Record<string, string | number | boolean | null>;
  /** What the result is converted to; '' leaves it in the formula's own. */
  unit: string;
};

const SCENARIO_ID = 1;

/** Throws AppError: `formula-syntax` with `{ position, length }`, `invalid-name`, `invalid-unit`. */
export function evaluateFormula(
  input: EvaluateInput,
  facts: FactSource = NO_FACTS,
  series: SeriesSource = NO_SERIES,
): Evaluated {
  checkSyntax(input.formula);
  checkUnit(input.unit);
  const names = Object.keys(input.let);
  checkNames(names);
  const lines: Line[] = [];
  const cells: Cell[] = [];
  const add = (name: string, unit: string, content: string) => {
    const id = lines.length + 1;
    lines.push(lineOf(id, name, unit));
    if (content !== '') cells.push({ lineId: id, scenarioId: SCENARIO_ID, period: '', content });
    return id;
  };
  for (const name of names) {
    add(name, '', contentOf(input.let[name]));
  }
  const result = add('', input.unit, `=${input.formula.replace(/^\s*[=＝]/, '')}`);
  const model = SheetModel.build(documentOf(lines, cells), facts, series);
  const value = model.valueOf({ lineId: result, scenarioId: SCENARIO_ID, period: '' });
  return { value, unit: input.unit || model.inferredUnitOf(result) };
}

function checkSyntax(formula: string): void {
  const parsed = parseFormula(formula);
  if (parsed.ok) return;
  const { message: said, span } = parsed.error;
  throw new AppError('formula-syntax', said, { position: span.start, length: span.end - span.start });
}

function checkNames(names: string[]): void {
  const taken = new Set<string>();
  for (const name of names) {
    const wrong = checkName(name) ?? (taken.has(nameKey(name)) ? message('engine.nameTwice', { name }) : null);
    if (wrong !== null) throw new AppError('invalid-name', wrong);
    taken.add(nameKey(name));
  }
}

/** What is typed into the cell of a value; '' for an empty one. */
function contentOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value).toUpperCase();
  const entry = parseEntry(value);
  switch (entry.kind) {
    case 'empty':
      return '';
    case 'formula':
      checkSyntax(value);
      return value.trim();
    case 'number':
      checkUnit(entry.unit ?? '');
      return value;
    case 'boolean':
      return value;
    case 'text':
      return !value.trim().startsWith("'") && parseFormula(value).ok ? `=${value}` : `'${entry.text}`;
  }
}

function checkUnit(unit: string): void {
  const reading = new UnitWords().read(unit);
  if (reading.ok) return;
  const { message: said, position, length } = reading.fault;
  throw new AppError('invalid-unit', said, { position, length });
}

function lineOf(id: number, name: string, unit: string): Line {
  const nothing = sameInBoth('');
  const format = { decimals: null, grouping: true };
  return {
    id,
    kind: 'line',
    position: id,
    name,
    label: nothing,
    unit,
    format,
    note: nothing,
    sources: [],
    reported: null,
  };
}

function documentOf(lines: Line[], cells: Cell[]): SheetDocument {
  const nothing = sameInBoth('');
  return {
    sheet: { id: 'evaluation', title: nothing, note: nothing, timeAxis: null, customUnits: [], templateId: null },
    scenarios: [{ id: SCENARIO_ID, parentId: null, position: 1, name: nothing, note: nothing }],
    lines,
    cells,
  };
}
