/**
 * Calculates a formula over the values of one column: the elaborated tree in, a value or an area out.
 *
 * Functions that do not calculate all of their arguments (IF and its like) are here; all others get
 * their arguments as values from functions/.
 */
import type { PeriodSelector } from '../../shared/formula/ast.ts';
import { message } from '../../shared/messages.ts';
import { negate, operators, percent } from './arithmetic.ts';
import { toLogical, toNumber } from './coercion.ts';
import { Column } from './column.ts';
import { figureOfFact } from './facts.ts';
import { functionTable } from './functions/table.ts';
import type { FormulaTree } from './graph.ts';
import { type LineTable, NO_SLOT } from './line-table.ts';
import { PeriodAxis } from './period-axis.ts';
import type { RangeIndex } from './range-index.ts';
import { type Area, type Argument, type Fault, fault, isArea, isFault, type Scalar } from './scalar.ts';
import { takeSeries } from './series.ts';

type Tree<Kind extends FormulaTree['kind']> = Extract<FormulaTree, { kind: Kind }>;

function isCell(tree: FormulaTree): boolean {
  if (tree.kind === 'scaled') return isCell(tree.operand);
  return tree.kind === 'reference' || tree.kind === 'fact' || tree.kind === 'series';
}

function areaOf(value: Scalar): Area {
  return { area: true, values: [value], columns: 1 };
}

/** Calculates formulas in the column that it was moved to last. */
export class Evaluation {
  private readonly lines: LineTable;
  private readonly ranges: RangeIndex;
  private axis = new PeriodAxis(null);
  private column = new Column(0, null);
  private periodCount = 1;
  /** Of the cell that is being calculated. */
  private period = 0;

  constructor(lines: LineTable, ranges: RangeIndex) {
    this.lines = lines;
    this.ranges = ranges;
  }

  moveTo(column: Column, axis: PeriodAxis): void {
    this.column = column;
    this.axis = axis;
    this.periodCount = axis.count;
  }

  /** The value of a cell with this formula in the period; an empty result is 0, as in Excel. */
  valueOf(tree: FormulaTree, period: number): Scalar {
    this.period = period;
    return this.scalar(tree) ?? 0;
  }

  private scalar(tree: FormulaTree): Scalar {
    const value = this.argument(tree);
    if (!isArea(value)) return value;
    return value.values.length === 1 ? value.values[0] : fault('#VALUE!', message('engine.areaAsValue'));
  }

  private argument(tree: FormulaTree): Argument {
    switch (tree.kind) {
      case 'reference':
        return this.reference(tree);
      case 'number':
        return tree.value;
      case 'chain':
        return this.chain(tree);
      case 'scaled':
        return this.scaled(tree);
      case 'call':
        return this.call(tree);
      case 'range':
        return this.range(tree);
      case 'fact':
        return figureOfFact(tree.fact);
      case 'series':
        return takeSeries(tree, this.axis, this.period).value;
      case 'unary':
        return tree.operator === '-' ? negate(this.scalar(tree.operand)) : this.argument(tree.operand);
      case 'percent':
        return percent(this.scalar(tree.operand));
      case 'text':
      case 'boolean':
        return tree.value;
      case 'missing':
        return null;
      case 'error':
        return fault(tree.code, message('engine.errorTyped', { error: tree.code }));
      case 'array':
        return {
          area: true,
          values: tree.rows.flatMap((row) => row.map((element) => this.scalar(element))),
          columns: tree.rows[0].length,
        };
    }
  }

  private chain({ operators: signs, operands }: Tree<'chain'>): Scalar {
    let value = this.scalar(operands[0]);
    for (let at = 0; at < signs.length; at++) value = operators[signs[at]](value, this.scalar(operands[at + 1]));
    return value;
  }

  private scaled({ operand, ratio: { times, over } }: Tree<'scaled'>): Argument {
    const value = this.argument(operand);
    const scale = (scalar: Scalar): Scalar => {
      const number = scalar === null || typeof scalar === 'number' ? scalar : toNumber(scalar);
      return typeof number === 'number' ? (number * times) / over : number;
    };
    return isArea(value) ? { ...value, values: value.values.map(scale) } : scale(value);
  }

  private reference({ line, periods }: Tree<'reference'>): Argument {
    if (line.slot === NO_SLOT) return fault('#NAME?', message('engine.nameUnknown', { name: line.text }));
    const first = line.slot * this.periodCount;
    if (periods.kind === 'same') return this.column.read(first + this.period);
    if (periods.kind === 'offset' || periods.kind === 'fixed') {
      const at = this.axis.pointAt(periods, this.period);
      if (at === undefined || (!this.axis.hasAxis && at !== 0)) return this.noPeriod(periods);
      return at < 0 || at >= this.periodCount ? null : this.column.read(first + at);
    }
    const span = this.axis.spanAt(periods, this.period);
    if (span === undefined) return this.noPeriod(periods);
    const values: Scalar[] = [];
    for (let at = span.first; at <= span.last; at++) values.push(this.column.read(first + at));
    return { area: true, values, columns: Math.max(values.length, 1) };
  }

  private range({ range, periods, ratios }: Tree<'range'>): Area | Fault {
    const missing = range.from.slot === NO_SLOT ? range.from : range.to;
    if (missing.slot === NO_SLOT) return fault('#NAME?', message('engine.nameUnknown', { name: missing.text }));
    const span = this.axis.spanAt(periods, this.period);
    const isOutside = !this.axis.hasAxis && span !== undefined && (span.first !== 0 || span.last !== 0);
    if (span === undefined || isOutside) return this.noPeriod(periods);
    const places = this.ranges.placesOf(range);
    const values: Scalar[] = [];
    if (places === null) return { area: true, values, columns: 1 };
    const order = this.lines.inOrder();
    for (let place = places.first; place <= places.last; place++) {
      const slot = order[place];
      const ratio = ratios?.get(this.lines.idOf(slot));
      for (let at = span.first; at <= span.last; at++) {
        const value = at < 0 || at >= this.periodCount ? null : this.column.read(slot * this.periodCount + at);
        values.push(ratio === undefined || typeof value !== 'number' ? value : (value * ratio.times) / ratio.over);
      }
    }
    return { area: true, values, columns: Math.max(span.last - span.first + 1, 1) };
  }

  private noPeriod(periods: PeriodSelector): Fault {
    if (!this.axis.hasAxis) return fault('#N/A', message('engine.noTimeAxis'));
    const points = periods.kind === 'between' ? [periods.from, periods.to] : [periods];
    const label = points.flatMap((point) =>
      point.kind === 'fixed' && this.axis.indexOf(point.label) === undefined ? [point.label] : [],
    )[0];
    return fault('#N/A', message('engine.periodNotOnAxis', { period: label ?? '' }));
  }

  private call(tree: Tree<'call'>): Argument {
    switch (tree.name) {
      case 'IF':
        return this.callIf(tree.args);
      case 'IFS':
        return this.callIfs(tree.args);
      case 'IFERROR':
      case 'IFNA':
        return this.callIfFault(tree);
      case 'SWITCH':
        return this.callSwitch(tree.args);
      case 'CHOOSE':
        return this.callChoose(tree.args);
      case 'FACT':
        return fault('#VALUE!', message('engine.factNotLiteral'));
      case 'SERIES':
        return fault('#VALUE!', message('engine.seriesNotLiteral'));
    }
    const implementation = functionTable.get(tree.name);
    if (implementation === undefined)
      return fault('#NAME?', message('engine.functionUnknown', { function: tree.name }));
    const args: Argument[] = [];
    for (const argument of tree.args) {
      const value = this.argument(argument);
      args.push(implementation.areas && isCell(argument) && !isArea(value) ? areaOf(value) : value);
    }
    return implementation.run(args);
  }

  private callIf(args: FormulaTree[]): Argument {
    const condition = toLogical(this.scalar(args[0]));
    if (isFault(condition)) return condition;
    if (condition) return this.branch(args[1]);
    return args.length > 2 ? this.branch(args[2]) : false;
  }

  /** A branch that is left out is 0. */
  private branch(tree: FormulaTree): Argument {
    return tree.kind === 'missing' ? 0 : this.argument(tree);
  }

  private callIfs(args: FormulaTree[]): Argument {
    for (let at = 0; at + 1 < args.length; at += 2) {
      const condition = toLogical(this.scalar(args[at]));
      if (isFault(condition)) return condition;
      if (condition) return this.branch(args[at + 1]);
    }
    return fault('#N/A', message('engine.noConditionHolds', { function: 'IFS' }));
  }

  private callIfFault({ name, args }: Tree<'call'>): Argument {
    const value = this.argument(args[0]);
    const first = isArea(value) ? value.values.find(isFault) : value;
    const isCaught = first !== undefined && isFault(first) && (name === 'IFERROR' || first.error === '#N/A');
    return isCaught ? this.branch(args[1]) : value;
  }

  private callSwitch(args: FormulaTree[]): Argument {
    const subject = this.scalar(args[0]);
    if (isFault(subject)) return subject;
    let at = 1;
    for (; at + 1 < args.length; at += 2) {
      const same = operators['='](subject, this.scalar(args[at]));
      if (isFault(same)) return same;
      if (same === true) return this.branch(args[at + 1]);
    }
    return at < args.length
      ? this.branch(args[at])
      : fault('#N/A', message('engine.noConditionHolds', { function: 'SWITCH' }));
  }

  private callChoose(args: FormulaTree[]): Argument {
    const index = toNumber(this.scalar(args[0]));
    if (typeof index !== 'number') return index;
    const chosen = Math.trunc(index);
    if (chosen < 1 || chosen >= args.length) {
      return fault('#VALUE!', message('engine.chooseIndex', { index: chosen, count: args.length - 1 }));
    }
    return this.branch(args[chosen]);
  }
}
