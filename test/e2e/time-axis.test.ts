/** A sheet gets a time axis in its settings, and a growth formula runs along it. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { expectCell, gridOf, headingsOf, runCommand, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

test('a quarterly axis is added from the palette, holds a growth formula, is shortened and undone', async () => {
  const { page } = session();
  await page.getByRole('button', { name: 'New sheet' }).click();
  await gridOf(page).waitFor();
  for (const field of ['Users', 'x']) {
    await page.keyboard.type(field);
    await page.keyboard.press(field === 'x' ? 'Enter' : 'Tab');
  }

  await runCommand(page, 'Sheet settings');
  const settings = page.getByRole('dialog', { name: /^Sheet settings/ });
  await expect
    .poll(() => settings.getByRole('textbox', { name: 'Title' }).evaluate((field) => field === document.activeElement))
    .toBe(true);
  await settings.getByRole('combobox', { name: 'Time axis' }).click();
  await page.getByRole('option', { name: 'Quarters', exact: true }).click();
  await settings.getByRole('textbox', { name: 'First period' }).fill('2024Q1');
  await settings.getByRole('textbox', { name: 'Number of periods' }).fill('4');
  await page.keyboard.press('Enter');
  await settings.waitFor({ state: 'hidden' });

  await typeInto(page, 'Users', '2024Q1', '100');
  await typeInto(page, 'Users', 'Every period', '=x[-1]*1.1');
  await expectCell(page, 'Users', '2024Q2', '110');
  await expectCell(page, 'Users', '2024Q4', '133.1');

  await page.getByRole('button', { name: /^Sheet settings/ }).click();
  await settings.getByRole('textbox', { name: 'First period' }).fill('2024Q2');
  await settings.getByText(/undo brings them back/).waitFor();
  await settings.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await headingsOf(page)).includes('2024Q1')).toBe(false);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expectCell(page, 'Users', '2024Q1', '100');
  await expectCell(page, 'Users', '2024Q4', '133.1');
});
