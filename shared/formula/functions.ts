/**
 * The functions in rows: name, parameters, summary in Chinese and English. Read through
 * function-catalogue.ts, which explains how parameters are written.
 */

export type FunctionCategory = 'math' | 'statistics' | 'logic' | 'finance' | 'text' | 'information';

type Row = readonly [name: string, parameters: string, zh: string, en: string];

export const CATALOGUE: readonly { category: FunctionCategory; entries: readonly Row[] }[] = [
  {
    category: 'math',
    entries: [
      ['ABS', 'number', '绝对值', 'The number without its sign'],
      ['CEILING', 'number, significance', '向上舍入到指定基数的倍数', 'Rounds up to a multiple of significance'],
      ['EVEN', 'number', '向远离零的方向取偶数', 'Rounds away from zero to an even integer'],
      ['EXP', 'number', 'e 的乘幂', 'e to the power of the number'],
      ['FLOOR', 'number, significance', '向下舍入到指定基数的倍数', 'Rounds down to a multiple of significance'],
      ['INT', 'number', '向下取整', 'Rounds down to an integer'],
      ['LN', 'number', '自然对数', 'The natural logarithm'],
      ['LOG', 'number, [base]', '指定底数的对数，默认以 10 为底', 'The logarithm to a base, 10 if left out'],
      ['LOG10', 'number', '以 10 为底的对数', 'The logarithm to base 10'],
      ['MOD', 'number, divisor', '余数，符号与除数相同', 'The remainder, with the sign of the divisor'],
      ['MROUND', 'number, multiple', '舍入到最接近的倍数', 'Rounds to the nearest multiple'],
      ['ODD', 'number', '向远离零的方向取奇数', 'Rounds away from zero to an odd integer'],
      ['PI', '', '圆周率', 'The number pi'],
      ['POWER', 'number, power', '乘幂', 'The number to a power'],
      ['PRODUCT', 'number…', '乘积', 'The product of all numbers'],
      ['QUOTIENT', 'numerator, denominator', '商的整数部分', 'The integer part of a division'],
      ['ROUND', 'number, num_digits', '四舍五入到指定位数', 'Rounds to a number of digits, half away from zero'],
      ['ROUNDDOWN', 'number, num_digits', '向零舍入到指定位数', 'Rounds towards zero to a number of digits'],
      ['ROUNDUP', 'number, num_digits', '远离零舍入到指定位数', 'Rounds away from zero to a number of digits'],
      ['SIGN', 'number', '正负号：1、0 或 -1', 'The sign: 1, 0 or -1'],
      ['SQRT', 'number', '平方根', 'The square root'],
      ['SUM', 'number…', '求和', 'The sum of all numbers'],
      ['SUMPRODUCT', 'array…', '对应元素乘积之和', 'The sum of the products of corresponding values'],
      ['SUMSQ', 'number…', '平方和', 'The sum of the squares'],
      ['TRUNC', 'number, [num_digits]', '截去指定位数之后的部分', 'Cuts off all digits beyond a number of digits'],
    ],
  },
  {
    category: 'statistics',
    entries: [
      ['AVERAGE', 'number…', '算术平均值', 'The arithmetic mean'],
      ['COUNT', 'value…', '数字的个数', 'How many values are numbers'],
      ['COUNTA', 'value…', '非空值的个数', 'How many values are not empty'],
      ['GEOMEAN', 'number…', '几何平均值', 'The geometric mean of positive numbers'],
      ['LARGE', 'array, k', '第 k 个最大值', 'The k-th largest number'],
      ['MAX', 'number…', '最大值', 'The largest number'],
      ['MEDIAN', 'number…', '中位数', 'The median'],
      ['MIN', 'number…', '最小值', 'The smallest number'],
      ['PERCENTILE.INC', 'array, k', '百分位数，k 从 0 到 1', 'The percentile for k from 0 to 1'],
      ['RANK.EQ', 'number, ref, [order]', '排位；order 非零时升序', 'The rank; ascending where order is not 0'],
      ['SMALL', 'array, k', '第 k 个最小值', 'The k-th smallest number'],
      ['STDEV.P', 'number…', '总体标准差', 'The standard deviation of a whole population'],
      ['STDEV.S', 'number…', '样本标准差', 'The standard deviation of a sample'],
      ['VAR.P', 'number…', '总体方差', 'The variance of a whole population'],
      ['VAR.S', 'number…', '样本方差', 'The variance of a sample'],
    ],
  },
  {
    category: 'logic',
    entries: [
      ['AND', 'logical…', '全部为真时为真', 'TRUE where all are true'],
      ['CHOOSE', 'index, value…', '按序号选取一个值', 'The value at a number in the list'],
      ['IF', 'condition, value_if_true, [value_if_false]', '按条件取值', 'One value or another by a condition'],
      ['IFERROR', 'value, value_if_error', '出错时取另一个值', 'Another value where the first is an error'],
      ['IFNA', 'value, value_if_na', '#N/A 时取另一个值', 'Another value where the first is #N/A'],
      ['IFS', 'condition…, value…', '取第一个成立的条件对应的值', 'The value of the first condition that is true'],
      ['NOT', 'logical', '逻辑非', 'TRUE where the argument is false'],
      ['OR', 'logical…', '任一为真时为真', 'TRUE where any is true'],
      [
        'SWITCH',
        'expression, value…, result…, [default]',
        '取与表达式相等的值所对应的结果',
        'The result of the value that equals the expression',
      ],
      ['XOR', 'logical…', '为真的个数是奇数时为真', 'TRUE where an odd number of them is true'],
    ],
  },
  {
    category: 'finance',
    entries: [
      ['FV', 'rate, nper, pmt, [pv], [type]', '终值', 'The future value of an annuity'],
      ['IRR', 'values, [guess]', '内部收益率', 'The internal rate of return of cash flows'],
      ['NPER', 'rate, pmt, pv, [fv], [type]', '期数', 'The number of periods of an annuity'],
      ['NPV', 'rate, value…', '净现值，第一笔在第一期末', 'The net present value, the first flow a period from now'],
      ['PMT', 'rate, nper, pv, [fv], [type]', '每期付款额', 'The payment per period of an annuity'],
      ['PV', 'rate, nper, pmt, [fv], [type]', '现值', 'The present value of an annuity'],
      ['RATE', 'nper, pmt, pv, [fv], [type], [guess]', '每期利率', 'The interest rate per period of an annuity'],
    ],
  },
  {
    category: 'text',
    entries: [
      ['CONCAT', 'text…', '连接文本', 'All texts one after another'],
      ['LEFT', 'text, [num_chars]', '开头的若干字符', 'The first characters'],
      ['LEN', 'text', '字符数', 'How many characters'],
      ['MID', 'text, start_num, num_chars', '中间的若干字符', 'Characters from a place on'],
      ['RIGHT', 'text, [num_chars]', '结尾的若干字符', 'The last characters'],
    ],
  },
  {
    category: 'information',
    entries: [
      [
        'FACT',
        'id',
        '按编号取用一条事实：有来源的数据',
        'The figure of a fact, which hangs from its source, by its id',
      ],
      [
        'SERIES',
        'id, [period], [transform]',
        '按编号取序列的值：省略期间取本期，或写 "2023Q4"、"latest"；第三个参数为 "ttm"、"yoy"、"qoq"、"ma7"、"sum"、"mean"、"average" 等',
        'A series’ value: of the cell’s period, of "2023Q4" or "latest"; then "ttm", "yoy", "qoq", "ma7", "sum", "mean", "average" …',
      ],
      ['ISBLANK', 'value', '是否为空', 'Whether the value is empty'],
      ['ISERROR', 'value', '是否为错误值', 'Whether the value is an error'],
      ['ISLOGICAL', 'value', '是否为 TRUE 或 FALSE', 'Whether the value is TRUE or FALSE'],
      ['ISNA', 'value', '是否为 #N/A', 'Whether the value is #N/A'],
      ['ISNUMBER', 'value', '是否为数字', 'Whether the value is a number'],
      ['ISTEXT', 'value', '是否为文本', 'Whether the value is text'],
      ['NA', '', '错误值 #N/A', 'The error value #N/A'],
    ],
  },
];
