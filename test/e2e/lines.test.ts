/** Lines: inserted, moved, duplicated, deleted, folded; and the clipboard. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import {
  clipboardOf,
  EXHIBIT_14,
  expectCell,
  labelsOf,
  openTemplate,
  paste,
  rowOf,
  selectCell,
  typeInto,
} from './sheet-page.ts';

const session = sessionForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });

async function chooseForLine(label: string, action: string): Promise<void> {
  const { page } = session();
  await rowOf(page, label).getByText(label, { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action }).click();
}

test('lines are duplicated, moved and deleted, and formulas that lose a line say so until it is back', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  const before = await labelsOf(page);

  await chooseForLine('Exchange rate', 'Duplicate lines');
  await expect.poll(async () => (await labelsOf(page)).filter((label) => label === 'Exchange rate').length).toBe(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => labelsOf(page)).toEqual(before);

  await chooseForLine('Exchange rate', 'Move up');
  await expect
    .poll(async () => (await labelsOf(page)).indexOf('Exchange rate'))
    .toBe(before.indexOf('Exchange rate') - 1);

  await chooseForLine('Exchange rate', 'Delete lines');
  await expectCell(page, 'Training cost of the vertical model', 'Base', /#NAME\?/);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCell(page, 'Training cost of the vertical model', 'Base', /^34\.06/);
});

test('a new line is typed below the end and can be used by its name at once', async () => {
  const { page } = session();
  await page.getByRole('button', { name: 'New sheet' }).click();
  await page.getByRole('grid').waitFor();
  await page.keyboard.type('Price');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Volume');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Revenue');
  await page.keyboard.press('Enter');
  await typeInto(page, 'Price', 'Base', '12.5');
  await typeInto(page, 'Volume', 'Base', '1,000');
  await typeInto(page, 'Revenue', 'Base', '=Price*Volume');
  await expectCell(page, 'Revenue', 'Base', '12,500');
});

test('a model is typed line by line without a mouse: Tab along a line, Enter to the next', async () => {
  const { page } = session();
  await page.getByRole('button', { name: 'New sheet' }).click();
  await page.getByRole('grid').waitFor();
  const lines = [
    ['Hours', 'hours', 'GPU*h', '36,512'],
    ['Rent', 'rent', 'USD/(GPU*h)', '4.1'],
    ['Cost', 'cost', '万USD', '=hours*rent'],
  ];
  for (const fields of lines) {
    for (const [at, field] of fields.entries()) {
      await page.keyboard.type(field);
      await page.keyboard.press(at < fields.length - 1 ? 'Tab' : 'Enter');
    }
  }
  await expectCell(page, 'Cost', 'Base', '14.9699');
  expect((await labelsOf(page)).slice(0, 3)).toEqual(['Hours', 'Rent', 'Cost']);
  await page.getByRole('button', { name: /^Undo: Cost \(Base\): =hours\*rent/ }).waitFor();
});

test('figures are pasted as Excel and Chinese reports write them, in one edit', async () => {
  const { page } = session();
  await page.getByRole('button', { name: 'New sheet' }).click();
  await page.getByRole('grid').waitFor();
  for (const label of ['A', 'B', 'C', 'D']) {
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
  }
  await selectCell(page, 'A', 'Base');
  await paste(page, '1,234\r\n12%\r\n74.3万\r\n(1,000)\r\n');
  await expectCell(page, 'A', 'Base', '1,234');
  await expectCell(page, 'B', 'Base', '0.12');
  await expectCell(page, 'C', 'Base', '743,000');
  await expectCell(page, 'D', 'Base', /^[-−]1,000$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCell(page, 'A', 'Base', '');
  await expectCell(page, 'D', 'Base', '');
});

test('a range is copied as tab-separated text in full precision', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await selectCell(page, 'Industry data', 'Base');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => clipboardOf(page)).toBe('500\t250\n14000\t14000');
});

test('headings fold their lines away and back', async () => {
  const { page } = session();
  await openTemplate(page, EXHIBIT_14);
  await page.getByRole('button', { name: 'Fold “Inputs”' }).click();
  await expect.poll(async () => (await labelsOf(page)).includes('Exchange rate')).toBe(false);
  await page.getByRole('button', { name: 'Unfold “Inputs”' }).click();
  await expect.poll(async () => (await labelsOf(page)).includes('Exchange rate')).toBe(true);
});
