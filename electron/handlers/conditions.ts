/**
 * The condition of a thesis: a formula over facts, series and cells, found to hold or not.
 *
 * It is calculated as any formula without a sheet. Cells, which formulas of sheets cannot take, are put in as the
 * figures that they have; a series without a period gives its latest.
 */
import { AppError } from '../../shared/errors.ts';
import type { Expression } from '../../shared/formula/ast.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { printFormula } from '../../shared/formula/print.ts';
import { parseCellRef } from '../../shared/live-figures.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { ConditionFinding } from '../../shared/theses.ts';
import { type CalcErrorCode, type CellValue, isCalcError } from '../../shared/values.ts';
import { evaluateFormula } from '../engine/evaluate.ts';
import { LATEST } from '../engine/series.ts';
import type { Context } from './context.ts';
import { findCell, isFoundCell } from './find-cell.ts';
import { storedFacts } from './sheet-facts.ts';
import { storedSeries } from './sheet-series.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Figure = { value: CellValue; unit: string };

/** Ids of what a condition takes. */
export type Cited = { factIds: Set<string>; seriesIds: Set<string>; sheetIds: Set<string> };

/** These say that the formula is wrong; others, that its data are not there yet. */
const WRONG: readonly CalcErrorCode[] = ['#NAME?', '#VALUE!', '#UNIT!'];

/** Throws AppError 'formula-syntax' with `{ position, length }` of what does not parse. `asKnownOn`: series as they were known on that day. */
export function findCondition(
  context: Context,
  condition: string,
  asKnownOn?: string,
): ConditionFinding & { isWrong: boolean } {
  const expression = parsed(condition);
  const sources = [storedFacts(context.store.db), storedSeries(context.store.db, asKnownOn)] as const;
  const calculate = (part: Expression): Figure =>
    evaluateFormula({ formula: printFormula(part), let: {}, unit: '' }, ...sources);
  const figures = citationsOf(expression).map((call) => ({
    name: printFormula(call),
    ...(call.name === 'CELL' ? figureOfCell(context, call) : calculate(atLatest(call))),
  }));
  const fault = figures.map(({ value }) => value).find(isCalcError);
  const { value, unit } = calculate(withCells(expression, figures));
  const shown = figures.map((figure) => ({ ...figure, value: isCalcError(figure.value) ? null : figure.value }));
  if (typeof value === 'boolean') return { holds: value, message: null, figures: shown, isWrong: false };
  if (isCalcError(value)) {
    const said = fault ?? value;
    return { holds: null, message: said.message, figures: shown, isWrong: WRONG.includes(said.error) };
  }
  return { holds: null, message: noTruth(value, unit), figures: shown, isWrong: true };
}

/** What the condition takes, as far as it parses. */
export function citedBy(condition: string): Cited {
  const cited: Cited = { factIds: new Set(), seriesIds: new Set(), sheetIds: new Set() };
  const reading = parseFormula(condition);
  for (const { name, args } of reading.ok ? citationsOf(reading.expression) : []) {
    const [id] = args;
    if (id.kind !== 'text') continue;
    if (name === 'FACT') cited.factIds.add(id.value);
    if (name === 'SERIES') cited.seriesIds.add(id.value);
    if (name === 'CELL') cited.sheetIds.add(parseCellRef(id.value)?.sheetId ?? '');
  }
  return cited;
}

function parsed(condition: string): Expression {
  const reading = parseFormula(condition);
  if (reading.ok) return reading.expression;
  const { message: said, span } = reading.error;
  throw new AppError('formula-syntax', said, { position: span.start, length: span.end - span.start });
}

function noTruth(value: number | string | null, unit: string): Message {
  return message('thesis.noTruth', { value: [String(value ?? 0), unit].filter(Boolean).join(' ') });
}

/** Each once, in the order of the text. */
function citationsOf(expression: Expression): Call[] {
  const found = new Map<string, Call>();
  rewritten(expression, (call) => {
    const isCitation = call.name === 'FACT' || call.name === 'SERIES' || call.name === 'CELL';
    if (isCitation && call.args.length > 0) found.set(printFormula(call), call);
    return call;
  });
  return [...found.values()];
}

function figureOfCell({ sheets }: Context, { args }: Call): Figure {
  const [path] = args;
  const ref = path.kind === 'text' && args.length === 1 ? parseCellRef(path.value) : null;
  const found = ref === null ? message('thesis.cellMalformed') : findCell(sheets, ref);
  if (isFoundCell(found)) return { value: found.value, unit: found.unit };
  return { value: { error: '#NAME?', message: found, origin: { lineId: 0, scenarioId: 0, period: '' } }, unit: '' };
}

/** A figure takes the place of each CELL; an empty one counts as 0, as it does in a sheet. */
function withCells(expression: Expression, figures: readonly (Figure & { name: string })[]): Expression {
  const cells = new Map(figures.map(({ name, ...figure }) => [name, figure]));
  return rewritten(expression, (call) => {
    if (call.name === 'SERIES') return atLatest(call);
    const figure = call.name === 'CELL' ? cells.get(printFormula(call)) : undefined;
    return figure === undefined ? call : literalOf(figure, call);
  });
}

function literalOf({ value, unit }: Figure, { span }: Call): Expression {
  if (isCalcError(value)) return { kind: 'error', code: value.error, span };
  if (typeof value === 'string') return { kind: 'text', value, span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, span };
  return { kind: 'number', value: value ?? 0, unit: value === null ? null : unit || null, span };
}

/** A formula without a sheet has no period of its own. */
function atLatest(call: Call): Call {
  const [id, period, how] = call.args;
  const isAverage = how?.kind === 'text' && how.value.toLowerCase() === 'average';
  if (call.name !== 'SERIES' || isAverage || (period !== undefined && period.kind !== 'missing')) return call;
  const latest: Expression = { kind: 'text', value: LATEST, span: call.span };
  return { ...call, args: [id, latest, ...(how === undefined ? [] : [how])] };
}

/** The expression with each call, those inside of others first, as `change` gives it. */
function rewritten(expression: Expression, change: (call: Call) => Expression): Expression {
  const inner = (part: Expression) => rewritten(part, change);
  switch (expression.kind) {
    case 'call':
      return change({ ...expression, args: expression.args.map(inner) });
    case 'chain':
      return { ...expression, operands: expression.operands.map(inner) };
    case 'unary':
    case 'percent':
      return { ...expression, operand: inner(expression.operand) };
    default:
      return expression;
  }
}
