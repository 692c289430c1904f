/** The first five minutes: open a template, change an assumption, take it back, come back tomorrow. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, expectCell, openTemplate, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

test('a first start shows an empty home that leads to the templates', async () => {
  const { page } = session();
  await page.getByRole('heading', { name: 'Scenario sheets' }).waitFor();
  await page.getByText('No sheets yet').waitFor();
  const templates = page.getByRole('region', { name: 'Templates' }).getByRole('button');
  expect(await templates.count()).toBe(6);
});

test('changing an input moves every result at once, and undo and redo outlive the program', async () => {
  const { page, restart } = session();
  await openTemplate(page, EXHIBIT_14);
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
  await expectCell(page, 'Training cost of the vertical model', 'Base', /^34\.06/);

  await typeInto(page, 'Industry data', 'Base', '1000');
  await expectCell(page, 'Compute used', 'Base', '73,025.86');
  await expectCell(page, 'Training cost of the vertical model', 'Base', /^68\.1/);
  await expectCell(page, 'Training time of the vertical model', 'Base', /^1\.4/);

  await page.keyboard.press('ControlOrMeta+z');
  await expectCell(page, 'Compute used', 'Base', '36,512.93');

  await restart();
  await page.getByRole('region', { name: 'My sheets' }).getByRole('button', { name: EXHIBIT_14 }).first().click();
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expectCell(page, 'Compute used', 'Base', '73,025.86');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
});

test('an edit is stored the moment it shows: a killed program loses nothing that was shown', async () => {
  const { page, restart } = session();
  await openTemplate(page, EXHIBIT_14);
  await typeInto(page, 'Industry data', 'Base', '700');
  await expectCell(page, 'Compute used', 'Base', '51,118.10');
  await restart('SIGKILL');
  await page.getByRole('region', { name: 'My sheets' }).getByRole('button', { name: EXHIBIT_14 }).first().click();
  await expectCell(page, 'Industry data', 'Base', '700');
});
