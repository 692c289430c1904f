/**
 * What was typed into cells, read once: an input is a value, a formula a tree bound to lines.
 *
 * A content registers with the names and ranges that it reads. One that is replaced is taken out of
 * those lists lazily, when half of a list is out of use, so that no edit costs the length of a list.
 */
import type { Expression, PeriodSelector } from '../../shared/formula/ast.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import type { EngineFact } from './facts.ts';
import type { Content, FormulaTree, Use } from './graph.ts';
import { readInput } from './input-value.ts';
import type { LineTable } from './line-table.ts';
import type { MentionTable } from './mentions.ts';
import type { RangeIndex } from './range-index.ts';
import { fault, type Scalar } from './scalar.ts';
import type { EngineSeries } from './series.ts';
import type { UnitWords } from './units/unit-words.ts';

/** Where a formula reads other cells. */
export type Read = Extract<FormulaTree, { kind: 'reference' | 'range' }>;

type Place = Pick<Content, 'slot' | 'scenarioId' | 'period'>;

/** What the names in a formula are bound to. */
export type Names = {
  lines: LineTable;
  ranges: RangeIndex;
  facts: MentionTable<EngineFact>;
  series: MentionTable<EngineSeries>;
};

type UsedBy = { uses: Use[]; outOfUse: number };

const SAME_PERIOD: PeriodSelector = { kind: 'same' };
const KEPT_OUT_OF_USE = 8;
const SHORT = 4;

/** Reads what was typed; `text` is not empty. Units of lines come in later, see LineUnits. */
export function readContent(place: Place, text: string, names: Names, words: UnitWords): Content {
  if (!isFormula(text)) {
    const { value, unit } = readInput(text, words);
    return contentAt(place, text, value, unit !== null);
  }
  const parsed = parseFormula(text);
  if (!parsed.ok) return contentAt(place, text, fault('#NAME?', parsed.error.message), false);
  const content = contentAt(place, text, null, false);
  content.tree = content.elaborated = bind(parsed.expression, names, content);
  return content;
}

function contentAt({ slot, scenarioId, period }: Place, text: string, value: Scalar, hasUnits: boolean): Content {
  return {
    slot,
    scenarioId,
    period,
    text,
    tree: null,
    value,
    elaborated: null,
    unit: '',
    unitFault: null,
    hasUnits,
    facts: null,
    series: null,
    isInUse: true,
  };
}

/** A short list is copied: one that is pushed to reserves room for many, and most names are used once or twice. */
function addUse(of: UsedBy, use: Use): void {
  if (of.uses.length === 0) of.uses = [use];
  else if (of.uses.length < SHORT) of.uses = of.uses.concat(use);
  else of.uses.push(use);
}

export function isFormula(text: string): boolean {
  return text.charCodeAt(0) === 0x3d || text.charCodeAt(0) === 0xff1d;
}

/** Takes a replaced content out of the lists of what it read. */
export function retire(content: Content): void {
  content.isInUse = false;
  for (const fact of content.facts ?? []) fact.readers.delete(content);
  for (const { series } of content.series ?? []) series.readers.delete(content);
  if (content.tree === null) return;
  forEachRead(content.tree, (read) => {
    const used = read.kind === 'reference' ? read.line : read.range;
    used.outOfUse++;
    if (used.outOfUse < KEPT_OUT_OF_USE || used.outOfUse * 2 < used.uses.length) return;
    used.uses = used.uses.filter((use) => use.reader.isInUse);
    used.outOfUse = 0;
  });
}

/** Calls `look` with every reference and range of a formula, in the order of the text. */
export function forEachRead(tree: FormulaTree, look: (read: Read) => void): void {
  switch (tree.kind) {
    case 'reference':
    case 'range':
      look(tree);
      break;
    case 'call':
      for (const argument of tree.args) forEachRead(argument, look);
      break;
    case 'chain':
      for (const operand of tree.operands) forEachRead(operand, look);
      break;
    case 'unary':
    case 'percent':
    case 'scaled':
      forEachRead(tree.operand, look);
      break;
  }
}

/** The formula with its names as lines; `reader` joins the readers of all that it names. */
function bind(expression: Expression, names: Names, reader: Content): FormulaTree {
  switch (expression.kind) {
    case 'number':
      if (expression.unit !== null) reader.hasUnits = true;
      return { kind: 'number', value: expression.value, unit: expression.unit };
    case 'text':
      return { kind: 'text', value: expression.value };
    case 'boolean':
      return { kind: 'boolean', value: expression.value };
    case 'error':
      return { kind: 'error', code: expression.code };
    case 'missing':
      return { kind: 'missing' };
    case 'array':
      return {
        kind: 'array',
        rows: expression.rows.map((row) => row.map((element) => bind(element, names, reader))),
      };
    case 'reference': {
      const line = names.lines.mention(expression.name);
      const periods = expression.periods.kind === 'same' ? SAME_PERIOD : expression.periods;
      addUse(line, { reader, periods });
      return { kind: 'reference', line, periods };
    }
    case 'range': {
      const { lines, ranges } = names;
      const range = ranges.mention(lines.mention(expression.from), lines.mention(expression.to));
      const periods = expression.periods.kind === 'same' ? SAME_PERIOD : expression.periods;
      addUse(range, { reader, periods });
      return { kind: 'range', range, periods, ratios: null };
    }
    case 'call': {
      const taken = bindCitation(expression, names, reader);
      if (taken !== null) return taken;
      return {
        kind: 'call',
        name: expression.name,
        args: expression.args.map((argument) => bind(argument, names, reader)),
      };
    }
    case 'unary':
      return {
        kind: 'unary',
        operator: expression.operator,
        operand: bind(expression.operand, names, reader),
      };
    case 'percent':
      return { kind: 'percent', operand: bind(expression.operand, names, reader) };
    case 'chain':
      return {
        kind: 'chain',
        operators: [...expression.operators],
        operands: expression.operands.map((operand) => bind(operand, names, reader)),
      };
  }
}

/** The fact or series that `FACT("id")` or `SERIES("id")` takes; null of other calls, and where the id is no text written in the formula itself. */
function bindCitation(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  names: Names,
  reader: Content,
): FormulaTree | null {
  if (name === 'FACT') return bindFact(args, names.facts, reader);
  return name === 'SERIES' ? bindSeries(args, names.series, reader) : null;
}

function bindFact(args: readonly Expression[], facts: Names['facts'], reader: Content): FormulaTree | null {
  const [id] = args;
  if (args.length !== 1 || id.kind !== 'text') return null;
  const fact = facts.mention(id.value, reader);
  reader.facts = reader.facts === null ? [fact] : [...reader.facts, fact];
  reader.hasUnits = true;
  return { kind: 'fact', fact };
}

function bindSeries(args: readonly Expression[], series: Names['series'], reader: Content): FormulaTree | null {
  const [id, period, how] = args.map(literalText);
  if (!id || args[0].kind !== 'text' || period === null || how === null) return null;
  const mention = series.mention(id, reader);
  const tree = { kind: 'series', series: mention, period: period ?? '', how: how?.toLowerCase() ?? '' } as const;
  reader.series = reader.series === null ? [tree] : [...reader.series, tree];
  reader.hasUnits = true;
  return tree;
}

/** A text, or a year, as written; '' where it is left out, null of all else. */
function literalText(expression: Expression): string | null {
  if (expression.kind === 'missing') return '';
  if (expression.kind === 'number' && expression.unit === null) return String(expression.value);
  return expression.kind === 'text' ? expression.value.trim() : null;
}
