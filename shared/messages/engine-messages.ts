/** What the formula parser, the unit check and the calculation say. */
export const engineMessages = {
  // --- units -------------------------------------------------------------------------------
  'engine.unitUnknown': {
    zh: '没有名为“{{word}}”的单位：可以把它添加为自己的单位',
    en: 'There is no unit called “{{word}}”: you can add it as a unit of your own',
  },
  'engine.unitUnexpected': {
    zh: '单位中不应有“{{text}}”：请写成 USD/(GPU*h)、万元 或 token/s 这样',
    en: '“{{text}}” is not expected in a unit: write it like USD/(GPU*h), 万元 or token/s',
  },
  'engine.unitIncomplete': {
    zh: '单位不完整：请写成 USD/(GPU*h)、万元 或 token/s 这样',
    en: 'The unit is not complete: write it like USD/(GPU*h), 万元 or token/s',
  },
  'engine.unitPower': {
    zh: '单位的乘方不能是 {{power}}：只能是不超过 12 的整数或一半',
    en: 'A unit cannot be raised to {{power}}: whole and half powers up to 12 only',
  },
  'engine.unitsDiffer': {
    zh: '{{first}} 与 {{second}} 不能相加减或比较：请先换算（例如乘以或除以单位为 {{factor}} 的量）',
    en: '{{first}} and {{second}} cannot be added or compared: convert one first (for example by something in {{factor}})',
  },
  'engine.unitOfLiteral': {
    zh: '{{value}} 没有单位，不能与 {{unit}} 相加减或比较：请写成 {{value}}[{{unit}}]',
    en: '{{value}} has no unit and cannot be added to or compared with {{unit}}: write {{value}}[{{unit}}]',
  },
  'engine.unitMissing': {
    zh: '一方是 {{unit}}，另一方是没有单位的数，不能相加减或比较：请给它加上单位',
    en: 'One side is in {{unit}}, the other a number without unit, so they cannot be added or compared: give it a unit',
  },
  'engine.unitOfResult': {
    zh: '公式的结果是 {{given}}，而此行的单位是 {{declared}}：请检查公式，或更改单位',
    en: 'The formula gives {{given}}, but the unit of the line is {{declared}}: check the formula, or change the unit',
  },
  'engine.unitOfEntry': {
    zh: '输入的单位是 {{given}}，而此行的单位是 {{declared}}：请换算，或更改此行的单位',
    en: 'What was entered is in {{given}}, but the unit of the line is {{declared}}: convert it, or change the unit of the line',
  },
  'engine.unitInFunction': {
    zh: '{{function}} 要求没有单位的数，而这里是 {{unit}}：请先除以同类的量',
    en: '{{function}} takes a number without unit, but this one is in {{unit}}: divide it by something of its kind first',
  },
  'engine.unitExponent': {
    zh: '带单位 {{unit}} 的量只能取固定的整数次方（或 0.5 次方），指数须直接写在公式里',
    en: 'Something in {{unit}} can only be raised to a fixed whole power (or a half), written in the formula itself',
  },
  'engine.unitOfResultMissing': {
    zh: '公式的结果是没有单位的数，而此行的单位是 {{declared}}：请检查公式，或给其中的数加上单位，如 5[{{declared}}]',
    en: 'The formula gives a number without unit, but the unit of the line is {{declared}}: check the formula, or give a number in it a unit, as in 5[{{declared}}]',
  },
  'engine.unitOfPlainLine': {
    zh: '公式的结果是 {{given}}，而此行的数没有单位：请给此行加上单位',
    en: 'The formula gives {{given}}, but the numbers of the line have no unit: give the line a unit',
  },

  // --- cells and lines ---------------------------------------------------------------------
  'engine.circular': {
    zh: '循环引用：“{{name}}”的公式最终用到了它自己。请让其中一行改用输入值，或引用上一期 [-1]',
    en: 'Circular: the formula of “{{name}}” leads back to itself. Give one of the lines an input, or refer to the period before with [-1]',
  },
  'engine.nameUnknown': { zh: '没有名为“{{name}}”的行', en: 'There is no line called “{{name}}”' },
  'engine.nameTwice': { zh: '名称“{{name}}”给了两次', en: 'The name “{{name}}” is given twice' },
  'engine.areaAsValue': {
    zh: '此处需要一个值，而不是多行或多期的区间：请用 SUM、AVERAGE 等函数汇总',
    en: 'One value is needed here, not several lines or periods: sum them up with SUM, AVERAGE or the like',
  },
  'engine.errorTyped': { zh: '公式中写有 {{error}}', en: 'The formula itself says {{error}}' },
  'engine.noTimeAxis': {
    zh: '此表没有时间轴，不能引用其他期间：请先在表的设置中加上时间轴',
    en: 'This sheet has no time axis, so no other period can be referred to: give the sheet a time axis first',
  },
  'engine.periodNotOnAxis': {
    zh: '期间 {{period}} 不在此表的时间轴上',
    en: 'The period {{period}} is not on the time axis of this sheet',
  },
  'engine.noConditionHolds': {
    zh: '{{function}}：没有一项符合，也没有其他情况下的值',
    en: '{{function}}: nothing matches, and there is no value for all other cases',
  },
  'engine.chooseIndex': {
    zh: 'CHOOSE 的序号为 {{index}}，应在 1 到 {{count}} 之间',
    en: 'The index of CHOOSE is {{index}}; it must be from 1 to {{count}}',
  },

  // --- facts -------------------------------------------------------------------------------
  'engine.factUnknown': {
    zh: '没有编号为“{{fact}}”的事实：请在 FACT( 之后搜索并选取',
    en: 'There is no fact with the id “{{fact}}”: type FACT( and search for it',
  },
  'engine.factRetired': {
    zh: '事实“{{fact}}”已停用：请恢复它，或改用另一条事实',
    en: 'The fact “{{fact}}” is retired: restore it, or use another one',
  },
  'engine.factNotLiteral': {
    zh: 'FACT 只有一个参数，即直接写在公式里、带引号的事实编号，如 FACT("002/图表14/…")',
    en: 'FACT takes one argument: the id of a fact in quotes, written in the formula itself, as in FACT("002/图表14/…")',
  },

  // --- series ------------------------------------------------------------------------------
  'engine.seriesUnknown': {
    zh: '没有编号为“{{series}}”的序列：请在 SERIES( 之后搜索并选取',
    en: 'There is no series with the id “{{series}}”: type SERIES( and search for it',
  },
  'engine.seriesNotLiteral': {
    zh: 'SERIES 的参数须直接写在公式里：带引号的序列编号，其后可写期间和变换，如 SERIES("capex/…", "2023Q4", "ttm")',
    en: 'SERIES takes what is written in the formula itself: an id in quotes, then a period and a transform if wanted, as in SERIES("capex/…", "2023Q4", "ttm")',
  },
  'engine.seriesNoAxis': {
    zh: '此表没有时间轴：请写明期间，如 SERIES("{{series}}", "{{example}}") 或 "latest"，或在表的设置中加上时间轴',
    en: 'This sheet has no time axis: name a period, as in SERIES("{{series}}", "{{example}}") or "latest", or give the sheet a time axis',
  },
  'engine.seriesPeriod': {
    zh: '“{{period}}”不是期间：请写成 "{{example}}" 这样，或 "latest"（最近一期），或省略（本期）',
    en: '“{{period}}” is no period: write one like "{{example}}", or "latest", or leave it out for the cell’s own',
  },
  'engine.seriesHow': {
    zh: '“{{how}}”不能用于序列“{{series}}”：第三个参数可以是 {{allowed}}，或省略',
    en: '“{{how}}” has no meaning for the series “{{series}}”: the third argument can be {{allowed}}, or be left out',
  },
  'engine.seriesUnlike': {
    zh: '序列“{{series}}”的各期形如 {{example}}，不能换成 {{period}} 这样的期间：请写明它自己的一期，如 SERIES("{{series}}", "{{example}}")',
    en: 'The periods of “{{series}}” are like {{example}} and cannot be brought to {{period}}: name one of its own, as in SERIES("{{series}}", "{{example}}")',
  },
  'engine.seriesFiner': {
    zh: '序列“{{series}}”的各期形如 {{example}}，比 {{period}} 细：请在第三个参数写明合计（"sum"）还是平均（"mean"）',
    en: 'The periods of “{{series}}” are like {{example}}, finer than {{period}}: say whether they are added up ("sum") or averaged ("mean") in the third argument',
  },
  'engine.seriesHowElsewhere': {
    zh: '“{{how}}”按序列“{{series}}”自己的期间（如 {{example}}）计算，此处要的是 {{period}}。请写明它自己的一期：SERIES("{{series}}", "{{example}}", "{{how}}")',
    en: '“{{how}}” is computed over the own periods of “{{series}}”, such as {{example}}; here it is wanted for {{period}}. Name one of its own: SERIES("{{series}}", "{{example}}", "{{how}}")',
  },
  'engine.seriesChangeElsewhere': {
    zh: '“{{how}}”按序列“{{series}}”自己的期间（如 {{example}}）计算，此处要的是 {{period}}。先用一行（如 x）取 =SERIES("{{series}}", , "{{part}}")，此处写 =x/x[-{{lag}}]-1；或只取它自己的一期：SERIES("{{series}}", "{{example}}", "{{how}}")',
    en: '“{{how}}” is computed over the own periods of “{{series}}”, such as {{example}}; here it is wanted for {{period}}. Take =SERIES("{{series}}", , "{{part}}") in a line of its own, say x, and write =x/x[-{{lag}}]-1 here; or name one of its own periods: SERIES("{{series}}", "{{example}}", "{{how}}")',
  },
  'engine.seriesAverageElsewhere': {
    zh: '"average" 按序列“{{series}}”自己的期间（如 {{example}}）平均，而此表的期间是 {{period}} 这样的。先用一行（如 x）取 =SERIES("{{series}}", , "{{part}}")，此处写 =AVERAGE(x[*])；或写 "mean"，取每期之内的平均',
    en: '"average" is over the own periods of “{{series}}”, such as {{example}}; those of this sheet are like {{period}}. Take =SERIES("{{series}}", , "{{part}}") in a line of its own, say x, and write =AVERAGE(x[*]) here; or write "mean" for the mean within each period',
  },
  'engine.seriesMissing': {
    zh: '序列“{{series}}”没有 {{period}} 的值（现有 {{first}} 至 {{last}}）',
    en: 'The series “{{series}}” has no value for {{period}} (it goes from {{first}} to {{last}})',
  },
  'engine.seriesPartMissing': {
    zh: '无法计算 {{period}} 的“{{how}}”：序列“{{series}}”缺少所需的期间（现有 {{first}} 至 {{last}}）',
    en: 'No “{{how}}” for {{period}}: the series “{{series}}” lacks a period that it needs (it goes from {{first}} to {{last}})',
  },
  'engine.seriesBase': {
    zh: '无法计算 {{period}} 的“{{how}}”：序列“{{series}}”的基期值为零或负数',
    en: 'No “{{how}}” for {{period}}: the value of “{{series}}” that it is measured against is zero or negative',
  },
  'engine.seriesEmpty': {
    zh: '序列“{{series}}”还没有任何值',
    en: 'The series “{{series}}” has no value yet',
  },
  'engine.seriesEmptyHere': {
    zh: '序列“{{series}}”在此表的各期都没有值',
    en: 'The series “{{series}}” has no value in any period of this sheet',
  },
  'engine.seriesAveragePeriod': {
    zh: '"average" 是此表各期的平均，不另取期间：请去掉“{{period}}”，或改用 "mean"',
    en: '"average" is over the periods of the sheet and takes no period: leave out “{{period}}”, or use "mean"',
  },

  'engine.divisionByZero': { zh: '除数为零', en: 'Division by zero' },

  // --- syntax ------------------------------------------------------------------------------
  'engine.formulaEmpty': {
    zh: '公式为空：请在 = 之后输入内容',
    en: 'The formula is empty: write something after the =',
  },
  'engine.formulaTooLong': {
    zh: '公式有 {{length}} 个字符，最多 {{limit}} 个：请把它拆成几行',
    en: 'The formula has {{length}} characters, {{limit}} are allowed: split it into several lines',
  },
  'engine.formulaTooDeep': {
    zh: '公式嵌套超过 {{limit}} 层：请把内层移到单独的行',
    en: 'The formula is nested more than {{limit}} deep: move the inner part to a line of its own',
  },
  'engine.characterUnknown': {
    zh: '公式里不能有“{{character}}”',
    en: '“{{character}}” means nothing in a formula',
  },
  'engine.notExpected': { zh: '这里不应有“{{text}}”', en: '“{{text}}” is not expected here' },
  'engine.operatorMissing': {
    zh: '“{{text}}”之前缺少运算符',
    en: 'An operator is missing before “{{text}}”',
  },
  'engine.valueMissingAfter': {
    zh: '公式不完整：“{{text}}”之后缺少数值',
    en: 'The formula ends too early: a value is missing after “{{text}}”',
  },
  'engine.valueMissingBefore': { zh: '“{{text}}”之前缺少数值', en: 'A value is missing before “{{text}}”' },
  'engine.valueMissingBetween': {
    zh: '“{{before}}”与“{{text}}”之间缺少数值',
    en: 'A value is missing between “{{before}}” and “{{text}}”',
  },
  'engine.commaOutside': {
    zh: '逗号只能用在函数的括号里；数字里不写千位分隔符',
    en: 'A comma belongs between the arguments of a function; write numbers without thousands separators',
  },
  'engine.parenthesisUnclosed': { zh: '缺少右括号“)”', en: 'The closing parenthesis is missing' },
  'engine.parenthesisUnopened': { zh: '多了一个右括号“)”', en: 'There is a closing parenthesis too many' },
  'engine.textUnclosed': { zh: '文本缺少结尾的引号', en: 'The closing quotation mark of the text is missing' },
  'engine.bracketUnclosed': { zh: '缺少右方括号“]”', en: 'The closing bracket “]” is missing' },
  'engine.braceUnclosed': { zh: '数组缺少右花括号“}”', en: 'The closing brace “}” of the array is missing' },
  'engine.arrayElement': {
    zh: '数组 { } 中只能有数字、文本、TRUE、FALSE 和错误值，用逗号和分号隔开',
    en: 'An array { } holds only numbers, texts, TRUE, FALSE and error values, separated by commas and semicolons',
  },
  'engine.arrayRagged': { zh: '数组各行的长度不同', en: 'The rows of the array are of different lengths' },
  'engine.numberTooLarge': { zh: '数字过大', en: 'The number is too large' },
  'engine.unitEmpty': { zh: '数字后的方括号里缺少单位', en: 'The unit in the brackets after the number is missing' },
  'engine.errorLiteralUnknown': { zh: '没有名为 {{text}} 的错误值', en: 'There is no error value {{text}}' },
  'engine.rangeEnd': {
    zh: '区间须从一行到另一行，例如 收入:成本',
    en: 'A range goes from one line to another, as in revenue:costs',
  },
  'engine.rangePeriods': {
    zh: '期间写在整个区间之后，例如 收入:成本[-1]',
    en: 'The period stands after the whole range, as in revenue:costs[-1]',
  },
  'engine.periodMalformed': {
    zh: '“[{{text}}]”不是期间：可写 [-1]、[2024Q1]、[FY24Q2]、[2024-07]、[2024]、[-3:0] 或 [*]',
    en: '“[{{text}}]” is no period: write [-1], [2024Q1], [FY24Q2], [2024-07], [2024], [-3:0] or [*]',
  },
  'engine.argumentCount': {
    zh: '{{function}} 的参数个数不对（现有 {{count}} 个）：{{signature}}',
    en: '{{function}} does not take this number of arguments ({{count}}): {{signature}}',
  },
  'engine.functionUnknown': { zh: '没有名为 {{function}} 的函数', en: 'There is no function called {{function}}' },

  // --- names of lines ----------------------------------------------------------------------
  'engine.nameEmpty': { zh: '名称为空', en: 'The name is empty' },
  'engine.nameTooLong': { zh: '名称超过 {{limit}} 个字符', en: 'The name is longer than {{limit}} characters' },
  'engine.nameReserved': {
    zh: '“{{name}}”是保留字，请换一个名称',
    en: '“{{name}}” is a reserved word: choose another name',
  },
  'engine.nameBeginsWith': {
    zh: '名称“{{name}}”不能以“{{character}}”开头：请以文字或下划线开头',
    en: 'The name “{{name}}” cannot begin with “{{character}}”: begin with a letter or an underscore',
  },
  'engine.nameCharacter': {
    zh: '名称“{{name}}”中不能有“{{character}}”：只能用文字、数字和下划线',
    en: 'The name “{{name}}” cannot contain “{{character}}”: use letters, digits and underscores',
  },

  // --- coercion and operators --------------------------------------------------------------
  'engine.textNotNumber': {
    zh: '“{{text}}”是文本，不能当作数字计算',
    en: '“{{text}}” is text and cannot be used as a number',
  },
  'engine.textNotLogical': {
    zh: '“{{text}}”是文本，不能当作 TRUE 或 FALSE',
    en: '“{{text}}” is text and cannot be used as TRUE or FALSE',
  },
  'engine.numberOverflow': {
    zh: '结果过大，超出可表示的数字范围',
    en: 'The result is larger than any number that can be held',
  },
  'engine.textTooLong': {
    zh: '结果文本超过 {{limit}} 个字符',
    en: 'The resulting text is longer than {{limit}} characters',
  },
  'engine.zeroToZero': { zh: '0 的 0 次幂没有定义', en: '0 to the power of 0 is not defined' },
  'engine.powerOfNegative': {
    zh: '负数 {{base}} 的 {{exponent}} 次幂不是实数',
    en: 'The negative number {{base}} to the power of {{exponent}} is not a real number',
  },

  // --- functions ---------------------------------------------------------------------------
  'engine.argumentNotNumber': {
    zh: '{{function}}：“{{text}}”是文本，不能当作数字',
    en: '{{function}}: “{{text}}” is text and cannot be used as a number',
  },
  'engine.argumentNotLogical': {
    zh: '{{function}}：“{{text}}”是文本，不能当作 TRUE 或 FALSE',
    en: '{{function}}: “{{text}}” is text and cannot be used as TRUE or FALSE',
  },
  'engine.oneValueExpected': {
    zh: '{{function}}：参数 {{parameter}} 只能是一个值，现有 {{count}} 个',
    en: '{{function}}: {{parameter}} must be one value, there are {{count}}',
  },
  'engine.outOfRange': {
    zh: '{{function}}：{{parameter}} 为 {{value}}，应为 {{allowed}}',
    en: '{{function}}: {{parameter}} is {{value}}, it must be {{allowed}}',
  },
  'engine.tooFewNumbers': {
    zh: '{{function}}：至少需要 {{needed}} 个数字，现有 {{count}} 个',
    en: '{{function}} needs {{needed}} or more numbers, there are {{count}}',
  },
  'engine.noLogicals': {
    zh: '{{function}}：没有可判断的值',
    en: '{{function}} has no number and no TRUE or FALSE to work with',
  },
  'engine.functionDivisionByZero': { zh: '{{function}}：除数为零', en: '{{function}} divides by zero' },
  'engine.functionOverflow': {
    zh: '{{function}}：结果过大，超出可表示的数字范围',
    en: '{{function}}: the result is larger than any number that can be held',
  },
  'engine.signsDiffer': {
    zh: '{{function}}：{{value}} 与 {{other}} 的正负号不同',
    en: '{{function}}: {{value}} and {{other}} have different signs',
  },
  'engine.rankNotFound': {
    zh: '{{function}}：{{value}} 不在所给的数字之中',
    en: '{{function}}: {{value}} is not among the numbers',
  },
  'engine.cashFlowSigns': {
    zh: '{{function}}：现金流须有正有负',
    en: '{{function}}: the cash flows must have a positive and a negative one',
  },
  'engine.noSolution': {
    zh: '{{function}}：没有解',
    en: '{{function}}: there is no solution',
  },
  'engine.shapesDiffer': {
    zh: '{{function}}：各数组的行数和列数须相同',
    en: '{{function}}: the arrays must have the same numbers of rows and columns',
  },
  'engine.notAvailable': { zh: '值不可用（#N/A）', en: 'The value is not available (#N/A)' },
} as const;
