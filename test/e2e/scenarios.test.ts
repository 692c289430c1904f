/** Scenarios: what one overrides, what it inherits, and the columns themselves. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, expectCell, headingsOf, openTemplate, selectCell, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

const scenarioNames = ['Base', 'Optimistic', 'Pessimistic'];

async function shownScenarios(): Promise<string[]> {
  const headings = await headingsOf(session().page);
  const fixed = ['Row number', 'Line', 'Name', 'Unit', 'Reported', 'Check', ''];
  return headings.filter((heading) => !fixed.includes(heading));
}

async function chooseForScenario(scenario: string, action: string): Promise<void> {
  const { page } = session();
  const name = `Actions for scenario “${scenario}”`;
  await page.getByRole('button', { name }).click();
  await page.getByRole('menu', { name }).getByRole('menuitem', { name: action }).first().click();
}

test('an override belongs to its scenario, and Delete falls back to the parent', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await expectCell(page, 'Exchange rate', 'Optimistic', /^6\.86/);
  await typeInto(page, 'Exchange rate', 'Optimistic', '7');
  await expectCell(page, 'Exchange rate', 'Optimistic', /^7(\.0+)?$/);
  await expectCell(page, 'Exchange rate', 'Base', /^6\.86/);
  await selectCell(page, 'Exchange rate', 'Optimistic');
  await page.keyboard.press('Delete');
  await expectCell(page, 'Exchange rate', 'Optimistic', /^6\.86/);

  await typeInto(page, 'Exchange rate', 'Base', '7.2');
  await expectCell(page, 'Exchange rate', 'Pessimistic', /^7\.2/);
});

test('scenarios are added, renamed, duplicated, moved and deleted, and each of it can be undone', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  expect(await shownScenarios()).toEqual(scenarioNames);

  await chooseForScenario('Optimistic', 'Duplicate');
  await page.getByRole('textbox', { name: 'Scenario name' }).fill('Optimistic, cheaper power');
  await page.keyboard.press('Enter');
  await expect.poll(shownScenarios).toContain('Optimistic, cheaper power');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(shownScenarios).toEqual(scenarioNames);

  await chooseForScenario('Optimistic', 'Move right');
  await expect.poll(shownScenarios).toEqual(['Base', 'Pessimistic', 'Optimistic']);

  await chooseForScenario('Pessimistic', 'Rename');
  await page.getByRole('textbox', { name: 'Scenario name' }).fill('Stress');
  await page.keyboard.press('Enter');
  await expect.poll(shownScenarios).toEqual(['Base', 'Stress', 'Optimistic']);

  await page.getByRole('button', { name: 'Add scenario' }).click();
  await page.getByRole('textbox', { name: 'Scenario name' }).fill('Middle');
  await page.keyboard.press('Enter');
  await expect.poll(shownScenarios).toContain('Middle');

  await chooseForScenario('Stress', 'Delete scenario');
  await expect.poll(async () => (await shownScenarios()).includes('Stress')).toBe(false);
  await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await shownScenarios()).includes('Stress')).toBe(true);
});
