/**
 * Sheets made up from a seed: scenarios with overrides, periods, units, ranges, every function of the
 * catalogue, texts, truth values, errors, cycles, and names and labels that spreadsheets trip over.
 *
 * What LibreOffice itself calculates otherwise than Excel is kept out:
 * - where errors of two kinds meet in one formula, Excel takes the first and LibreOffice any: a sheet has one kind;
 * - truth values in cells are numbers to LibreOffice: no other line reads them;
 * - LN, LOG, SQRT, LARGE, SMALL, PERCENTILE.INC, MEDIAN and QUOTIENT give an error of LibreOffice's own for what
 *   they do not take, which it saves as #VALUE!: IFERROR stands around them;
 * - a formula that gives an empty cell is no number to its ISNUMBER: empty lines are read in ranges only, `+0`
 *   follows what may lie outside of the time axis, and IF has both of its branches;
 * - 0^0 is 1, RANK.EQ of a number that is not in the list is a place in it, CONCAT writes TRUE as 1.
 */
import type { SheetFact } from '../../electron/excel/facts-sheet.ts';
import { functionCatalogue } from '../../shared/formula/function-catalogue.ts';
import { sameInBoth } from '../../shared/language.ts';
import { periodsOf, type TimeAxis } from '../../shared/periods.ts';
import type { Cell, Line, Scenario, SheetDocument } from '../../shared/sheet.ts';

const NAMES = [
  'A1',
  'XFD1048576',
  'R1C1',
  'R',
  'C',
  'rc',
  'FY24',
  'Q1',
  '_x',
  '_xlfn',
  'SUM',
  'IF',
  'price',
  'Price_2',
  'é',
  'Ｗｉｄｅ',
  '营收',
  '算力成本',
  '行业tokens',
  '単価',
  'маржа',
  'größe',
  'n1',
  'a_b_c',
  'E5',
  'E',
  'PI',
  'print_area',
];
const LABELS = [
  '=1+1',
  '+1',
  '-cmd',
  '@SUM(A1)',
  "'quoted",
  '<b>&amp;"x"</b>',
  'a\u0001b',
  'half \ud800',
  '😀 成本',
  'two\nlines',
  '',
  ' ',
  '{=1}',
  '_x0041_',
  '训练费用（万元）',
  'x'.repeat(300),
];
const TEXTS = ['abc', '数据', 'TRUE?', 'a "b"', 'x=1', 'IFS(1)'];
const NUMBERS = ['0', '1', '2', '-3', '0.5', '12.75', '1000', '-0.125', '7', '3.14159', '100000', '0.001'];
/** The facts that formulas of the sheets take. */
export const GENERATED_FACTS = [
  numericFact('plain', 12.5, ''),
  numericFact('small', 0.125, ''),
  numericFact('share', 35, '%'),
];
const LAST_LINES = 4;
const LOGICAL_FUNCTIONS = new Set('AND OR NOT XOR ISBLANK ISERROR ISLOGICAL ISNA ISNUMBER ISTEXT'.split(' '));
const TEXT_FUNCTIONS = new Set('CONCAT LEFT MID RIGHT'.split(' '));
const LAST_FUNCTIONS = [...LOGICAL_FUNCTIONS, ...TEXT_FUNCTIONS];
/** SERIES depends on the time axis: series.test.ts has its cases. */
const ELSEWHERE = [...LAST_FUNCTIONS, 'SERIES'];
const FUNCTIONS = [...functionCatalogue.keys()].filter((name) => !ELSEWHERE.includes(name));
const AXES: TimeAxis[] = [
  { grain: 'quarter', start: '2023Q3', count: 5 },
  { grain: 'year', start: '2020', count: 4 },
  { grain: 'month', start: '2024-11', count: 3 },
  { grain: 'fiscal-quarter', start: 'FY24Q1', count: 4 },
];
/** Lines of one group can be added; a formula over groups is `#UNIT!`, which is compared as well. */
const UNIT_GROUPS = [['CNY', '万元', '亿元'], ['h', 'd'], ['GPU'], ['%', '']];

/** The one kind of error that formulas of a sheet may come to. */
const KINDS = ['none', '#DIV/0!', '#VALUE!', '#N/A', '#NAME?', '#CIRC!'] as const;
type Kind = (typeof KINDS)[number];

/** Functions that are always within IFERROR, see above, and those that divide by the count of numbers. */
const CAUGHT = new Set('LN LOG LOG10 SQRT LARGE SMALL PERCENTILE.INC MEDIAN QUOTIENT RANK.EQ'.split(' '));
const DIVIDING = new Set('AVERAGE STDEV.S STDEV.P VAR.S VAR.P MOD POWER'.split(' '));

export function generatedSheet(seed: number): SheetDocument {
  return new Generator(seed).sheet();
}

class Generator {
  private state: number;
  private readonly seed: number;
  private readonly lines: Line[] = [];
  private axis: TimeAxis | null = null;
  private formulaCount = 0;
  /** The last lines of a sheet hold texts and truth values, and no other line reads them. */
  private isLastPart = false;
  private kind: Kind = 'none';
  private readableCount = 0;
  /** Lines without content in the base. */
  private readonly empty = new Set<string>();

  constructor(seed: number) {
    this.seed = seed;
    this.state = seed * 0x9e3779b9;
  }

  sheet(): SheetDocument {
    this.axis = this.seed % 3 === 0 ? this.pick(AXES) : null;
    const withUnits = this.seed % 4 === 1;
    this.kind = withUnits ? 'none' : KINDS[Math.floor(this.seed / 2) % KINDS.length];
    const scenarios = this.scenarios();
    const cells: Cell[] = [];
    const names = this.shuffled(NAMES);
    const lineCount = 14 + this.below(16);
    for (let at = 0; at < lineCount; at++) {
      this.isLastPart = at >= lineCount - LAST_LINES;
      const isHeading = this.chance(0.1);
      const line = this.line(at, isHeading ? '' : (names[at] ?? `line_${at}`), isHeading, withUnits);
      if (!isHeading) cells.push(...this.cellsOf(line, scenarios, at, withUnits));
      this.lines.push(line);
      if (!this.isLastPart) this.readableCount = this.lines.length;
    }
    const sheet = {
      id: `generated-${this.seed}`,
      title: sameInBoth(this.pick(['模型: [草稿]', "It's / a *test*?", 'Sources', '=1+1', '', `长${'名'.repeat(40)}`])),
      note: sameInBoth(this.pick(LABELS)),
      timeAxis: this.axis,
      customUnits: [],
      templateId: null,
    };
    return { sheet, scenarios, lines: this.lines, cells };
  }

  private scenarios(): Scenario[] {
    return Array.from({ length: 1 + this.below(4) }, (_, index) => ({
      id: index + 1,
      parentId: index === 0 ? null : 1 + this.below(index),
      position: index,
      name: sameInBoth(index === 0 ? 'Base' : this.pick(LABELS) || 'Scenario'),
      note: sameInBoth(''),
    }));
  }

  private line(at: number, name: string, isHeading: boolean, withUnits: boolean): Line {
    const value = this.below(100);
    return {
      id: 100 + at,
      kind: isHeading ? 'heading' : 'line',
      position: at,
      name,
      label: sameInBoth(this.pick(LABELS)),
      unit: withUnits && !isHeading ? this.pick(this.pick(UNIT_GROUPS)) : '',
      format: { decimals: this.pick([null, 0, 2]), grouping: this.chance(0.5) },
      note: sameInBoth(this.chance(0.2) ? this.pick(LABELS) : ''),
      sources: this.chance(0.2) ? [{ sourceId: '002', place: '002/图表14', wording: this.pick(LABELS) }] : [],
      reported: this.chance(this.isLastPart ? 0 : 0.2)
        ? { value, text: `≈ ${value}`, step: this.pick([0, 0.1, 1]), period: periodsOf(this.axis)[0] }
        : null,
    };
  }

  private cellsOf(line: Line, scenarios: Scenario[], at: number, withUnits: boolean): Cell[] {
    const cells: Cell[] = [];
    const put = (scenarioId: number, period: string, content: string) =>
      cells.push({ lineId: line.id, scenarioId, period, content });
    const content = () => {
      if (at < 4 || this.chance(0.2)) return this.input();
      return `=${withUnits ? this.inUnits() : this.anything(3)}`;
    };
    if (this.chance(0.95)) put(1, '', content());
    else this.empty.add(line.name);
    for (const { id } of scenarios.slice(1)) if (this.chance(0.15)) put(id, '', content());
    for (const period of periodsOf(this.axis)) {
      if (period !== '' && this.chance(0.15)) put(this.pick(scenarios).id, period, content());
    }
    return cells.filter(({ scenarioId, period }, index) => {
      const first = cells.findIndex((cell) => cell.scenarioId === scenarioId && cell.period === period);
      return first === index;
    });
  }

  private input(): string {
    if (this.isLastPart) return this.pick(['TRUE', 'FALSE', ...TEXTS]);
    if (this.kind === '#VALUE!' && this.chance(0.15)) return this.pick(TEXTS);
    return this.pick(NUMBERS);
  }

  // --- formulas ----------------------------------------------------------------------------

  /** Each function of the catalogue has its turn at the top of a formula. */
  private anything(depth: number): string {
    const names = this.isLastPart ? LAST_FUNCTIONS : FUNCTIONS;
    const turn = this.seed * 7 + this.formulaCount++;
    if (this.chance(0.6)) return this.safeCall(names[turn % names.length], depth);
    if (this.isLastPart) return this.pick([() => this.logical(depth), () => this.text(depth)])();
    return this.kind === '#VALUE!' && this.chance(0.3) ? this.text(depth) : this.number(depth);
  }

  /** Products and sums, of which some do not fit. */
  private inUnits(): string {
    const [a, b, c] = [this.reference(), this.reference(), this.reference()];
    return this.pick([
      `${a}+${b}`,
      `${a}*2-${b}`,
      `${a}*${b}/${c}`,
      `SUM(${this.range()})`,
      `MAX(${a},${b})`,
      `IF(${a}>${b},${a},${b})`,
      `ROUND(${a},1)`,
      `AVERAGE(${this.range()})/${a}`,
      `${a}*(1+${b})`,
      `${a}`,
      `${a}*50%`,
      `ABS(${a}-${b})`,
      `COUNT(${this.range()})`,
      `IFERROR(MEDIAN(${this.range()}),1)`,
      `IFERROR(LARGE(${this.range()},1),1)`,
    ]);
  }

  private number(depth: number): string {
    if (depth <= 0) return this.pick([() => this.reference(), () => this.pick(NUMBERS)])();
    const operand = () => this.number(depth - 1);
    return this.pick([
      () => `${operand()}+${operand()}`,
      () => `${operand()}-(${operand()}-${operand()})`,
      () => `(${operand()}+1)*${operand()}`,
      () => `${operand()}/${this.divisor(depth - 1)}`,
      () => `-(${operand()})`,
      () => `${this.reference()}^2`,
      () => `-${this.reference()}^2`,
      () => `${this.reference()}%`,
      () => `SUM(${this.area()},${operand()})`,
      () => `ROUND(${operand()},2)`,
      () => `IF(${this.logical(depth - 1)},${operand()},${operand()})`,
      () => `IFERROR(${operand()},${this.pick(NUMBERS)})`,
      () => this.reference(),
    ])();
  }

  private divisor(depth: number): string {
    return this.kind === '#DIV/0!' ? `(${this.number(depth)})` : `(ABS(${this.number(depth)})+1)`;
  }

  private logical(depth: number): string {
    if (depth <= 0) return this.pick(['TRUE', 'FALSE', `${this.reference()}>1`]);
    return this.pick([
      `${this.reference()}${this.pick(['=', '<>', '<', '<=', '>', '>='])}${this.pick(NUMBERS)}`,
      `AND(${this.logical(depth - 1)},${this.logical(depth - 1)})`,
      `OR(${this.logical(depth - 1)},FALSE)`,
      `NOT(${this.logical(depth - 1)})`,
      `ISNUMBER(${this.reference()}*1)`,
      `ISERROR(${this.number(depth - 1)})`,
    ]);
  }

  private text(depth: number): string {
    const text = () => `"${this.pick(TEXTS).replaceAll('"', '""')}"`;
    return this.pick([
      text(),
      `${text()}&${text()}`,
      `IF(${this.logical(depth - 1)},${text()},"")`,
      `LEFT(${text()},2)`,
      `CONCAT(${text()},${text()})`,
      `"${'长'.repeat(300)}"&1`,
    ]);
  }

  private safeCall(name: string, depth: number): string {
    const isCaught = CAUGHT.has(name) || (DIVIDING.has(name) && this.kind !== '#DIV/0!');
    return isCaught ? `IFERROR(${this.call(name, depth)},-1)` : this.call(name, depth);
  }

  private call(name: string, depth: number): string {
    const n = () => this.number(depth - 1);
    const small = () => this.pick(['0', '1', '2', '3', '-1']);
    const rate = () => this.pick(['0.1', '0.05', '8%', '0.08/12']);
    const ifValue = (text: string, otherwise: string) => (this.kind === '#VALUE!' ? text : otherwise);
    const pieces = (count: number, make: () => string) => Array.from({ length: count }, make).join(',');
    const args: Record<string, () => string> = {
      NA: () => '',
      FACT: () => this.pick(GENERATED_FACTS.map(({ id }) => `"${id}"`)),
      PI: () => '',
      CEILING: () => `${n()},${this.pick(['1', '0.5', '10'])}`,
      FLOOR: () => `${n()},${this.pick(['1', '0.5', '10'])}`,
      MROUND: () => `ABS(${n()}),${this.pick(['5', '2', '10'])}`,
      LOG: () => `${n()},${this.pick(['2', '10'])}`,
      MOD: () => `${this.reference()},${this.pick(['3', '-3', '7', '0'])}`,
      POWER: () => `${this.reference()},${this.pick(['1', '2', '3', '-1'])}`,
      EXP: () => `MIN(${n()},100000)/100000`,
      QUOTIENT: () => `${this.reference()},${this.pick(['3', '-3', '7', '0'])}`,
      ROUND: () => `${n()},${small()}`,
      ROUNDDOWN: () => `${n()},${small()}`,
      ROUNDUP: () => `${n()},${small()}`,
      TRUNC: () => this.pick([n(), `${n()},${small()}`]),
      SUMPRODUCT: () => this.pick([this.area(), '{1,2,3},{4,5,6}', `${this.area()},{1;2}`]),
      LARGE: () => `${this.area()},${this.pick(['1', '2', '3', '50'])}`,
      SMALL: () => `${this.area()},${this.pick(['1', '2', '3', '50'])}`,
      'PERCENTILE.INC': () => `${this.area()},${this.pick(['0', '0.25', '0.9', '1'])}`,
      'RANK.EQ': () => {
        const first = this.lineName();
        return `${first},${first}:${this.lineName()},${this.pick(['0', '1'])}`;
      },
      GEOMEAN: () => '{1,2,8}',
      CHOOSE: () => `${this.pick(['1', '2', '3', ifValue('4', '2')])},${n()},${n()},${ifValue('"three"', '3')}`,
      IF: () => `${this.logical(depth - 1)},${n()},${this.pick([n(), ifValue('"none"', '5')])}`,
      IFERROR: () => `${n()},${this.pick(['0', ifValue('"none"', '5')])}`,
      IFNA: () =>
        `${this.pick(['NA()', '2', 'IFS(FALSE,1)', this.kind === '#DIV/0!' ? '1/0' : '3'])},${this.pick(NUMBERS)}`,
      IFS: () => `${this.logical(1)},${n()},${this.kind === '#N/A' ? this.logical(1) : 'TRUE'},${n()}`,
      SWITCH: () =>
        this.pick([
          `2,1,${n()},2,${ifValue('"two"', '2')}`,
          `3,1,${n()}${this.kind === '#N/A' ? '' : ',9'}`,
          `"b","a",1,"B",${n()},0`,
        ]),
      NPV: () => `${rate()},${this.area()}`,
      IRR: () => this.pick(['{-100,60,60}', '{-100,20,30,40,50}', '{-70000,12000,15000,18000,21000}']),
      FV: () => `${rate()},12,-100,${small()},${this.pick(['0', '1'])}`,
      PV: () => `${rate()},12,-100,${small()},${this.pick(['0', '1'])}`,
      PMT: () => `${rate()},12,1000,${small()},${this.pick(['0', '1'])}`,
      NPER: () => `${rate()},-200,1000`,
      RATE: () => '12,-100,1000',
      LEFT: () => `"数据abc",${this.pick(['0', '1', '3'])}`,
      RIGHT: () => `"数据abc",${this.pick(['0', '1', '3'])}`,
      MID: () => `"数据abc",${this.pick(['1', '2', '9'])},2`,
      LEN: () => '"数据abc"',
      CONCAT: () => '"a",1,"数"',
      COUNTA: () => `${this.area()},1,"x"`,
      XOR: () => pieces(3, () => this.logical(1)),
      AND: () => pieces(2, () => this.logical(1)),
      OR: () => pieces(2, () => this.logical(1)),
      NOT: () => this.logical(1),
    };
    if (name === 'NA' && this.kind !== '#N/A') return this.pick(NUMBERS);
    const own = args[name];
    if (own !== undefined) return `${name}(${own()})`;
    const { category, maxArguments } = functionCatalogue.get(name) ?? { category: 'math', maxArguments: 1 };
    // Of equal numbers the spread is 0 but for the last bits, which programs lose differently.
    if (/^(STDEV|VAR)/.test(name)) return `${name}(${this.area()},3,80)`;
    if (category === 'information') return `${name}(${this.pick([`${this.reference()}*1`, '"a"', '1/0', 'NA()'])})`;
    return `${name}(${maxArguments > 2 ? this.area() : n()})`;
  }

  // --- references --------------------------------------------------------------------------

  /** Mostly of lines above; now and then of any, which makes cycles, or of none. */
  private lineName(mayBeEmpty = false): string {
    const named = this.lines
      .slice(0, this.readableCount)
      .filter(({ kind, name }) => kind === 'line' && (mayBeEmpty || !this.empty.has(name)));
    if (this.kind === '#NAME?' && this.chance(0.02)) return 'no_such_line';
    if (this.kind === '#CIRC!' && this.chance(0.05)) return this.pick(NAMES);
    return this.pick(named).name;
  }

  private reference(): string {
    return this.axis !== null && this.chance(0.3) ? `(${this.lineName()}${this.periods(false)}+0)` : this.lineName();
  }

  private range(): string {
    return `${this.lineName(true)}:${this.lineName(true)}${this.axis !== null && this.chance(0.2) ? this.periods(true) : ''}`;
  }

  private area(): string {
    if (this.axis !== null && this.chance(0.4)) return this.lineName() + this.periods(true);
    return this.range();
  }

  private periods(many: boolean): string {
    const label = this.pick(periodsOf(this.axis));
    return this.pick(many ? ['[*]', '[-2:0]', '[-2:-1]', `[${label}:+1]`] : ['[-1]', '[+1]', `[${label}]`, '[-9]']);
  }

  // --- chance ------------------------------------------------------------------------------

  /** mulberry32 */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)];
  }

  private shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: this.random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}

function numericFact(id: string, value: number, unit: string): SheetFact {
  const fact = { id, setting: '', qualifier: '=', date: '', sourceId: '002', place: '', printed: '' } as const;
  const name = sameInBoth(id);
  return { id, figure: { value, unit }, fact: { ...fact, wording: '', correction: null }, subject: name, metric: name };
}
