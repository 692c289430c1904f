/**
 * The steps of the unit check that change a formula: parts put back into their place, and conversions
 * written out around them.
 */
import type { FormulaTree } from './graph.ts';
import { multiplyRatios, type Ratio, ratioBetween, type Unit } from './units/unit.ts';

export type Tree<Kind extends FormulaTree['kind']> = Extract<FormulaTree, { kind: Kind }>;

/** `unit: null` fits any: a literal 0, text, an empty cell. */
export type Typed = { tree: FormulaTree; unit: Unit | null };

export function isBareNumber(tree: FormulaTree): boolean {
  if (tree.kind === 'unary') return isBareNumber(tree.operand);
  return tree.kind === 'number' && tree.unit === null;
}

export function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

/** The number that a formula of literals writes: `2`, `-1`, `1/2`. */
export function constantOf(tree: FormulaTree): number | null {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'unary': {
      const operand = constantOf(tree.operand);
      return operand === null ? null : tree.operator === '-' ? -operand : operand;
    }
    case 'chain': {
      if (tree.operators.length !== 1 || tree.operators[0] !== '/') return null;
      const [above, below] = tree.operands.map(constantOf);
      return above === null || below === null ? null : above / below;
    }
    default:
      return null;
  }
}

export function isOne({ times, over }: Ratio): boolean {
  return times === over;
}

export function rebuilt(tree: Tree<'chain'>, operands: Typed[], unit: Unit | null): Typed {
  const isSame = operands.every(({ tree: operand }, at) => operand === tree.operands[at]);
  return { tree: isSame ? tree : { ...tree, operands: operands.map((operand) => operand.tree) }, unit };
}

export function rebuiltCall(tree: Tree<'call'>, args: Typed[], unit: Unit | null): Typed {
  const isSame = args.every(({ tree: argument }, at) => argument === tree.args[at]);
  return { tree: isSame ? tree : { ...tree, args: args.map((argument) => argument.tree) }, unit };
}

export function converted({ tree, unit }: Typed, to: Unit): Typed {
  return { tree: unit === null ? tree : scaledBy(tree, ratioBetween(unit, to)), unit: to };
}

const BRANCHES: Record<string, (at: number, count: number) => boolean> = {
  IF: (at) => at > 0,
  IFS: (at) => at % 2 === 1,
  IFERROR: () => true,
  IFNA: () => true,
  CHOOSE: (at) => at > 0,
  SWITCH: (at, count) => at > 0 && (at % 2 === 0 || at === count - 1),
};

/** The tree times the ratio; in the branches of an IF and its like, so that text in one of them stays text. */
function scaledBy(tree: FormulaTree, ratio: Ratio): FormulaTree {
  if (isOne(ratio)) return tree;
  switch (tree.kind) {
    case 'text':
    case 'boolean':
    case 'error':
    case 'missing':
      return tree;
    case 'scaled': {
      const both = multiplyRatios(tree.ratio, ratio);
      return isOne(both) ? tree.operand : { ...tree, ratio: both };
    }
    case 'call': {
      const isBranch = BRANCHES[tree.name];
      if (isBranch === undefined) break;
      const scale = (argument: FormulaTree, at: number) =>
        isBranch(at, tree.args.length) ? scaledBy(argument, ratio) : argument;
      return { ...tree, args: tree.args.map(scale) };
    }
  }
  return { kind: 'scaled', operand: tree, ratio };
}
