/**
 * The unit check: a bound formula in, the same formula with conversions written out and its unit out, or
 * the sentence that says which units do not fit.
 *
 * Conversions are put in as late as can be: products and quotients carry the units along, and only
 * where two things must be in one unit (a sum, a comparison, the line itself) is one converted to the
 * other. So `33.2` in 万元 stays 33.2 until it has to be something else.
 */
import { type Message, message } from '../../shared/messages.ts';
import {
  constantOf,
  converted,
  isBareNumber,
  isOne,
  product,
  rebuilt,
  rebuiltCall,
  type Tree,
  type Typed,
} from './conversion.ts';
import { figureOfFact } from './facts.ts';
import type { FormulaTree } from './graph.ts';
import { type Fault, fault, isFault } from './scalar.ts';
import { isPartOfOne, type SeriesTree, unknownSeries } from './series.ts';
import { type ArgumentRole, PLAIN_RULE, UNIT_RULES, type UnitRule } from './unit-rules.ts';
import {
  divideUnits,
  multiplyUnits,
  PLAIN,
  powerOfUnit,
  printUnit,
  type Ratio,
  ratioBetween,
  type Unit,
} from './units/unit.ts';
import type { UnitWords } from './units/unit-words.ts';

type Call = Tree<'call'>;

export type UnitSource = {
  words: UnitWords;
  /** Null of an empty line, of one with text, and of one whose own unit is at fault. */
  unitOfLine(slot: number): Unit | null;
  /** Slots and ids of the lines of a range in order. */
  linesOf(range: Tree<'range'>['range']): { slot: number; lineId: number }[];
};

export type Checked = { tree: FormulaTree; unit: Unit | null; fault: Fault | null };

class Clash extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.key);
    this.said = said;
  }
}

/** Checks a formula of a line that is in `declared`; where that is null, the formula's own unit is simplified and taken. */
export function elaborate(tree: FormulaTree, declared: Unit | null, source: UnitSource): Checked {
  const elaboration = new Elaboration(declared, source);
  try {
    const typed = elaboration.typed(tree);
    if (typed.unit === null) return { tree: typed.tree, unit: declared, fault: null };
    const unit = declared ?? source.words.simplify(typed.unit);
    if (typed.unit.dimension !== unit.dimension) throw new Clash(resultClash(typed.unit, unit, source.words));
    return { tree: converted(typed, unit).tree, unit, fault: null };
  } catch (error) {
    if (!(error instanceof Clash)) throw error;
    // Units cannot fit where a line, fact or series is missing; that is what is wrong.
    return { tree, unit: declared, fault: elaboration.missing ?? fault('#UNIT!', error.said) };
  }
}

function resultClash(given: Unit, declared: Unit, words: UnitWords): Message {
  const shown = printUnit(words.simplify(given));
  if (given.dimension === '') return message('engine.unitOfResultMissing', { declared: printUnit(declared) });
  if (declared.dimension === '') return message('engine.unitOfPlainLine', { given: shown });
  return message('engine.unitOfResult', { given: shown, declared: printUnit(declared) });
}

class Elaboration {
  private readonly declared: Unit | null;
  private readonly source: UnitSource;
  /** Of the first line that the formula names and the sheet does not have, or of such a fact or series. */
  missing: Fault | null = null;

  constructor(declared: Unit | null, source: UnitSource) {
    this.declared = declared;
    this.source = source;
  }

  typed(tree: FormulaTree): Typed {
    switch (tree.kind) {
      case 'number':
        return { tree, unit: this.unitOfNumber(tree) };
      case 'reference':
        return this.reference(tree);
      case 'range':
        return this.range(tree);
      case 'chain':
        return this.chain(tree);
      case 'call':
        return this.call(tree);
      case 'unary':
      case 'percent': {
        const { tree: operand, unit } = this.typed(tree.operand);
        return { tree: operand === tree.operand ? tree : { ...tree, operand }, unit };
      }
      case 'fact':
        return this.fact(tree);
      case 'series':
        return this.series(tree);
      case 'array':
        return { tree, unit: this.unitOfArray(tree) };
      case 'scaled':
        return this.typed(tree.operand);
      case 'text':
      case 'boolean':
      case 'error':
      case 'missing':
        return { tree, unit: null };
    }
  }

  private reference(tree: Tree<'reference'>): Typed {
    const { slot, text } = tree.line;
    if (slot >= 0) return { tree, unit: this.source.unitOfLine(slot) };
    this.missing ??= fault('#NAME?', message('engine.nameUnknown', { name: text }));
    return { tree, unit: null };
  }

  /** Text fits any unit; a figure without a unit is a plain number. */
  private fact(tree: Tree<'fact'>): Typed {
    const figure = figureOfFact(tree.fact);
    if (isFault(figure)) this.missing ??= figure;
    const { held } = tree.fact;
    if (typeof held !== 'object' || typeof held.value === 'string') return { tree, unit: null };
    return { tree, unit: this.unitOfNumber({ value: held.value, unit: held.unit || null }) };
  }

  private series(tree: SeriesTree): Typed {
    this.missing ??= unknownSeries(tree.series);
    const { held } = tree.series;
    if (held === undefined) return { tree, unit: null };
    return { tree, unit: isPartOfOne(tree) ? PLAIN : this.unitOfNumber({ value: 1, unit: held.unit || null }) };
  }

  private unitOfNumber({ value, unit }: Pick<Tree<'number'>, 'value' | 'unit'>): Unit | null {
    if (unit === null) return value === 0 ? null : PLAIN;
    const reading = this.source.words.read(unit);
    if (!reading.ok) throw new Clash(reading.fault.message);
    return reading.unit;
  }

  private unitOfArray({ rows }: Tree<'array'>): Unit | null {
    const isNumber = rows.some((row) => row.some((element) => this.typed(element).unit !== null));
    return isNumber ? PLAIN : null;
  }

  /** All lines in the unit of the first one that has any. */
  private range(tree: Tree<'range'>): Typed {
    let unit: Unit | null = null;
    const ratios = new Map<number, Ratio>();
    for (const { slot, lineId } of this.source.linesOf(tree.range)) {
      const own = this.source.unitOfLine(slot);
      if (own === null) continue;
      unit ??= own;
      this.checkSame(unit, own);
      const ratio = ratioBetween(own, unit);
      if (!isOne(ratio)) ratios.set(lineId, ratio);
    }
    return { tree: ratios.size === 0 ? tree : { ...tree, ratios }, unit };
  }

  // --- operators ---------------------------------------------------------------------------

  private chain(tree: Tree<'chain'>): Typed {
    const operands = tree.operands.map((operand) => this.typed(operand));
    switch (tree.operators[0]) {
      case '+':
      case '-':
        return this.sum(tree, operands);
      case '*':
      case '/':
        return this.product(tree, operands);
      case '^':
        return this.power(tree, operands);
      case '&':
        return rebuilt(tree, operands, null);
      default:
        return rebuilt(tree, this.alike(operands).typed, PLAIN);
    }
  }

  private sum(tree: Tree<'chain'>, operands: Typed[]): Typed {
    const { typed, unit } = this.alike(operands);
    return rebuilt(tree, typed, unit);
  }

  private product(tree: Tree<'chain'>, operands: Typed[]): Typed {
    let unit = operands[0].unit;
    for (let at = 1; at < operands.length; at++) {
      const other = operands[at].unit;
      if (other === null) continue;
      unit = tree.operators[at - 1] === '*' ? multiplyUnits(unit ?? PLAIN, other) : divideUnits(unit ?? PLAIN, other);
    }
    // 0 times anything is 0 of what it would have been; an unknown factor leaves the rest as it is.
    return rebuilt(tree, operands, unit);
  }

  private power(tree: Tree<'chain'>, operands: Typed[]): Typed {
    const exponents = operands.slice(1).map((operand) => this.plain(operand, '^'));
    const base = operands[0];
    if (base.unit === null || base.unit.dimension === '') {
      return rebuilt(tree, [this.plain(base, '^'), ...exponents], base.unit === null ? null : PLAIN);
    }
    const power = exponents.map(({ tree: exponent }) => constantOf(exponent)).reduce(product, 1);
    return rebuilt(tree, [base, ...exponents], this.raised(base.unit, power));
  }

  private raised(unit: Unit, power: number | null): Unit {
    if (power === null || !Number.isInteger(power * 2) || Math.abs(power) > 12) {
      throw new Clash(message('engine.unitExponent', { unit: this.shown(unit) }));
    }
    return powerOfUnit(unit, power);
  }

  // --- functions ---------------------------------------------------------------------------

  private call(tree: Call): Typed {
    switch (tree.name) {
      case 'IF':
        return this.branching(tree, (at) => (at === 0 ? 'free' : 'branch'));
      case 'IFS':
        return this.branching(tree, (at) => (at % 2 === 0 ? 'free' : 'branch'));
      case 'IFERROR':
      case 'IFNA':
        return this.branching(tree, () => 'branch');
      case 'CHOOSE':
        return this.branching(tree, (at) => (at === 0 ? 'plain' : 'branch'));
      case 'SWITCH':
        return this.branching(tree, (at) => {
          const isDefault = at === tree.args.length - 1 && at % 2 === 1;
          return at > 0 && (at % 2 === 0 || isDefault) ? 'branch' : 'subject';
        });
      case 'POWER':
        return this.powerCall(tree);
    }
    return this.byRule(tree, UNIT_RULES.get(tree.name) ?? PLAIN_RULE);
  }

  private branching(tree: Call, roleOf: (at: number) => 'free' | 'plain' | 'branch' | 'subject'): Typed {
    const args = tree.args.map((argument, at) =>
      roleOf(at) === 'plain' ? this.plain(this.typed(argument), tree.name) : this.typed(argument),
    );
    let unit: Unit | null = null;
    for (const role of ['branch', 'subject']) {
      const places = args.flatMap((_, at) => (roleOf(at) === role ? [at] : []));
      const alike = this.alike(places.map((at) => args[at]));
      places.forEach((at, index) => {
        args[at] = alike.typed[index];
      });
      if (role === 'branch') unit = alike.unit;
    }
    return rebuiltCall(tree, args, unit);
  }

  private powerCall(tree: Call): Typed {
    const [base, exponent] = tree.args.map((argument) => this.typed(argument));
    const plainExponent = this.plain(exponent, tree.name);
    if (base.unit === null || base.unit.dimension === '') {
      return rebuiltCall(tree, [this.plain(base, tree.name), plainExponent], base.unit === null ? null : PLAIN);
    }
    return rebuiltCall(tree, [base, plainExponent], this.raised(base.unit, constantOf(plainExponent.tree)));
  }

  private byRule(tree: Call, rule: UnitRule): Typed {
    const roles = tree.args.map((_, at) => rule.args[Math.min(at, rule.args.length - 1)]);
    if (rule.result === 'product') return this.productOfAreas(tree);
    const args = tree.args.map((argument, at) => this.argument(argument, roles[at], tree.name));
    const together = tree.args.flatMap((_, at) => (isTogether(roles[at]) ? [at] : []));
    const isBareStep = (at: number) => roles[at] === 'step' && isBareNumber(tree.args[at]);
    const alike = this.alike(together.filter((at) => !isBareStep(at)).map((at) => args[at]));
    let next = 0;
    for (const at of together) if (!isBareStep(at)) args[at] = alike.typed[next++];
    return rebuiltCall(tree, args, this.resultOf(rule, alike.unit));
  }

  private argument(tree: FormulaTree, role: ArgumentRole, name: string): Typed {
    if (role === 'free' && tree.kind === 'range') return { tree, unit: null };
    const typed = this.typed(tree);
    if (role === 'plain') return this.plain(typed, name);
    return role === 'shown' ? this.inShownUnit(typed) : typed;
  }

  /** What people see is the number in the line's unit, or where that measures something else, in the simplest unit. */
  private inShownUnit(typed: Typed): Typed {
    if (typed.unit === null) return typed;
    const isLines = this.declared !== null && this.declared.dimension === typed.unit.dimension;
    const unit = isLines && this.declared !== null ? this.declared : this.source.words.simplify(typed.unit);
    return converted(typed, unit);
  }

  private resultOf(rule: UnitRule, unit: Unit | null): Unit | null {
    if (rule.result === 'any') return null;
    if (rule.result === 'plain') return PLAIN;
    if (unit === null || rule.result === 'money') return unit;
    return powerOfUnit(unit, rule.result === 'square' ? 2 : 0.5);
  }

  /** PRODUCT multiplies every cell, SUMPRODUCT its areas cell by cell. */
  private productOfAreas(tree: Call): Typed {
    let unit: Unit | null = null;
    const multiply = (other: Unit | null) => {
      if (other !== null) unit = multiplyUnits(unit ?? PLAIN, other);
    };
    const args = tree.args.map((argument) => {
      if (tree.name === 'PRODUCT' && argument.kind === 'range') {
        for (const { slot } of this.source.linesOf(argument.range)) multiply(this.source.unitOfLine(slot));
        return { tree: argument, unit: null };
      }
      const typed = this.typed(argument);
      multiply(typed.unit);
      return typed;
    });
    return rebuiltCall(tree, args, unit);
  }

  // --- units that meet ---------------------------------------------------------------------

  /** All in the unit of the first one that has any. */
  private alike(operands: Typed[]): { typed: Typed[]; unit: Unit | null } {
    const unit = operands.find((operand) => operand.unit !== null)?.unit ?? null;
    if (unit === null) return { typed: operands, unit };
    const typed = operands.map((operand, at) => {
      if (operand.unit === null) return operand;
      this.checkSame(unit, operand.unit, operands[0].tree, operands[at].tree);
      return converted(operand, unit);
    });
    return { typed, unit };
  }

  private checkSame(first: Unit, second: Unit, ...trees: FormulaTree[]): void {
    if (first.dimension === second.dimension) return;
    if (first.dimension !== '' && second.dimension !== '') {
      const params = {
        first: this.shown(first),
        second: this.shown(second),
        factor: this.shown(divideUnits(second, first)),
      };
      throw new Clash(message('engine.unitsDiffer', params));
    }
    const unit = this.shown(first.dimension === '' ? second : first);
    for (const tree of trees) {
      if (tree.kind === 'number' && tree.unit === null) {
        throw new Clash(message('engine.unitOfLiteral', { value: tree.value, unit }));
      }
    }
    throw new Clash(message('engine.unitMissing', { unit }));
  }

  private plain(typed: Typed, name: string): Typed {
    if (typed.unit === null) return typed;
    if (typed.unit.dimension !== '') {
      throw new Clash(message('engine.unitInFunction', { function: name, unit: this.shown(typed.unit) }));
    }
    return converted(typed, PLAIN);
  }

  private shown(unit: Unit): string {
    return printUnit(this.source.words.simplify(unit));
  }
}

function isTogether(role: ArgumentRole): boolean {
  return role === 'money' || role === 'shown' || role === 'step';
}
