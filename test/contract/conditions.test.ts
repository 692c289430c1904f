/** Conditions of theses: what they give over facts, series and cells, and what is wrong with those that would be refused. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { workbenchWithFigures } from './figures-for-test.ts';

test.each<[condition: string, holds: boolean | null, figures: string[], said: RegExp | null]>([
  // Units are converted as in sheets; without a period a series gives its latest.
  ['=SERIES("dau|app") > 10[百万]', false, ['SERIES("dau|app") = 9 百万'], null],
  ['SERIES("dau|app","2024-03") > 10[百万]', true, ['SERIES("dau|app", "2024-03") = 12.1 百万'], null],
  ['SERIES("dau|app",,"mom") < 0', true, ['SERIES("dau|app", , "mom") = -0.1 '], null],
  ['SERIES("dau|app",,"average") > 1000[万]', true, ['SERIES("dau|app", , "average") = 10.22 百万'], null],
  [
    'MAX(SERIES("dau|app"), SERIES("dau|app","2024-03")) = 1210[万]',
    true,
    ['SERIES("dau|app") = 9 百万', 'SERIES("dau|app", "2024-03") = 12.1 百万'],
    null,
  ],
  ['CELL("$/用户") = 4[万人]', true, ['CELL("$/用户") = 4 万人'], null],
  ['CELL("$/twice/乐观/2023") > 13[万人]', true, ['CELL("$/twice/乐观/2023") = 14 万人'], null],
  ['CELL("$/word") = "later"', true, ['CELL("$/word") = later '], null],
  ['CELL("$/flag")', true, ['CELL("$/flag") = true '], null],
  ['NOT(CELL("$/none") > 0)', true, ['CELL("$/none") = null '], null],
  ['IFERROR(CELL("$/wrong"), 0) = 0', true, ['CELL("$/wrong") = null '], null],
  [
    'FACT("capex-quarterly/meta/2023Q4:incl-finance-lease-principal") > 7[十亿USD]',
    true,
    ['FACT("capex-quarterly/meta/2023Q4:incl-finance-lease-principal") = 7899 百万USD'],
    null,
  ],
  // Not told yet.
  ['SERIES("dau|app","2024-12") > 10[百万]', null, ['SERIES("dau|app", "2024-12") = null 百万'], /2024-12/],
  ['CELL("$/wrong") > 1', null, ['CELL("$/wrong") = null '], /^Division by zero$/],
])('%s: %s', async (condition, holds, figures, said) => {
  const { workbench, sheetId } = await workbenchWithFigures();
  const found = await workbench.call('checkCondition', { condition: condition.replaceAll('$', sheetId) });
  expect(found).toMatchObject({ holds, isWrong: false, position: null });
  const shown = found.figures.map(({ name, value, unit }) => `${name.replaceAll(sheetId, '$')} = ${value} ${unit}`);
  expect(shown).toEqual(figures);
  if (said === null) expect(found.message).toBeNull();
  else expect(found.message && formatMessage(found.message, 'en')).toMatch(said);
});

test.each<[condition: string, said: RegExp, position: number | null]>([
  ['SERIES("dau|app") >', /./, 18],
  ['SERIES("dau|app" > 1', /./, 6],
  ['SERIES("dau|app")', /^The condition gives 9 百万, neither TRUE nor FALSE/, null],
  ['CELL("$/word")', /^The condition gives later, neither/, null],
  ['1', /^The condition gives 1, neither/, null],
  ['SERIES("dau") > 1', /no series with the id “dau”/, null],
  ['FACT("nowhere") > 1', /no fact with the id “nowhere”/, null],
  ['CELL("nowhere/line") > 1', /no sheet “nowhere”/, null],
  ['CELL("$/nowhere") > 1', /has no line “nowhere”/, null],
  ['CELL("$") > 1', /SHEET\/LINE\/SCENARIO\/PERIOD/, null],
  ['CELL(豆包) > 1', /SHEET\/LINE\/SCENARIO\/PERIOD/, null],
  ['豆包 > 1', /豆包/, null],
  ['CELL("$/用户") > 10', /人/, null],
  ['SERIES("dau|app","soon") > 10[百万]', /“soon” is no period/, null],
  ['NONSENSE(1)', /NONSENSE/, null],
])('%s is refused', async (condition, said, position) => {
  const { workbench, sheetId } = await workbenchWithFigures();
  const found = await workbench.call('checkCondition', { condition: condition.replaceAll('$', sheetId) });
  expect(found).toMatchObject({ holds: null, isWrong: true, position });
  expect(found.message && formatMessage(found.message, 'en')).toMatch(said);
});
