/**
 * The engine's formula trees as Excel formulas over cell addresses.
 *
 *     printFormula(tree, resolve, cited)   // { ok: true, formula: 'D5*D6/10000' }
 *
 * Conversions between units are written out as factors. What Excel cannot hold (too long, too many
 * arguments) or cannot say (a range in mixed units where one range is asked for) is refused
 * with the sentence that explains it; the caller then writes the value alone.
 */
import type { BinaryOperator } from '../../shared/formula/ast.ts';
import { type Message, message } from '../../shared/messages.ts';
import { functionTable, lazyFunctions } from '../engine/functions/table.ts';
import type { FormulaTree } from '../engine/graph.ts';
import { isPartOfOne, type SeriesTree } from '../engine/series.ts';
import type { Ratio } from '../engine/units/unit.ts';
import { cellText } from './excel-text.ts';

const MAX_FORMULA_LENGTH = 8192;
const MAX_ARGUMENTS = 255;
const MAX_TEXT_LITERAL = 255;

/** Functions that came after the file format: it wants their names with a prefix. */
const PREFIXED = new Set('STDEV.S STDEV.P VAR.S VAR.P RANK.EQ PERCENTILE.INC IFS SWITCH XOR IFNA CONCAT'.split(' '));

/** Functions that stand for what they cite. */
const CITING = new Set(['FACT', 'SERIES']);

/** Functions of any number of values, in which an area can be given cell by cell. */
const TAKES_CELLS = new Set(
  'SUM AVERAGE MIN MAX PRODUCT SUMSQ GEOMEAN MEDIAN STDEV.S STDEV.P VAR.S VAR.P NPV'.split(' '),
);

/** Functions whose result does not depend on the units of what they take. */
const IGNORES_UNITS = new Set('COUNT COUNTA AND OR XOR'.split(' '));

/** Parameters for one value, of functions that take areas. */
const SINGLE_PARAMETERS: Record<string, number[]> = {
  LARGE: [1],
  SMALL: [1],
  'PERCENTILE.INC': [1],
  'RANK.EQ': [0, 2],
  NPV: [0],
  IRR: [1],
};

/** What a reference or range of the tree stands for on the sheet. */
export type Area = {
  /** `D5`, `D5:D9`, or an error value where the reference leads nowhere. */
  address: string;
  /** Of how many values the area consists for the engine: headings are none. */
  count: number;
  /** Where Excel would see other cells than the engine: the places of headings, a stand-in for periods outside of the axis. */
  oddity: string;
  isMixed: boolean;
  /** One by one, with the line's own factor. */
  cells: () => AreaCell[];
};

export type AreaCell = { address: string; ratio: Ratio | null; holds: 'number' | 'text' | 'nothing' };

type AreaTree = Extract<FormulaTree, { kind: 'reference' | 'range' }>;
export type Resolve = (tree: AreaTree) => Area;

/** Where what formulas take from outside the sheet stands in the workbook. */
export type Cited = {
  /** The cell that holds a fact's figure, or the error that stands for it. */
  addressOfFact: (factId: string) => string;
  /** What gives the value taken of a series over the cells that hold it: `B5`, `SUM(B5:B8)`, `(B8-B4)/B4`, or an error. */
  formulaOfSeries: (tree: SeriesTree) => string;
};

export type PrintedFormula = { ok: true; formula: string } | { ok: false; reason: Message };

/** The formula without the leading `=`. */
export function printFormula(tree: FormulaTree, resolve: Resolve, cited: Cited): PrintedFormula {
  try {
    const formula = new Printer(resolve, cited).print(tree);
    if (formula.length >= MAX_FORMULA_LENGTH) {
      throw new Inexpressible(message('excel.formulaTooLong', { length: formula.length, limit: MAX_FORMULA_LENGTH }));
    }
    return { ok: true, formula };
  } catch (error) {
    if (error instanceof Inexpressible) return { ok: false, reason: error.reason };
    throw error;
  }
}

class Inexpressible extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.key);
    this.reason = reason;
  }
}

const PRECEDENCE: Record<BinaryOperator, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
const PRODUCT = PRECEDENCE['*'];
const PERCENT = 6;
const SIGN = 7;
const OPERAND = 8;

function precedenceOf(tree: FormulaTree): number {
  switch (tree.kind) {
    case 'chain':
      return PRECEDENCE[tree.operators[0]];
    case 'scaled':
      return PRODUCT;
    case 'percent':
      return PERCENT;
    case 'series':
      return isPartOfOne(tree) ? PRODUCT : OPERAND;
    case 'unary':
      return SIGN;
    case 'number':
      return tree.value < 0 ? SIGN : OPERAND;
    default:
      return OPERAND;
  }
}

class Printer {
  private readonly resolve: Resolve;
  private readonly cited: Cited;

  constructor(resolve: Resolve, cited: Cited) {
    this.resolve = resolve;
    this.cited = cited;
  }

  /** Where one value is wanted. Excel would take one of the cells of a longer area; the engine refuses. */
  print(tree: FormulaTree): string {
    switch (tree.kind) {
      case 'number':
        return printNumber(tree.value);
      case 'text':
        return printText(tree.value);
      case 'boolean':
        return tree.value ? 'TRUE' : 'FALSE';
      case 'error':
        return printError(tree.code);
      case 'array':
        return tree.rows.length === 1 && tree.rows[0].length === 1 ? this.print(tree.rows[0][0]) : '#VALUE!';
      case 'reference':
      case 'range': {
        const area = this.resolve(tree);
        if (area.count !== 1) return area.address.startsWith('#') ? area.address : '#VALUE!';
        const [cell] = area.cells();
        return cell === undefined ? area.address : printCell(cell, null);
      }
      case 'fact':
        return this.cited.addressOfFact(tree.fact.id);
      case 'series':
        return this.cited.formulaOfSeries(tree);
      case 'call':
        // Without the id of a fact or series in it.
        return CITING.has(tree.name) ? '#VALUE!' : this.printCall(tree.name, tree.args, false);
      case 'unary':
        return tree.operator + this.printOperand(tree.operand, SIGN);
      case 'percent':
        return `${this.printOperand(tree.operand, PERCENT)}%`;
      case 'chain':
        return this.printChain(tree.operators, tree.operands);
      case 'scaled':
        return this.printScaled(tree.operand, tree.ratio);
      case 'missing':
        return '';
    }
  }

  private printChain(operators: BinaryOperator[], operands: FormulaTree[]): string {
    const precedence = PRECEDENCE[operators[0]];
    return operands
      .map((operand, index) =>
        index === 0
          ? this.printOperand(operand, precedence)
          : operators[index - 1] + this.printOperand(operand, precedence + 1),
      )
      .join('');
  }

  private printOperand(tree: FormulaTree, atLeast: number): string {
    const printed = this.print(tree);
    return precedenceOf(tree) < atLeast ? `(${printed})` : printed;
  }

  private printScaled(operand: FormulaTree, ratio: Ratio): string {
    if (isAreaTree(operand)) {
      const area = this.resolve(operand);
      const [cell] = area.cells();
      if (area.count === 1 && cell !== undefined) return printCell(cell, ratio);
    }
    return scale(this.printOperand(operand, PRODUCT), ratio);
  }

  private printCall(name: string, args: FormulaTree[], takesArea: boolean): string {
    const printed = args.flatMap((argument, index) => this.printArgument(name, args, argument, index, takesArea));
    if (printed.length > MAX_ARGUMENTS) {
      throw new Inexpressible(message('excel.tooManyArguments', { count: printed.length, limit: MAX_ARGUMENTS }));
    }
    return `${PREFIXED.has(name) ? '_xlfn.' : ''}${name}(${printed.join(',')})`;
  }

  private printArgument(
    name: string,
    args: FormulaTree[],
    argument: FormulaTree,
    index: number,
    takesArea: boolean,
  ): string[] {
    if (functionTable.get(name)?.areas && !SINGLE_PARAMETERS[name]?.includes(index)) {
      if (name === 'SUMPRODUCT') this.checkAligned(args);
      return this.printAreaArgument(name, argument);
    }
    if (lazyFunctions.has(name) && this.isLongArea(argument)) {
      // Excel hands areas through these two only.
      const isBranch = index > 0 && (name === 'IF' || name === 'CHOOSE');
      if (isBranch && takesArea && isAreaTree(argument)) return this.printAreaArgument(name, argument);
      if (!isBranch || takesArea) throw new Inexpressible(message('excel.areaInFunction', { function: name }));
    }
    return [this.print(argument)];
  }

  private isLongArea(tree: FormulaTree): boolean {
    if (tree.kind === 'scaled') return this.isLongArea(tree.operand);
    return isAreaTree(tree) && this.resolve(tree).count > 1;
  }

  /** An argument that may be an area: as one where it can be, cell by cell where units have to be converted within it. */
  private printAreaArgument(name: string, argument: FormulaTree): string[] {
    if (argument.kind === 'array') {
      return [`{${argument.rows.map((row) => row.map((element) => this.print(element)).join(',')).join(';')}}`];
    }
    if (argument.kind === 'call' && !CITING.has(argument.name) && lazyFunctions.has(argument.name)) {
      return [this.printCall(argument.name, argument.args, true)];
    }
    const [tree, ratio] = argument.kind === 'scaled' ? [argument.operand, argument.ratio] : [argument, null];
    if (!isAreaTree(tree)) return [this.print(argument)];
    const area = this.resolve(tree);
    if ((!area.isMixed && ratio === null) || IGNORES_UNITS.has(name)) return [area.address];
    const cells = area.cells();
    if (name === 'CONCAT') return cells.map((cell) => printCell(cell, ratio));
    const numbers = cells.filter(({ holds }) => holds === 'number');
    if (numbers.length === 0) return [area.address];
    if (TAKES_CELLS.has(name) || cells.length === 1) return numbers.map((cell) => printCell(cell, ratio));
    throw new Inexpressible(message('excel.mixedUnits'));
  }

  /** SUMPRODUCT pairs by place, where Excel has to see the same cells as the engine. */
  private checkAligned(args: FormulaTree[]): void {
    if (args.length < 2) return;
    const oddities = args.map((argument) => (isAreaTree(argument) ? this.resolve(argument).oddity : ''));
    if (new Set(oddities).size > 1) throw new Inexpressible(message('excel.headingsBetween'));
  }
}

function isAreaTree(tree: FormulaTree): tree is AreaTree {
  return tree.kind === 'reference' || tree.kind === 'range';
}

/** The engine converts numbers only: a text is not multiplied. */
function printCell({ address, ratio, holds }: AreaCell, also: Ratio | null): string {
  if (holds === 'text') return address;
  return [ratio, also].reduce((printed, factor) => (factor === null ? printed : scale(printed, factor)), address);
}

/** `operand * times / over`, as the engine computes it. */
function scale(operand: string, { times, over }: Ratio): string {
  return operand + (times === 1 ? '' : `*${printNumber(times)}`) + (over === 1 ? '' : `/${printNumber(over)}`);
}

function printNumber(value: number): string {
  return String(value).replace('e+', 'E+').replace('e-', 'E-');
}

/** The two errors that Excel does not know become `#N/A`. */
export function printError(code: string): string {
  return code === '#CIRC!' || code === '#UNIT!' ? '#N/A' : code;
}

/** A literal, in pieces where it is longer than Excel takes one. */
export function printText(text: string): string {
  const pieces = cellText(text).match(new RegExp(`[^]{1,${MAX_TEXT_LITERAL}}`, 'gu')) ?? [''];
  const printed = pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
  return pieces.length === 1 ? printed : `(${printed})`;
}
