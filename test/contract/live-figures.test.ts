/** Live figures: what a ref gives, how it follows the data, and what it says when it names nothing. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { DAU, workbenchWithFigures } from './figures-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const META = 'capex/meta/incl-finance-lease-principal';
const FACT = 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal';

/** `≈ 12 亿元 @2023 name | source`, or what is wrong with it. */
async function shown(workbench: TestWorkbench, ref: string): Promise<string> {
  const [figure] = await workbench.call('getFigures', { refs: [ref] });
  expect(figure.ref).toBe(ref);
  const { state, message, value, text, unit, qualifier, date, name, sourceTitle } = figure;
  if (message !== null) return `${state}: ${formatMessage(message, 'en')}`;
  const number = value === null ? `'${text}'` : Number(value.toPrecision(12));
  return `${qualifier} ${number} ${unit} @${date} ${name.en} | ${sourceTitle.en}`;
}

test('a fact gives the figure that is used of it: changed, corrected, or none once it is retired', async () => {
  const workbench = new TestWorkbench();
  const value = async () => (await shown(workbench, `fact:${FACT}`)).split(' @')[0];
  expect(await value()).toBe('= 7899 百万USD');
  await workbench.call('updateFact', { factId: FACT, fields: { value: 8000, qualifier: '≈' } });
  expect(await value()).toBe('≈ 8000 百万USD');
  const reason = { zh: '误', en: 'misprint' };
  await workbench.call('updateFact', { factId: FACT, fields: { correction: { value: 8001, text: '', reason } } });
  expect(await value()).toBe('≈ 8001 百万USD');
  await workbench.call('setFactsRetired', { factIds: [FACT], isRetired: true });
  expect(await shown(workbench, `fact:${FACT}`)).toMatch(/^error: .*is retired/);
});

test('of two facts in conflict, either gives the one that was chosen', async () => {
  const workbench = new TestWorkbench();
  const [conflict] = (await workbench.call('listConflicts', {})).filter(({ kind }) => kind === 'value');
  const [first, second] = conflict.facts;
  await workbench.call('chooseFact', { topic: conflict.topic, factId: second.id, note: '' });
  const figures = await workbench.call('getFigures', { refs: [`fact:${first.id}`, `fact:${second.id}`] });
  expect(figures.map(({ factId }) => factId)).toEqual([second.id, second.id]);
  expect(figures[0].value).toBe(figures[1].value);
});

test.each<[what: string, ref: (sheetId: string, lineIds: number[]) => string, is: string | RegExp]>([
  ['the latest value, of an id with a bar in it', () => `series:${DAU}`, '= 9 百万 @2024-05 ChatGPT Downloads (V) | V'],
  ['the same, in words', () => `series:${DAU}|latest`, /^= 9 百万 @2024-05/],
  ['one period', () => `series:${DAU}|2024-02`, /^= 11 百万 @2024-02/],
  ['a change, in percent', () => `series:${DAU}|2024-03|mom`, /^= 10 % @2024-03/],
  ['a change in either order', () => `series:${DAU}|mom|2024-03`, /^= 10 % @2024-03/],
  ['the sum of a coarser period', () => `series:${DAU}|2024Q1|sum`, /^= 32.1 百万 @2024Q1/],
  ['the mean over all', () => `series:${DAU}|average`, /^= 10.22 百万 @2024-05/],
  ['a change of the latest', () => `series:${DAU}|mom`, /^= -10 % @2024-05/],
  ['a change without a base', () => `series:${DAU}|2024-01|mom`, /^error: .*mom/],
  ['a transform that needs more', () => `series:${DAU}|yoy`, /^error: .*2024-01/],
  ['a transform that its periods have not', () => `series:${DAU}|ma7`, /^error: .*ma7/],
  ['a period that is missing', () => `series:${DAU}|2023-01`, /^error: .*2024-01.*2024-05/],
  ['a series over facts', () => `series:${META}|2023Q4|ttm`, /^= 28103 百万USD @2023Q4 Meta /],
  ['a word that is no period', () => `series:${DAU}|lately`, /^gone: There is no series “dau\|app\|lately”/],
  ['a cell by the name of its line', (sheet) => `sheet:${sheet}/用户`, '= 4 万人 @2024 users | Cost'],
  ['a cell by ids and period', (sheet, lines) => `sheet:${sheet}/${lines[0]}//2023`, /^= 1 万人 @2023 users/],
  ['a cell of a scenario', (sheet) => `sheet:${sheet}/用户/乐观/2025`, /^= 7 万人 @2025 users/],
  ['a cell in its formula’s unit', (sheet) => `sheet:${sheet}/twice/乐观/2023`, /^= 14 万人 @2023 twice/],
  ['a text', (sheet) => `sheet:${sheet}/word//2023`, "= 'later'  @2023 word | Cost"],
  ['an empty cell', (sheet) => `sheet:${sheet}/none`, "= ''  @2025 none | Cost"],
  ['a calculation error', (sheet) => `sheet:${sheet}/wrong`, /^error: /],
  [
    'a line that is not there',
    (sheet) => `sheet:${sheet}/nowhere`,
    'gone: The sheet “成本” has no line “nowhere”. It may have been deleted or renamed: choose again.',
  ],
  ['a scenario that is not there', (sheet) => `sheet:${sheet}/用户/bear`, /^gone: .*no scenario “bear”/],
  ['a period that is not on the axis', (sheet) => `sheet:${sheet}/用户//2030`, /^gone: .*from 2023 to 2025/],
  ['a sheet that is not there', () => 'sheet:nowhere/line', /^gone: There is no sheet “nowhere”/],
  ['a sheet without a line', (sheet) => `sheet:${sheet}`, /^gone: .*names no figure/],
  ['a fact that is not there', () => 'fact:000/nowhere', /^gone: There is no fact/],
  ['another kind', () => 'price:0700.HK', /^gone: .*names no figure/],
  ['nothing', () => '', /^gone: .*names no figure/],
])('%s', async (_, ref, is) => {
  const { workbench, sheetId, lineIds } = await workbenchWithFigures();
  const shownNow = await shown(workbench, ref(sheetId, lineIds));
  if (typeof is === 'string') expect(shownNow).toBe(is);
  else expect(shownNow).toMatch(is);
});
