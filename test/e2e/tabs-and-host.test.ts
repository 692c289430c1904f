/** More than one tab on one workbench, and a workbench that goes away. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, expectCell, openTemplate, typeInto } from './sheet-page.ts';

const session = sessionForEachTest();

test('an edit in one tab appears in the other, and either can undo it', async () => {
  const { page, newTab } = session();
  await openTemplate(page, EXHIBIT_14);
  const other = await newTab();
  await other.getByRole('region', { name: 'My sheets' }).getByRole('button', { name: EXHIBIT_14 }).first().click();
  await expectCell(other, 'Compute used', 'Base', '36,512.93');
  await typeInto(page, 'Industry data', 'Base', '1000');
  await expectCell(other, 'Compute used', 'Base', '73,025.86');
  await other.getByRole('button', { name: /^Undo/ }).click();
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
});

test('a page whose workbench is gone says so, and goes on where it was once it is back', async () => {
  const { page, host, startAgain, expectErrors } = session();
  expectErrors();
  await openTemplate(page, EXHIBIT_14);
  await host.stop('SIGKILL');
  await typeInto(page, 'Industry data', 'Base', '1000');
  await page
    .getByText(/cannot be reached/)
    .first()
    .waitFor();
  await expectCell(page, 'Compute used', 'Base', '36,512.93');
  await startAgain();
  await page.keyboard.press('Escape');
  await typeInto(page, 'Industry data', 'Base', '700');
  await expectCell(page, 'Compute used', 'Base', '51,118.10');
});

test('an address without the token shows nothing of the workbench', async () => {
  const answer = await fetch(new URL('/', session().host.url));
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toMatch(/plumbline/i);
});
