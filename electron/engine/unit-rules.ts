/**
 * What each function does with units. A function that is not listed takes plain numbers and gives one.
 *
 * A role for each argument, the last one for all that follow:
 *   `money`: these are all of one unit, which the first of them sets;
 *   `plain`: a number without unit;
 *   `free`: anything, as it is;
 *   `shown`: the number that people see, in the unit of the line if it can be (rounding);
 *   `step`: as `shown`, where a bare literal counts in the same unit.
 */
export type ArgumentRole = 'money' | 'plain' | 'free' | 'shown' | 'step';
export type ResultRule = 'money' | 'plain' | 'any' | 'square' | 'root' | 'product';

export type UnitRule = { args: readonly ArgumentRole[]; result: ResultRule };

const rule = (result: ResultRule, ...args: ArgumentRole[]): UnitRule => ({ args, result });

const alike = rule('money', 'money');
const rounding = rule('money', 'shown', 'plain');
const stepping = rule('money', 'shown', 'step');
const counting = rule('plain', 'free');
const ranking = rule('money', 'money', 'plain');

export const UNIT_RULES: ReadonlyMap<string, UnitRule> = new Map(
  Object.entries({
    SUM: alike,
    AVERAGE: alike,
    MIN: alike,
    MAX: alike,
    MEDIAN: alike,
    GEOMEAN: alike,
    ABS: alike,
    'STDEV.S': alike,
    'STDEV.P': alike,
    'VAR.S': rule('square', 'money'),
    'VAR.P': rule('square', 'money'),
    SUMSQ: rule('square', 'money'),
    SQRT: rule('root', 'money'),
    PRODUCT: rule('product', 'free'),
    SUMPRODUCT: rule('product', 'free'),
    LARGE: ranking,
    SMALL: ranking,
    'PERCENTILE.INC': ranking,
    'RANK.EQ': rule('plain', 'money', 'money', 'plain'),
    ROUND: rounding,
    ROUNDUP: rounding,
    ROUNDDOWN: rounding,
    TRUNC: rounding,
    INT: rounding,
    EVEN: rounding,
    ODD: rounding,
    CEILING: stepping,
    FLOOR: stepping,
    MROUND: stepping,
    MOD: stepping,
    QUOTIENT: rule('plain', 'money'),
    SIGN: counting,
    COUNT: counting,
    COUNTA: counting,
    ISERROR: counting,
    ISNA: counting,
    ISNUMBER: counting,
    ISTEXT: counting,
    ISBLANK: counting,
    ISLOGICAL: counting,
    AND: counting,
    OR: counting,
    NOT: counting,
    XOR: counting,
    LEN: counting,
    CONCAT: rule('any', 'free'),
    LEFT: rule('any', 'free', 'plain'),
    RIGHT: rule('any', 'free', 'plain'),
    MID: rule('any', 'free', 'plain'),
    NA: rule('any', 'free'),
    FACT: rule('any', 'free'),
    SERIES: rule('any', 'free'),
    NPV: rule('money', 'plain', 'money'),
    IRR: rule('plain', 'money', 'plain'),
    PMT: rule('money', 'plain', 'plain', 'money', 'money', 'plain'),
    PV: rule('money', 'plain', 'plain', 'money', 'money', 'plain'),
    FV: rule('money', 'plain', 'plain', 'money', 'money', 'plain'),
    RATE: rule('plain', 'plain', 'money', 'money', 'money', 'plain'),
    NPER: rule('plain', 'plain', 'money', 'money', 'money', 'plain'),
  }),
);

export const PLAIN_RULE: UnitRule = rule('plain', 'plain');
